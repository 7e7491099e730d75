// Ways out that leave the reader's requirements alone: one setting changed, and what would then be installed. Only settings that
// the explanation speaks of are tried, each by solving again.
import {
  arrangeTags,
  compareVersions,
  formatVersion,
  joinSpecifierSets,
  type NormalizedName,
  type Requirement,
  readSpecifierSet,
  readVersion,
  type SpecifierSet,
  type Version,
} from '@/core/python';
import type { ResolvedFork } from '../outcome';
import type { ResolutionPolicy, ResolutionProblem } from '../problem';
import { readInstant } from '../scenario/instant';
import { pythonRangeOf } from '../uv/python-range';
import type { Resolver } from './core';
import { type Explanation, explain } from './explain';
import type { Fact } from './fact';

/** The most settings that are tried. */
const MAX_SETTINGS = 16;

/** What is set otherwise. */
export type Setting =
  | { readonly kind: 'python'; readonly from: Version; readonly to: Version }
  | { readonly kind: 'requires-python'; readonly from: SpecifierSet; readonly to: SpecifierSet }
  | { readonly kind: 'constraint-left-out'; readonly constraint: Requirement }
  | { readonly kind: 'override-left-out'; readonly override: Requirement }
  | { readonly kind: 'prereleases-allowed' }
  | { readonly kind: 'building-allowed'; readonly name: NormalizedName }
  | { readonly kind: 'wheels-allowed'; readonly name: NormalizedName }
  | { readonly kind: 'environment-left-out'; readonly marker: string }
  /** `to` is a day, which counts through its end. */
  | { readonly kind: 'exclude-newer'; readonly from: string; readonly to: string }
  | { readonly kind: 'yanked-pinned'; readonly pin: Requirement }
  /** What releases say of a project is set aside: at one's own risk. */
  | { readonly kind: 'overridden'; readonly override: Requirement };

export interface SettingOut {
  readonly setting: Setting;
  readonly forks: readonly ResolvedFork[];
}

/** The settings whose change, one by itself, makes an unsolvable problem solvable; the riskiest last. */
export function settingsOut(problem: ResolutionProblem, resolve: Resolver): readonly SettingOut[] {
  const explanation = explain(problem, resolve);
  if (explanation === undefined) return [];
  const found: SettingOut[] = [];
  for (const setting of settingsOf(explanation).slice(0, MAX_SETTINGS)) {
    // Of several Pythons, dates and overrides the first that helps is enough.
    const isKnown = found.some((each) => each.setting.kind === setting.kind && ONE_IS_ENOUGH.has(setting.kind));
    const changed = isKnown ? undefined : withSetting(problem, setting);
    const outcome = changed && resolve(changed);
    if (outcome?.kind === 'solved') found.push({ setting, forks: outcome.forks });
  }
  return found;
}

const ONE_IS_ENOUGH: ReadonlySet<Setting['kind']> = new Set([
  'python',
  'requires-python',
  'exclude-newer',
  'overridden',
]);

/** The settings that the facts and notices speak of, in the order in which they are offered. */
function settingsOf({ steps, notices, problem }: Explanation): readonly Setting[] {
  const facts = steps.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'fact' ? [reason.fact] : [])),
  );
  const { constraints, overrides, excludeNewer, noBinary } = problem.policy;
  const policies = facts.flatMap((fact) =>
    (fact.kind === 'own-policy' || fact.kind === 'dependency') && fact.requirement !== undefined
      ? [fact.requirement]
      : [],
  );
  const unusable = (kind: string) =>
    new Set(
      facts.flatMap((fact) =>
        fact.kind === 'unusable' && fact.reason.kind === kind ? [fact.versions.subject.name] : [],
      ),
    );
  const environments = new Set(
    facts.flatMap((fact) =>
      fact.kind === 'unusable' && fact.reason.kind === 'missing-environment' ? [fact.reason.written] : [],
    ),
  );
  const building = [...unusable('no-build')];
  return [
    ...pythonSettings(problem, pythonsIn(facts, notices)),
    ...constraints
      .filter((constraint) => policies.includes(constraint))
      .map((constraint): Setting => ({ kind: 'constraint-left-out', constraint })),
    ...overrides
      .filter((override) => policies.includes(override))
      .map((override): Setting => ({ kind: 'override-left-out', override })),
    ...building.map((name): Setting => ({ kind: 'building-allowed', name })),
    ...[...unusable('no-binary'), ...building.filter((name) => noBinary.has(name))].map(
      (name): Setting => ({ kind: 'wheels-allowed', name }),
    ),
    ...[...environments].map((marker): Setting => ({ kind: 'environment-left-out', marker })),
    ...(excludeNewer === undefined ? [] : dateSettings(notices, excludeNewer)),
    ...(facts.some(({ kind }) => kind === 'prereleases') ? [{ kind: 'prereleases-allowed' } as const] : []),
    ...notices.flatMap((notice): readonly Setting[] =>
      notice.kind === 'yanked' ? notice.versions.slice(-1).map((version) => pinned(notice.name, version)) : [],
    ),
    ...overridesOf(facts),
  ];
}

/** The Pythons that releases ask for, the oldest first, then those that wheels are for, the newest first. */
function pythonsIn(facts: readonly Fact[], notices: Explanation['notices']): readonly Version[] {
  const wanted = facts.flatMap((fact) =>
    fact.kind === 'requires-python'
      ? fact.wanted.flatMap((specifier) => pythonRangeOf(specifier).lower?.version ?? [])
      : [],
  );
  const tagged = notices.flatMap((notice) =>
    notice.kind === 'no-file' && notice.misfit.kind === 'python' && notice.why !== 'missing-environment'
      ? notice.misfit.wants.flatMap((tag) => readVersion(tag.replace(/^cp(\d)(\d+)$/, '$1.$2')) ?? [])
      : [],
  );
  return [...wanted.sort(compareVersions), ...tagged.sort((left, right) => compareVersions(right, left))];
}

