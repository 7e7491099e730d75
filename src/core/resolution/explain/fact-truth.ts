// Whether what an explanation says is true, asked of the index and the rules alone: nothing of a solver, and nothing of what made
// the facts. For tests: each answer is the first thing that is wrong, or undefined.
import {
  admits,
  compareVersions,
  formatRequirement,
  formatSpecifierSet,
  isPrerelease,
  type NormalizedName,
  normalizeName,
  parseRequirement,
  type Requirement,
  refusalsOf,
  type SpecifierSet,
  type Version,
} from '@/core/python';
import { applies } from '../brute-force';
import { hasFittingWheel, hasUsableFile, isPinned, letsPrereleasesIn, unusableBecause } from '../plain-problem';
import type { IndexedRelease, ResolutionProblem } from '../problem';
import type { Fact } from './fact';
import type { Notice } from './notice';
import type { Selection } from './statement';

/** What is wrong with a fact. */
export function faultOfFact(problem: ResolutionProblem, fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'own-requirement': {
      const own = problem.requirements[fact.place]?.requirement;
      if (own === undefined || !isWrittenAs(problem, own, fact.written)) return `nobody requires ${fact.written}`;
      return faultOfWish(problem, fact.wanted, own, fact.shortfall);
    }
    case 'own-impossible': {
      const own = fact.place === undefined ? undefined : problem.requirements[fact.place]?.requirement;
      const said = fact.own === undefined ? own : saidByPolicy(problem, fact.source, fact.written);
      if (own === undefined || said === undefined) return `nobody requires ${fact.written}`;
      if (fact.own === undefined && !isWrittenAs(problem, own, fact.written)) return `${fact.written} isn’t required`;
      return own.normalizedName === said.normalizedName && !admitsSomething(problem, said)
        ? undefined
        : `${fact.written} is possible`;
    }
    case 'own-policy': {
      const { name } = fact.wanted.subject;
      const own = fact.place === undefined ? undefined : problem.requirements[fact.place]?.requirement;
      if (own?.normalizedName !== name) return `nobody requires ${name}`;
      const said = saidByPolicy(problem, fact.source, fact.written);
      return said === undefined ? noPolicy(fact) : faultOfWish(problem, fact.wanted, said, fact.shortfall);
    }
    case 'dependency':
      return faultOfDependency(problem, fact);
    case 'requires-python': {
      const wanted = fact.wanted.map(formatSpecifierSet);
      return faultOfEach(problem, fact.dependent, ({ requiresPython }) => {
        if (requiresPython === undefined || !wanted.includes(formatSpecifierSet(requiresPython)))
          return 'wants no such Python';
        return isPythonOldFor(problem, requiresPython) ? undefined : 'wants a Python that is there';
      });
    }
    case 'prereleases':
      return faultOfEach(problem, fact.versions, ({ version }, name) =>
        isPrerelease(version) && !letsPrereleasesIn(problem, name) ? undefined : 'isn’t kept out',
      );
    case 'unusable':
      return faultOfEach(problem, fact.versions, (release, name) => faultOfReason(problem, name, release, fact.reason));
  }
}

function noPolicy({ source, written }: { readonly source: string; readonly written: string }): string {
  return `there is no ${source} ${written}`;
}

type Dependency = Extract<Fact, { kind: 'dependency' }>;

function faultOfDependency(problem: ResolutionProblem, fact: Dependency): string | undefined {
  const { dependent, wanted, written, source } = fact;
  const { extra } = dependent.subject;
  const isOn = (each: Requirement) => each.normalizedName === wanted.subject.name;
  const requiredBy = (release: IndexedRelease) => requirementsWith(release, dependent.subject.name, extra).filter(isOn);
  if (fact.requirement === undefined) {
    // A project with an extra is that project, in the same version.
    const isItself = dependent.subject.name === wanted.subject.name;
    return isItself ? undefined : `${written} is asked for by nothing`;
  }
  const said = source === 'release' ? fact.requirement : saidByPolicy(problem, source, written);
  if (said === undefined) return noPolicy(fact);
  if (source === 'release' && !isWrittenAs(problem, said, written)) return `${written} isn’t what is required`;
  return (
    faultOfEach(problem, dependent, (release) => {
      const found = requiredBy(release).filter((each) => mayCount(problem, each));
      const isThere =
        source === 'release' ? found.some((each) => isWrittenAs(problem, each, written)) : found.length > 0;
      return isThere ? undefined : `doesn’t require ${source === 'release' ? written : wanted.subject.name}`;
    }) ?? faultOfWish(problem, wanted, said, fact.shortfall)
  );
}

