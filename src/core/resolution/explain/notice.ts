// What is worth knowing beside the proof: a likely misspelling, releases that were passed over and why.
import type { NormalizedName, SpecifierSet, Version } from '@/core/python';
import { compareLower, pythonRangeOf } from '../uv/python-range';
import type { Fact, FactContext, Shortfall } from './fact';
import type { ProofStep } from './proof';
import type { Selection } from './statement';

export type Notice =
  /** The index has no such project; these names in it are like it. */
  | { readonly kind: 'no-such-project'; readonly name: NormalizedName; readonly alike: readonly NormalizedName[] }
  /** Pre-releases would fit, and the policy keeps them out. */
  | { readonly kind: 'prereleases'; readonly name: NormalizedName; readonly versions: readonly Version[] }
  | { readonly kind: 'yanked'; readonly name: NormalizedName; readonly versions: readonly Version[] }
  /** The target's Python is too old; of those that want another, these want the oldest. */
  | {
      readonly kind: 'requires-python';
      readonly name: NormalizedName;
      readonly versions: readonly Version[];
      readonly wanted: SpecifierSet;
    }
  /** Uploaded after the date that the policy looks at. */
  | {
      readonly kind: 'too-new';
      readonly name: NormalizedName;
      readonly versions: readonly Version[];
      readonly excludeNewer: string;
    }
  /** There is no file that may be used: no wheel fits, or none may be built or taken. */
  | {
      readonly kind: 'no-file';
      readonly name: NormalizedName;
      readonly versions: readonly Version[];
      readonly why: 'no-build' | 'no-binary' | 'no-fitting-wheel' | 'missing-environment';
    };

/** The most names that are offered for a misspelt one, and how much they may differ. */
const MAX_ALIKE = 3;
const MAX_DISTANCE = 2;

/** Names longer than this are not compared: comparing costs the product of their lengths. */
const MAX_COMPARED = 64;

/** The notices on the facts of a proof, each once. */
export function noticesOf(context: FactContext, steps: readonly ProofStep[]): readonly Notice[] {
  const notices = new Map<string, Notice>();
  for (const { reasons } of steps) {
    for (const reason of reasons) {
      const notice = reason.kind === 'fact' ? noticeOf(context, reason.fact) : undefined;
      if (notice === undefined) continue;
      const key = `${notice.kind} ${notice.name} ${'why' in notice ? notice.why : ''}`;
      const before = notices.get(key);
      notices.set(key, before === undefined ? notice : joined(before, notice));
    }
  }
  return [...notices.values()];
}

function joined(before: Notice, next: Notice): Notice {
  if (before.kind === 'no-such-project' || next.kind === 'no-such-project') return before;
  if (before.kind === 'requires-python' && next.kind === 'requires-python') return olderPython(before, next);
  return { ...before, versions: [...new Set([...before.versions, ...next.versions])] };
}

type PythonNotice = Extract<Notice, { kind: 'requires-python' }>;

function olderPython(left: PythonNotice, right: PythonNotice): PythonNotice {
  const order = compareLower(pythonRangeOf(left.wanted).lower, pythonRangeOf(right.wanted).lower);
  if (order === 0) return { ...left, versions: [...left.versions, ...right.versions] };
  return order < 0 ? left : right;
}

function noticeOf(context: FactContext, fact: Fact): Notice | undefined {
  switch (fact.kind) {
    case 'own-impossible':
      return undefined;
    case 'own-requirement':
    case 'own-policy':
    case 'dependency':
      return missing(context, fact.wanted) ?? tooNew(context, fact);
    case 'requires-python': {
      const { subject, versions } = fact.dependent;
      const [wanted] = fact.wanted;
      // Versions of one fact want the same.
      return wanted === undefined ? undefined : { kind: 'requires-python', name: subject.name, versions, wanted };
    }
    case 'prereleases':
      return { kind: 'prereleases', name: fact.versions.subject.name, versions: fact.versions.versions };
    case 'unusable': {
      const { subject, versions } = fact.versions;
      const { kind } = fact.reason;
      switch (kind) {
        case 'yanked':
          return { kind, name: subject.name, versions };
        case 'no-build':
        case 'no-binary':
        case 'no-fitting-wheel':
        case 'missing-environment':
          return { kind: 'no-file', name: subject.name, versions, why: kind };
        case 'no-such-project':
        case 'requires-python':
        case 'impossible-requirement':
          return undefined;
      }
    }
  }
}

function tooNew(
  { problem }: FactContext,
  { wanted, shortfall }: { readonly wanted: Selection; readonly shortfall: Shortfall },
): Notice | undefined {
  const { excludeNewer } = problem.policy;
  if (excludeNewer === undefined || wanted.versions.length > 0 || shortfall.tooNew.length === 0) return undefined;
  return { kind: 'too-new', name: wanted.subject.name, versions: shortfall.tooNew, excludeNewer };
}

function missing({ problem }: FactContext, { subject }: Selection): Notice | undefined {
  const { name } = subject;
  if (problem.index.has(name)) return undefined;
  const alike = [...problem.index.keys()]
    .map((other) => ({ other, distance: distanceOf(name, other) }))
    .filter(({ distance }) => distance <= MAX_DISTANCE && distance < name.length)
    .sort((left, right) => left.distance - right.distance || (left.other < right.other ? -1 : 1))
    .slice(0, MAX_ALIKE);
  return { kind: 'no-such-project', name, alike: alike.map(({ other }) => other) };
}

/** How many letters must be put in, taken out or replaced to make one name of the other; more than enough if too long. */
function distanceOf(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > MAX_DISTANCE || left.length > MAX_COMPARED) return MAX_DISTANCE + 1;
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
