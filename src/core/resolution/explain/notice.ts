// What is worth knowing beside the proof: a likely misspelling, releases that were passed over and why.
import {
  type Clause,
  compareVersions,
  formatClause,
  type NormalizedName,
  type RefusalRule,
  refusalsOf,
  type SpecifierSet,
  type Version,
} from '@/core/python';
import { compareLower, pythonRangeOf } from '../uv/python-range';
import type { Fact, FactContext } from './fact';
import { alikeNames } from './misspelling';
import type { ProofStep } from './proof';
import type { Selection } from './statement';
import { joinMisfits, misfitOf, type WheelMisfit } from './wheel-misfit';

export type Notice =
  /** The index has no such project; these names in it are like it. */
  | { readonly kind: 'no-such-project'; readonly name: NormalizedName; readonly alike: readonly NormalizedName[] }
  /** Pre-releases are in range, and the policy keeps them out: all of them, or those that no requirement names. */
  | {
      readonly kind: 'prereleases';
      readonly name: NormalizedName;
      readonly versions: readonly Version[];
      readonly policy: 'disallow' | 'explicit';
    }
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
      /** When the first of them was uploaded; undefined where a date is missing. */
      readonly uploaded: string | undefined;
      readonly excludeNewer: string;
    }
  /** There is no file that may be used, but there are wheels for something else. */
  | {
      readonly kind: 'no-file';
      readonly name: NormalizedName;
      readonly versions: readonly Version[];
      readonly why: 'no-build' | 'no-binary' | 'no-fitting-wheel' | 'missing-environment';
      readonly misfit: WheelMisfit;
    }
  /** Versions beside a bound that belong to it and go out with it: pre-releases under `<2`, post releases and local versions above `>1`. */
  | {
      readonly kind: 'left-out-by-bound';
      readonly name: NormalizedName;
      readonly versions: readonly Version[];
      readonly clause: Clause;
      readonly rule: BoundRule;
    };

export type BoundRule = Extract<RefusalRule, 'pre-release-of-bound' | 'post-release-of-bound' | 'local-of-bound'>;

/** The notices on the facts of a proof, each once. */
export function noticesOf(context: FactContext, steps: readonly ProofStep[]): readonly Notice[] {
  const facts = steps.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'fact' ? [reason.fact] : [])),
  );
  const notices = new Map<string, Notice>();
  for (const fact of facts) {
    for (const notice of noticesOn(context, fact, facts)) {
      const key = keyOf(notice);
      const before = notices.get(key);
      notices.set(key, before === undefined ? notice : joined(before, notice));
    }
  }
  return [...notices.values()];
}

function keyOf(notice: Notice): string {
  switch (notice.kind) {
    case 'no-file':
      return `${notice.kind} ${notice.name} ${notice.why} ${notice.misfit.kind}`;
    case 'left-out-by-bound':
      return `${notice.kind} ${notice.name} ${formatClause(notice.clause)}`;
    case 'no-such-project':
    case 'prereleases':
    case 'yanked':
    case 'requires-python':
    case 'too-new':
      return `${notice.kind} ${notice.name}`;
  }
}

function joined(before: Notice, next: Notice): Notice {
  if (before.kind === 'no-such-project' || next.kind === 'no-such-project') return before;
  if (before.kind === 'requires-python' && next.kind === 'requires-python') return olderPython(before, next);
  const versions = allOf(before.versions, next.versions);
  if (before.kind === 'no-file' && next.kind === 'no-file') {
    return { ...before, versions, misfit: joinMisfits(before.misfit, next.misfit) };
  }
  return { ...before, versions };
}

type PythonNotice = Extract<Notice, { kind: 'requires-python' }>;

function olderPython(left: PythonNotice, right: PythonNotice): PythonNotice {
  const order = compareLower(pythonRangeOf(left.wanted).lower, pythonRangeOf(right.wanted).lower);
  if (order === 0) return { ...left, versions: allOf(left.versions, right.versions) };
  return order < 0 ? left : right;
}

function allOf(left: readonly Version[], right: readonly Version[]): readonly Version[] {
  return [...new Set([...left, ...right])].sort(compareVersions);
}

