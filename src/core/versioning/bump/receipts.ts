// Who gets a release without asking: of all releases, the newest that a range written before lets in. PEP 440 for pip and uv ("Version
// specifiers", "Handling of pre-releases"); node-semver for npm, which is npm's own reader of ranges.
import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';
import {
  admits,
  compareVersions,
  filterVersions,
  formatVersion,
  parseSpecifierSet,
  readSpecifierSet,
  type SpecifierSet,
  type Version,
} from '@/core/python';
import { semVerText } from './next-version';

export const ASKERS = ['pip', 'npm'] as const;

/** Somebody's requirement, written before this release was thought of. */
export interface Asker {
  readonly by: (typeof ASKERS)[number];
  /** A specifier set, or npm's range. Empty: no bound at all. */
  readonly range: string;
}

/** `gets`: it takes the new release; the others say what keeps it out. */
export type ReceiptKind = 'gets' | 'out-of-range' | 'pre-release' | 'unsayable';

export interface Receipt {
  readonly asker: Asker;
  readonly kind: ReceiptKind;
  /** What it takes with the release out; nothing when no release is in its range. */
  readonly takes: Version | undefined;
}

/** Can it be read by the tool that it is for? */
export function isReadable({ by, range }: Asker): boolean {
  return by === 'pip' ? parseSpecifierSet(range).problems.length === 0 : validRange(range) !== null;
}

/**
 * What each takes when `next` is released after the releases before it.
 *
 * @example receiptsOf([{ by: 'pip', range: '~=1.4' }], [readVersion('1.4.2')], readVersion('2.0.0'))[0].kind // → 'out-of-range'
 */
export function receiptsOf(askers: readonly Asker[], before: readonly Version[], next: Version): readonly Receipt[] {
  const all = [...before, next].sort(compareVersions);
  return askers.map((asker) => (asker.by === 'pip' ? byPip(asker, all, next) : byNpm(asker, all, next)));
}

function byPip(asker: Asker, all: readonly Version[], next: Version): Receipt {
  const set: SpecifierSet | undefined = readSpecifierSet(asker.range);
  if (set === undefined) return { asker, kind: 'unsayable', takes: undefined };
  const takes = filterVersions(set, all, (version) => version).at(-1);
  if (takes === next) return { asker, kind: 'gets', takes };
  return { asker, kind: admits(set, next) ? 'pre-release' : 'out-of-range', takes };
}

function byNpm(asker: Asker, all: readonly Version[], next: Version): Receipt {
  const takes = all.filter((version) => isIn(version, asker.range)).at(-1);
  if (takes === next) return { asker, kind: 'gets', takes };
  const final = semVerText({ ...next, pre: undefined });
  if (semVerText(next) === undefined || final === undefined) return { asker, kind: 'unsayable', takes };
  const isHeldBack = next.pre !== undefined && satisfies(final, asker.range);
  return { asker, kind: isHeldBack ? 'pre-release' : 'out-of-range', takes };
}

function isIn(version: Version, range: string): boolean {
  const text = semVerText(version);
  return text !== undefined && satisfies(text, range);
}

/** @example formatAsker({ by: 'npm', range: '^1.4.2' }) // → 'npm ^1.4.2' */
export function formatAsker({ by, range }: Asker): string {
  return `${by} ${range === '' ? 'any' : range}`;
}

/** What a receipt takes, as text; empty for nothing. */
export function formatTaken({ takes }: Receipt): string {
  return takes === undefined ? '' : formatVersion(takes);
}
