/**
 * The inspector's state as it stands in links, exercises and drafts. A reader’s own file is named there and isn’t in it. Everything may
 * be left out, and is then as at first:
 *
 *     { lens: 'files' | 'metadata' | 'record' | 'places' | 'checks' | 'compared',
 *       open: 'greeting/__init__.py',       the path that stands open
 *       marked: ['greeting/__init__.py'],   the files marked as suspect
 *       own: { name: 'kit-1.0-py3-none-any.whl', size: 1200, sha256: '…' },
 *       beside: 'greeting-newer' }          what it is compared with: a file of the library, '' for none, or one like `own`
 */
import { isObject, type Json } from '@/core/exercise';
import type { InspectorScene } from './scenario';
import { type Beside, type InspectorState, LENSES, MOST_MARKED, type OwnFile } from './state';

/** As long as paths are that the core opens. */
const LONGEST_PATH = 1024;
const LONGEST_NAME = 255;

export function writeState({ own, lens, open, marked, beside }: InspectorState): Json {
  return {
    ...(lens === 'files' ? {} : { lens }),
    ...(open === undefined ? {} : { open }),
    ...(marked.length === 0 ? {} : { marked: [...marked] }),
    ...(own === undefined ? {} : { own: { ...own } }),
    ...(beside.kind === 'first' ? {} : { beside: writeBeside(beside) }),
  };
}

function writeBeside(beside: Exclude<Beside, { kind: 'first' }>): Json {
  if (beside.kind === 'own') return { ...beside.file };
  return beside.kind === 'library' ? beside.id : '';
}

/** A stranger’s JSON → a state, or undefined when it is none. */
export function readState(scene: InspectorScene, json: Json): InspectorState | undefined {
  if (!isObject(json)) return undefined;
  const lens = LENSES.find((each) => each === (json['lens'] ?? 'files'));
  const open = json['open'];
  const marked = json['marked'] ?? [];
  const own = json['own'] === undefined ? undefined : readFile(json['own']);
  if (lens === undefined || !isMarks(marked) || (json['own'] !== undefined && own === undefined)) return undefined;
  if (open !== undefined && !isPath(open)) return undefined;
  const beside = readBeside(scene, json['beside']);
  return beside && { own, lens, open, marked: [...new Set(marked)].sort(), beside };
}

function isPath(json: Json): json is string {
  return typeof json === 'string' && json.length <= LONGEST_PATH;
}

function isMarks(json: Json): json is string[] {
  return Array.isArray(json) && json.length <= MOST_MARKED && json.every(isPath);
}

function readFile(json: Json): OwnFile | undefined {
  if (!isObject(json)) return undefined;
  const { name, size, sha256 } = json;
  if (typeof name !== 'string' || name === '' || name.length > LONGEST_NAME) return undefined;
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined;
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) ? { name, size, sha256 } : undefined;
}

function readBeside({ beside }: InspectorScene, json: Json | undefined): Beside | undefined {
  if (json === undefined) return { kind: 'first' };
  if (json === '') return { kind: 'none' };
  const place = beside.findIndex(({ id }) => id === json);
  if (place === 0) return { kind: 'first' };
  if (typeof json === 'string') return place === -1 ? undefined : { kind: 'library', id: json };
  const file = readFile(json);
  return file && { kind: 'own', file };
}
