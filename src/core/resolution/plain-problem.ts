// A problem for one environment in plain terms, for brute force: the policy applied beforehand, so that of the index only what
// may be chosen is left, and constraints and overrides stand among the requirements. Written from the rules alone
// (shared/fidelity: pre-releases, yanks, files, Python, dates), without anything of a solver, so that tests can hold one against it.
import {
  admits,
  bestTag,
  compareVersions,
  evaluateMarker,
  isPrerelease,
  type NormalizedName,
  namesPrerelease,
  type Requirement,
  readWheelFilename,
  type SpecifierSet,
  type Version,
} from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from './problem';

/** The problem without policy: what may be chosen at all, and everything that is required. */
export function plainProblem(problem: ResolutionProblem): ResolutionProblem {
  const index = new Map(
    Array.from(problem.index, ([name, releases]) => [
      name,
      releases
        .filter((release) => unusableBecause(problem, name, release) === undefined)
        .map((release) => ({
          ...release,
          requires: rewritten(problem, release.requires),
          extras: new Map(Array.from(release.extras, ([extra, requires]) => [extra, rewritten(problem, requires)])),
        })),
    ]),
  );
  const own = rewritten(
    problem,
    problem.requirements.map(({ requirement }) => requirement),
  );
  const requirements = own.map((requirement) => ({ requirement, at: { start: 0, end: 0 } }));
  const policy = { ...problem.policy, constraints: [], overrides: [] };
  return { ...problem, index, requirements, policy };
}

export type Unusable = 'no-file' | 'too-new' | 'requires-python' | 'yanked' | 'prerelease';

/** Why a release may not be chosen, whatever requires it; undefined if it may. */
export function unusableBecause(
  problem: ResolutionProblem,
  name: NormalizedName,
  release: IndexedRelease,
): Unusable | undefined {
  const { policy, python } = problem;
  const { uploaded, version } = release;
  const { excludeNewer } = policy;
  if (excludeNewer !== undefined && (uploaded === undefined || uploaded >= excludeNewer)) return 'too-new';
  if (release.yanked && !isPinned(problem, name, version)) return 'yanked';
  if (!hasUsableFile(problem, name, release)) return 'no-file';
  // Upper bounds are ignored.
  const lower = (release.requiresPython?.clauses ?? []).filter(({ operator }) => operator === '>=');
  if (!admits({ clauses: lower }, python)) return 'requires-python';
  return isPrerelease(version) && !letsPrereleasesIn(problem, name) ? 'prerelease' : undefined;
}

/** Whether some file may be used: a wheel that fits and may be taken, or an sdist that may be built. */
export function hasUsableFile(problem: ResolutionProblem, name: NormalizedName, release: IndexedRelease): boolean {
  const { policy } = problem;
  if (release.hasSdist && !policy.noBuild.has(name)) return true;
  return !policy.noBinary.has(name) && hasFittingWheel(problem, release);
}

export function hasFittingWheel({ target }: ResolutionProblem, { wheelTags }: IndexedRelease): boolean {
  const tags = target.kind === 'environment' ? target.tags : undefined;
  return wheelTags.some((written) => {
    const wheel = readWheelFilename(`a-1-${written}.whl`);
    return wheel !== undefined && (tags === undefined || bestTag(wheel, tags) !== undefined);
  });
}

/** Whether a requirement of the reader's, by itself, names just this version, or a lock has it. */
export function isPinned(problem: ResolutionProblem, name: NormalizedName, version: Version): boolean {
  const isNamed = ({ clauses }: SpecifierSet) => {
    const [only, ...more] = clauses;
    if (only?.version === undefined || more.length > 0 || only.kind === 'prefix') return false;
    return only.operator === '==' && compareVersions(only.version, version) === 0;
  };
  const isLocked = (problem.policy.preferences.get(name) ?? []).some((each) => compareVersions(each, version) === 0);
  return isLocked || asking(problem, name).some(({ specifier }) => isNamed(specifier));
}

/** Whether pre-releases of the project may be chosen, be it only where nothing else is left. */
export function letsPrereleasesIn(problem: ResolutionProblem, name: NormalizedName): boolean {
  const { prereleases } = problem.policy;
  if (prereleases !== 'explicit') return prereleases !== 'disallow';
  return asking(problem, name).some(({ specifier }) => namesPrerelease(specifier));
}

/** The reader's own requirements, constraints and overrides on the project that count; what is overridden doesn't. */
function asking({ requirements, policy, target }: ResolutionProblem, name: NormalizedName): readonly Requirement[] {
  const isOverridden = policy.overrides.some((override) => override.normalizedName === name);
  const own = isOverridden ? [] : requirements.map(({ requirement }) => requirement);
  return [...own, ...policy.constraints, ...policy.overrides].filter(
    (each) => each.normalizedName === name && (target.kind === 'universal' || holds(target.environment, each)),
  );
}

/** Requirements with the constraints on them besides, and overrides in their place. */
function rewritten({ policy, target }: ResolutionProblem, requires: readonly Requirement[]): readonly Requirement[] {
  const counts = (each: Requirement) => target.kind === 'universal' || holds(target.environment, each);
  const of = (all: readonly Requirement[], name: NormalizedName) => all.filter((each) => each.normalizedName === name);
  return requires
    .flatMap((written) => {
      const overrides = of(policy.overrides, written.normalizedName);
      return overrides.length > 0 ? overrides : [written];
    })
    .filter(counts)
    .flatMap((requirement) => [
      requirement,
      ...of(policy.constraints, requirement.normalizedName)
        .filter(counts)
        .map((constraint) => ({ ...constraint, extras: [] })),
    ]);
}

function holds(environment: Parameters<typeof evaluateMarker>[1], { marker }: Requirement): boolean {
  if (marker === undefined) return true;
  const result = evaluateMarker(marker, environment, { kind: 'metadata' });
  return result.kind === 'decided' && result.holds;
}