function pythonSettings(
  { target, python, requiresPython }: ResolutionProblem,
  wanted: readonly Version[],
): readonly Setting[] {
  const pythons = new Map(wanted.map((version) => [formatVersion(version), version]));
  return [...pythons].map(([text, to]): Setting => {
    if (target.kind === 'environment' || requiresPython === undefined) return { kind: 'python', from: python, to };
    const from = requiresPython;
    // A lower bound that is there already goes out for the new one.
    const others = { clauses: from.clauses.filter(({ operator }) => operator !== '>=' && operator !== '>') };
    return { kind: 'requires-python', from, to: joinSpecifierSets(readSpecifierSet(`>=${text}`) ?? from, others) };
  });
}

/** The days on which what came too late was uploaded, the earliest first. */
function dateSettings(notices: Explanation['notices'], from: string): readonly Setting[] {
  const days = notices.flatMap((notice) =>
    notice.kind === 'too-new' && notice.uploaded !== undefined ? [notice.uploaded] : [],
  );
  return [...new Set(days.map((day) => day.slice(0, 'yyyy-mm-dd'.length)))]
    .sort()
    .map((to) => ({ kind: 'exclude-newer', from, to }));
}

/**
 * Of each project that releases ask for in ranges that don't meet, what one of them says, set above the others: what the reader
 * says first, then what sets aside an upper bound, which is more often a mere precaution.
 */
function overridesOf(facts: readonly Fact[]): readonly Setting[] {
  const asked = facts.flatMap((fact) =>
    fact.kind === 'dependency' &&
    fact.source === 'release' &&
    fact.requirement !== undefined &&
    fact.wanted.versions.length > 0
      ? [fact.requirement]
      : [],
  );
  const own = facts.flatMap((fact) => (fact.kind === 'own-requirement' ? [fact.requirement] : []));
  const isCapped = ({ specifier }: Requirement) => specifier.clauses.some(({ operator }) => CAPS.has(operator));
  const all = [...own, ...asked.filter((each) => !isCapped(each)), ...asked.filter(isCapped)].filter(
    ({ specifier }) => specifier.clauses.length > 0,
  );
  return all
    .filter((one) => asked.some((other) => other !== one && other.normalizedName === one.normalizedName))
    .map(({ name, normalizedName, specifier, ...rest }) => ({
      kind: 'overridden',
      override: { ...rest, name, normalizedName, specifier, extras: [], marker: undefined },
    }));
}

const CAPS: ReadonlySet<string> = new Set(['<', '<=', '==', '===', '~=']);

function pinned(name: NormalizedName, version: Version): Setting {
  const specifier = readSpecifierSet(`==${formatVersion(version)}`) ?? { clauses: [] };
  return {
    kind: 'yanked-pinned',
    pin: { name, normalizedName: name, extras: [], specifier, url: undefined, marker: undefined },
  };
}

/** The problem with one thing set otherwise; undefined where that is all that can be said of it. */
export function withSetting(problem: ResolutionProblem, setting: Setting): ResolutionProblem | undefined {
  const { policy } = problem;
  const set = (changes: Partial<ResolutionPolicy>) => ({ ...problem, policy: { ...policy, ...changes } });
  const without = (names: ReadonlySet<NormalizedName>, name: NormalizedName) =>
    new Set([...names].filter((other) => other !== name));
  switch (setting.kind) {
    case 'python':
      return withPython(problem, setting.to);
    case 'requires-python':
      return { ...problem, requiresPython: setting.to };
    case 'constraint-left-out':
      return set({ constraints: policy.constraints.filter((each) => each !== setting.constraint) });
    case 'override-left-out':
      return set({ overrides: policy.overrides.filter((each) => each !== setting.override) });
    case 'prereleases-allowed':
      return set({ prereleases: 'allow' });
    case 'building-allowed':
      return set({ noBuild: without(policy.noBuild, setting.name) });
    case 'wheels-allowed':
      return set({ noBinary: without(policy.noBinary, setting.name) });
    case 'environment-left-out': {
      const { target } = problem;
      if (target.kind !== 'universal') return undefined;
      const requiredEnvironments = target.requiredEnvironments.filter((each) => each !== setting.marker);
      return { ...problem, target: { ...target, requiredEnvironments } };
    }
    case 'exclude-newer':
      return set({ excludeNewer: readInstant(setting.to, 'through') });
    case 'yanked-pinned':
      return {
        ...problem,
        requirements: [...problem.requirements, { requirement: setting.pin, at: { start: 0, end: 0 } }],
      };
    case 'overridden':
      return set({ overrides: [...policy.overrides, setting.override] });
  }
}

/** The problem for another Python on the same machine. */
function withPython(problem: ResolutionProblem, python: Version): ResolutionProblem {
  const { buildPython: _, target, ...rest } = problem;
  if (target.kind === 'universal') return { ...rest, target, python };
  const [major = 3, minor = 0, micro = 0] = python.release.map(Number);
  const full = `${major}.${minor}.${micro}`;
  const environment = {
    ...target.environment,
    python_version: `${major}.${minor}`,
    python_full_version: full,
    implementation_version: full,
  };
  const tags = target.tags && arrangeTags({ ...target.tags.environment, python: [major, minor] });
  return { ...rest, python, target: { ...target, environment, tags } };
}