function noticesOn(context: FactContext, fact: Fact, facts: readonly Fact[]): readonly Notice[] {
  switch (fact.kind) {
    case 'own-impossible':
      return [];
    case 'own-requirement':
    case 'own-policy':
    case 'dependency': {
      const none = missing(context, fact.wanted);
      if (none !== undefined) return [none];
      return [...leftOutByBound(context, fact), ...tooNew(context, fact, facts)];
    }
    case 'requires-python': {
      const { subject, versions } = fact.dependent;
      // Versions of one fact want the same.
      return fact.wanted
        .slice(0, 1)
        .map((wanted) => ({ kind: 'requires-python', name: subject.name, versions, wanted }));
    }
    case 'prereleases': {
      const { subject, versions } = fact.versions;
      const policy = context.problem.policy.prereleases === 'explicit' ? 'explicit' : 'disallow';
      return [{ kind: 'prereleases', name: subject.name, versions, policy }];
    }
    case 'unusable':
      return onUnusable(context, fact);
  }
}

function onUnusable(
  { problem }: FactContext,
  { versions: of, reason }: Extract<Fact, { kind: 'unusable' }>,
): readonly Notice[] {
  const { versions } = of;
  const { name } = of.subject;
  switch (reason.kind) {
    case 'yanked':
      return [{ kind: reason.kind, name, versions }];
    case 'no-build':
    case 'no-binary':
    case 'no-fitting-wheel':
    case 'missing-environment': {
      const releases = (problem.index.get(name) ?? []).filter(({ version }) => versions.includes(version));
      return releases.flatMap(({ version, wheelTags }): readonly Notice[] => {
        const misfit = problem.policy.noBinary.has(name) ? undefined : misfitOf(problem, wheelTags);
        return misfit === undefined ? [] : [{ kind: 'no-file', name, versions: [version], why: reason.kind, misfit }];
      });
    }
    case 'no-such-project':
    case 'requires-python':
    case 'impossible-requirement':
      return [];
  }
}

type Asking = Extract<Fact, { kind: 'own-requirement' | 'own-policy' | 'dependency' }>;

/** Releases in range that came too late, where none of those that came in time can be used. */
function tooNew({ problem }: FactContext, { wanted, shortfall }: Asking, facts: readonly Fact[]): readonly Notice[] {
  const { excludeNewer } = problem.policy;
  if (excludeNewer === undefined || shortfall.tooNew.length === 0) return [];
  const { name } = wanted.subject;
  const isRuledOut = (version: Version) => facts.some((fact) => rulesOut(fact, name, version));
  if (!wanted.versions.every(isRuledOut)) return [];
  const dates = (problem.index.get(name) ?? [])
    .filter(({ version }) => shortfall.tooNew.includes(version))
    .map(({ uploaded }) => uploaded);
  const uploaded = dates.includes(undefined) ? undefined : dates.sort()[0];
  return [{ kind: 'too-new', name, versions: shortfall.tooNew, uploaded, excludeNewer }];
}

function rulesOut(fact: Fact, name: NormalizedName, version: Version): boolean {
  const of = fact.kind === 'requires-python' ? fact.dependent : 'versions' in fact ? fact.versions : undefined;
  return of?.subject.name === name && of.versions.includes(version);
}

/** Versions that look as if they were in range, and belong to its bound. */
function leftOutByBound({ existing }: FactContext, { wanted, requirement }: Asking): readonly Notice[] {
  if (wanted.versions.length > 0 || requirement === undefined) return [];
  const { name } = wanted.subject;
  return existing(name).flatMap((version): readonly Notice[] => {
    const [refusal, ...more] = refusalsOf(requirement.specifier, version);
    if (refusal === undefined || more.length > 0) return [];
    const { clause, rule } = refusal;
    if (rule !== 'pre-release-of-bound' && rule !== 'post-release-of-bound' && rule !== 'local-of-bound') return [];
    return [{ kind: 'left-out-by-bound', name, versions: [version], clause, rule }];
  });
}

function missing({ problem }: FactContext, { subject }: Selection): Notice | undefined {
  const { name } = subject;
  if (problem.index.has(name)) return undefined;
  return { kind: 'no-such-project', name, alike: alikeNames(name, problem.index.keys()) };
}