/** What a release requires, for an extra besides, and for those that it asks for of itself. */
function requirementsWith(
  { requires, extras }: IndexedRelease,
  name: NormalizedName,
  extra: NormalizedName | undefined,
): readonly Requirement[] {
  const all = [...requires, ...(extra === undefined ? [] : (extras.get(extra) ?? []))];
  const seen = new Set<string>();
  for (const each of all) {
    if (each.normalizedName !== name) continue;
    for (const more of each.extras.map(normalizeName)) {
      if (!seen.has(more)) all.push(...(extras.get(more) ?? []));
      seen.add(more);
    }
  }
  return all;
}

/** The versions that are asked for are just those that exist and are admitted; what is said of the rest fits. */
function faultOfWish(
  problem: ResolutionProblem,
  { subject, versions }: Selection,
  requirement: Requirement,
  { side, between }: Dependency['shortfall'],
): string | undefined {
  const { name, extra } = subject;
  if (requirement.normalizedName !== name) return `${formatRequirement(requirement)} isn’t on ${name}`;
  if (extra !== undefined && !requirement.extras.map(normalizeName).includes(extra))
    return `no extra ${extra} is asked for`;
  const known = existingOf(problem, name);
  const admitted = known.filter((version) => admits(requirement.specifier, version));
  if (!areSame(admitted, versions)) return `${formatRequirement(requirement)} lets in other versions of ${name}`;
  if (admitted.length > 0) return undefined;
  const isRefused = (rules: readonly string[]) =>
    known.every((version) => refusalsOf(requirement.specifier, version).some(({ rule }) => rules.includes(rule)));
  if (side === 'newer' && !isRefused(OLDER)) return `${name} isn’t all older`;
  if (side === 'older' && !isRefused(NEWER)) return `${name} isn’t all newer`;
  if (between === undefined) return undefined;
  const [below, above] = between;
  const at = known.indexOf(below);
  return at === -1 || known[at + 1] !== above ? `${name} has something between` : undefined;
}

const OLDER = ['below', 'same', 'not-equal', 'not-in-prefix', 'local-of-bound', 'post-release-of-bound', 'other-local'];
const NEWER = ['above', 'same', 'not-equal', 'not-in-prefix', 'pre-release-of-bound', 'beyond-prefix'];

type Reason = Extract<Fact, { kind: 'unusable' }>['reason'];

function faultOfReason(
  problem: ResolutionProblem,
  name: NormalizedName,
  release: IndexedRelease,
  reason: Reason,
): string | undefined {
  const { policy, target } = problem;
  const fits = target.kind === 'environment' && hasFittingWheel(problem, release);
  switch (reason.kind) {
    case 'yanked':
      return release.yanked && !isPinned(problem, name, release.version) ? undefined : 'may be taken';
    case 'no-build': {
      const hasNoWheel = policy.noBinary.has(name) || !fits;
      return release.hasSdist && policy.noBuild.has(name) && hasNoWheel ? undefined : 'may be built';
    }
    case 'no-binary':
      return !release.hasSdist && policy.noBinary.has(name) ? undefined : 'may be taken';
    case 'no-fitting-wheel':
      return !release.hasSdist && !fits ? undefined : 'has a file that fits';
    case 'missing-environment':
      return release.hasSdist && !policy.noBuild.has(name) ? 'has an sdist' : undefined;
    case 'requires-python':
      return isPythonOldFor(problem, reason.requiresPython) ? undefined : 'wants a Python that is there';
    case 'impossible-requirement': {
      const all = [...release.requires, ...[...release.extras.values()].flat(), ...policy.overrides];
      if (!all.includes(reason.requirement)) return 'doesn’t require that';
      return admitsSomething(problem, reason.requirement) ? 'requires what is possible' : undefined;
    }
    case 'no-such-project':
      return 'is in the index';
  }
}

/** What is wrong with a notice. */
export function faultOfNotice(problem: ResolutionProblem, notice: Notice): string | undefined {
  const { name } = notice;
  if (notice.kind === 'no-such-project') {
    const isAlike = notice.alike.every((each) => problem.index.has(each));
    return problem.index.has(name) || !isAlike ? `${name} is there` : undefined;
  }
  const releases = (problem.index.get(name) ?? []).filter(({ version }) => notice.versions.includes(version));
  if (releases.length !== notice.versions.length || releases.length === 0) return `${name} has no such versions`;
  const faults = releases.flatMap((release) => faultOfNoticed(problem, notice, release) ?? []);
  return faults[0];
}

