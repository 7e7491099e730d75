// From changes to the next version, with what decided. The gravest change decides; where that hangs on an answer that nobody has
// given, the advice is every way there is, and says what decides between them.
import type { Version } from '@/core/python';
import type { ChangeKindId, Question, Ruling } from './change';
import { compareLevels, graver, type Level, levelOf } from './level';
import { type Counting, type Form, type NextVersion, nextVersion } from './next-version';
import { rulingOf } from './ruling';
import { kindOf, type SchemeKind } from './scheme';

export type YesOrNo = 'yes' | 'no';

/** A change of the next release, and the answer to what its kind asks, where there is one. */
export interface Change {
  readonly id: string;
  readonly kind: ChangeKindId;
  readonly answer: YesOrNo | undefined;
}

export interface AdviceRequest extends Counting {
  readonly changes: readonly Change[];
  readonly form: Form;
}

/** A change and what comes of it. */
export type Judged = { readonly change: Change } & (
  | { readonly kind: 'ruled'; readonly ruling: Ruling; readonly level: Level; readonly question: Question | undefined }
  | { readonly kind: 'asked'; readonly question: Question; readonly yes: Level; readonly no: Level }
);

/** One possible next version. */
export interface Way {
  readonly level: Level;
  readonly next: NextVersion | undefined;
}

export interface Advice {
  readonly scheme: SchemeKind;
  readonly judged: readonly Judged[];
  /** One, or, least first, as many as the open answers leave. */
  readonly ways: readonly [Way, ...Way[]];
  /** The changes that are as grave as the least way is: they decide. */
  readonly decidedBy: readonly Judged[];
  /** The changes whose answer decides between the ways. An answer that could change nothing isn't among them. */
  readonly open: readonly Judged[];
  /** What a policy lets into no release yet. */
  readonly waiting: readonly Judged[];
}

/**
 * Takes the current version, its scheme and what changed, returns the next version, or every way that is left.
 *
 * @example advise({ scheme: 'semver', current: readVersion('1.4.2'), year: 26, form: 'final', changes: [{ id: 'a', kind: 'faster', answer: undefined }] }).ways.length // → 2
 */
export function advise({ changes, form, ...counting }: AdviceRequest): Advice {
  const scheme = kindOf(counting.scheme, counting.current);
  const judged = changes.map((change) => judge(scheme, change));
  const least = judged.map(leastOf).reduce(graver, 'none');
  const open = judged.filter((one) => one.kind === 'asked' && compareLevels(mostOf(one), least) > 0);
  const levels = [...new Set([least, ...open.map(mostOf)])].sort(compareLevels);
  const [first = least, ...others] = levels;
  const way = (level: Level): Way => ({ level, next: nextVersion(counting, level, form) });
  const waiting = judged.filter((one) => one.kind === 'ruled' && one.ruling.effect === 'waits');
  return {
    scheme,
    judged,
    ways: [way(first), ...others.map(way)],
    decidedBy: judged.filter((one) => !waiting.includes(one) && !open.includes(one) && leastOf(one) === least),
    open,
    waiting,
  };
}

function judge(scheme: SchemeKind, change: Change): Judged {
  const ruling = rulingOf(scheme, change.kind);
  if (!('ask' in ruling)) {
    return { change, kind: 'ruled', ruling, level: levelOf(scheme, ruling.effect), question: undefined };
  }
  const level = (answer: YesOrNo) => levelOf(scheme, ruling[answer].effect);
  if (change.answer === undefined) {
    return { change, kind: 'asked', question: ruling, yes: level('yes'), no: level('no') };
  }
  return { change, kind: 'ruled', ruling: ruling[change.answer], level: level(change.answer), question: ruling };
}

function leastOf(one: Judged): Level {
  if (one.kind === 'ruled') return one.level;
  return compareLevels(one.yes, one.no) <= 0 ? one.yes : one.no;
}

function mostOf(one: Judged): Level {
  return one.kind === 'ruled' ? one.level : graver(one.yes, one.no);
}

/** The versions that may come next, least first. */
export function nextVersions({ ways }: Advice): readonly Version[] {
  return ways.flatMap(({ next }) => (next === undefined ? [] : [next.version]));
}
