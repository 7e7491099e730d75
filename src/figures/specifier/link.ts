/**
 * The specifier explorer's state as it stands in links, exercises and drafts. Everything may be left out, and is then as at first:
 *
 *     { specifier: '>=1.26,<2',                the text in the field
 *       good: '>=1.26',                        the last specifier, while the text is none
 *       npm: '^1.26.0', npmGood: …,            a lane's own text; without it the lane says what the specifier says
 *       cargo: '1.26', cargoGood: …,
 *       prereleases: 'if-needed' | 'allow' | 'refuse',
 *       beside: true,                          npm and Cargo are shown
 *       tap: 'why' | 'from' | 'below' | 'not' | 'want',
 *       asked: '1.26.20', clause: 1,
 *       versions: ['1.0', '1.1 yanked'],       the reader's own list
 *       wanted: ['1.0'],                       the set to hit
 *       refused: { what: 'specifier', characters: 100000 } }
 */
import { isObject, type Json } from '@/core/exercise';
import { PRERELEASE_POLICIES, readPython } from '@/core/versioning';
import type { SpecifierScene } from './scenario';
import {
  type Field,
  firstState,
  goodSet,
  isLaneText,
  LARGEST_LIST,
  type Lane,
  LONGEST_SPECIFIER,
  noField,
  type Refused,
  type SpecifierState,
  TAPS,
} from './state';

export function writeState(state: SpecifierState): Json {
  const { specifier, npm, cargo, prereleases, beside, tap, asked, clause, versions, wanted, refused } = state;
  return {
    specifier: specifier.text,
    ...(specifier.good === undefined ? {} : { good: specifier.good }),
    ...(npm === undefined ? {} : { npm: npm.text }),
    ...(npm?.good === undefined ? {} : { npmGood: npm.good }),
    ...(cargo === undefined ? {} : { cargo: cargo.text }),
    ...(cargo?.good === undefined ? {} : { cargoGood: cargo.good }),
    prereleases,
    beside,
    ...(tap === 'why' ? {} : { tap }),
    ...(asked === undefined ? {} : { asked }),
    ...(clause === 0 ? {} : { clause }),
    ...(versions === undefined ? {} : { versions: versions.split('\n') }),
    ...(wanted === undefined ? {} : { wanted: [...wanted] }),
    ...(refused === undefined ? {} : { refused: { what: refused.what, characters: refused.characters } }),
  };
}

/** A stranger's JSON → a state, or undefined when it is none. */
export function readState(scene: SpecifierScene, json: Json): SpecifierState | undefined {
  if (!isObject(json)) return undefined;
  const first = firstState(scene);
  const specifier = readField(json['specifier'], json['good'], (text) => readPython(text).set !== undefined);
  const npm = readLane('npm', json['npm'], json['npmGood']);
  const cargo = readLane('cargo', json['cargo'], json['cargoGood']);
  const versions = readList(scene, json['versions']);
  const refused = readRefused(json['refused']);
  const prereleases = json['prereleases'] ?? first.prereleases;
  const policy = PRERELEASE_POLICIES.find((one) => one === prereleases);
  const tap = TAPS.find((one) => one === (json['tap'] ?? first.tap));
  const beside = json['beside'] ?? first.beside;
  if (!specifier || !npm || !cargo || !versions || !refused || policy === undefined || tap === undefined)
    return undefined;
  if (typeof beside !== 'boolean') return undefined;
  const list = scene.listOf(versions.value).versions.map(({ text }) => text);
  const asked = json['asked'];
  if (asked !== undefined && (typeof asked !== 'string' || !list.includes(asked))) return undefined;
  const wanted = readWanted(list, json['wanted']);
  if (!wanted) return undefined;
  const field = specifier.value ?? first.specifier;
  const clause = json['clause'] ?? 0;
  if (typeof clause !== 'number' || !Number.isInteger(clause) || clause < 0) return undefined;
  if (clause >= Math.max(1, goodSet(field).clauses.length)) return undefined;
  return {
    specifier: field,
    npm: npm.value,
    cargo: cargo.value,
    prereleases: policy,
    beside,
    tap,
    asked,
    clause,
    versions: versions.value,
    wanted: wanted.value,
    refused: refused.value,
  };
}

/** A member that reads, or isn't there; undefined is nonsense. */
type Read<T> = { readonly value: T | undefined } | undefined;

const absent = { value: undefined };

function readLane(lane: Lane, json: Json | undefined, good: Json | undefined): Read<Field> {
  return readField(json, good, (text) => isLaneText(lane, text));
}

/** The last good text is one, and is kept only while the text in the field is none. */
function readField(json: Json | undefined, good: Json | undefined, isGood: (text: string) => boolean): Read<Field> {
  if (json === undefined) return absent;
  if (typeof json !== 'string' || json.length > LONGEST_SPECIFIER) return undefined;
  if (isGood(json)) return { value: noField(json) };
  const isKept = typeof good === 'string' && good.length <= LONGEST_SPECIFIER && isGood(good);
  return { value: { text: json, good: isKept ? good : undefined } };
}

function readList(scene: SpecifierScene, json: Json | undefined): Read<string> {
  if (json === undefined) return absent;
  if (!Array.isArray(json)) return undefined;
  const lines = json.filter((line: Json): line is string => typeof line === 'string');
  const text = lines.join('\n');
  if (lines.length !== json.length || text.length > LARGEST_LIST) return undefined;
  return text === scene.text ? absent : { value: text };
}

function readWanted(list: readonly string[], json: Json | undefined): Read<readonly string[]> {
  if (json === undefined) return absent;
  if (!Array.isArray(json) || json.length > list.length) return undefined;
  const marked = new Set(json);
  const wanted = list.filter((text) => marked.has(text));
  return wanted.length === marked.size ? { value: wanted } : undefined;
}

function readRefused(json: Json | undefined): Read<Refused> {
  if (json === undefined) return absent;
  if (!isObject(json)) return undefined;
  const { what, characters } = json;
  if ((what !== 'specifier' && what !== 'versions') || typeof characters !== 'number') return undefined;
  return Number.isSafeInteger(characters) && characters > 0 ? { value: { what, characters } } : undefined;
}