function faultOfNoticed(
  problem: ResolutionProblem,
  notice: Exclude<Notice, { kind: 'no-such-project' }>,
  release: IndexedRelease,
): string | undefined {
  const { name } = notice;
  const { version } = release;
  switch (notice.kind) {
    case 'prereleases': {
      if (!isPrerelease(version) || letsPrereleasesIn(problem, name)) return 'isn’t kept out';
      const isNamed = notice.policy === 'explicit';
      return isNamed === (problem.policy.prereleases === 'explicit') ? undefined : 'is kept out otherwise';
    }
    case 'yanked':
      return release.yanked && !isPinned(problem, name, version) ? undefined : 'may be taken';
    case 'requires-python':
      if (release.requiresPython === undefined) return 'wants no Python';
      return isPythonOldFor(problem, release.requiresPython) ? undefined : 'wants a Python that is there';
    case 'too-new': {
      const { uploaded } = release;
      const isLate = uploaded === undefined || uploaded >= notice.excludeNewer;
      const isFirst = notice.uploaded === undefined || uploaded === undefined || notice.uploaded <= uploaded;
      return isLate && isFirst ? undefined : 'came in time';
    }
    case 'no-file': {
      if (problem.target.kind === 'environment' && hasUsableFile(problem, name, release)) return 'has a file';
      const tags = release.wheelTags.join('.').split(/[.-]/);
      return notice.misfit.wants.some((tag) => tags.includes(tag)) ? undefined : 'has other wheels';
    }
    case 'left-out-by-bound': {
      const [refusal] = refusalsOf({ clauses: [notice.clause] }, version);
      return refusal?.rule === notice.rule ? undefined : 'isn’t left out by that';
    }
  }
}

/** What is wrong with what is said of each of the versions. */
function faultOfEach(
  problem: ResolutionProblem,
  { subject: { name }, versions }: Selection,
  faultOf: (release: IndexedRelease, name: NormalizedName) => string | undefined,
): string | undefined {
  const known = existingOf(problem, name);
  if (versions.length === 0) return `nothing is said of ${name}`;
  for (const version of versions) {
    const release = problem.index.get(name)?.find((each) => each.version === version);
    if (release === undefined || !known.includes(version)) return `${name} has no such version`;
    const fault = faultOf(release, name);
    if (fault !== undefined) return `${name} ${release.written} ${fault}`;
  }
  return undefined;
}

/** The versions that there are for the problem: with a file, and not too new. */
function existingOf(problem: ResolutionProblem, name: NormalizedName): readonly Version[] {
  return (problem.index.get(name) ?? [])
    .filter(({ hasSdist, wheelTags }) => hasSdist || wheelTags.length > 0)
    .filter((release) => unusableBecause(problem, name, release) !== 'too-new')
    .map(({ version }) => version)
    .sort(compareVersions);
}

function areSame(left: readonly Version[], right: readonly Version[]): boolean {
  return left.length === right.length && left.every((version) => right.includes(version));
}

/** Whether the text says just what the requirement does; its marker counts where there are many environments. */
function isWrittenAs({ target }: ResolutionProblem, requirement: Requirement, written: string): boolean {
  const { value } = parseRequirement(written);
  if (value === undefined) return false;
  const compared = target.kind === 'environment' ? { ...requirement, marker: undefined } : requirement;
  return formatRequirement({ ...value, name: requirement.name }) === formatRequirement(compared);
}

function saidByPolicy({ policy }: ResolutionProblem, source: string, written: string): Requirement | undefined {
  const all = source === 'override' ? policy.overrides : source === 'constraint' ? policy.constraints : [];
  const { value } = parseRequirement(written);
  return all.find(
    (each) => value !== undefined && formatRequirement(value) === formatRequirement({ ...each, marker: undefined }),
  );
}

function mayCount(problem: ResolutionProblem, requirement: Requirement): boolean {
  const { target } = problem;
  if (target.kind === 'universal' || requirement.marker === undefined) return true;
  // An override counts in the place of what it replaces, whatever that one's marker says.
  const isOverridden = problem.policy.overrides.some((each) => each.normalizedName === requirement.normalizedName);
  return isOverridden || applies(problem, requirement);
}

/** Whether some version could be admitted: one that is named, just after one, or before one, or one of the index. */
function admitsSomething({ index }: ResolutionProblem, { normalizedName, specifier }: Requirement): boolean {
  const named = specifier.clauses.flatMap(({ version }) => (version === undefined ? [] : [version]));
  const near = named.flatMap((version) => [
    version,
    { ...version, release: [...version.release, 1] },
    { ...version, dev: 0 },
    { ...version, post: 1 },
  ]);
  const known = (index.get(normalizedName) ?? []).map(({ version }) => version);
  return [...near, ...known].some((version) => admits(specifier, version));
}

/** Whether the Python that is resolved for is older than what is wanted; upper bounds don't count. */
function isPythonOldFor({ target, python, requiresPython }: ResolutionProblem, wanted: SpecifierSet): boolean {
  const lower = { clauses: wanted.clauses.filter(({ operator }) => !['<', '<=', '!='].includes(operator)) };
  if (target.kind === 'environment') return !admits(lower, python);
  const from = requiresPython?.clauses.find(({ operator }) => operator === '>=')?.version;
  return from === undefined || !admits(lower, from);
}
