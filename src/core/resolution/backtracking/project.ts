// A project as pip's finder sees it: the releases with a file that may be used here, in the order in which they are
// tried, and which of them a specifier set admits. Follows pip's package finder (allow_yanked, Requires-Python of links,
// --only-binary, --no-binary, --uploaded-prior-to) and PEP 592 for yanked releases.
import {
  admits,
  bestTag,
  compareVersions,
  isPrerelease,
  type NormalizedName,
  namesPrerelease,
  readWheelFilename,
  type SpecifierSet,
  type SupportedTags,
} from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from '../problem';

/** The releases of a project that pip could install here. A place in `releases` is how a candidate is known. */
export interface Project {
  readonly name: NormalizedName;
  /** In the order in which they are tried: by default the newest first. */
  readonly releases: readonly IndexedRelease[];
  /** By place, whether the release is a pre-release, and whether it is yanked. */
  readonly isPrerelease: readonly boolean[];
  readonly isYanked: readonly boolean[];
}

/** Which releases of a project a specifier set admits, by place; pre-releases and yanked ones are not yet left out. */
export type Admitted = readonly boolean[];

/** Reads a project from the problem's index; one that isn't there has no releases. */
export function readProject(problem: ResolutionProblem, name: NormalizedName, isDirect: boolean): Project {
  const { mode } = problem.policy;
  const indexed = problem.index.get(name) ?? [];
  const releases: IndexedRelease[] = [];
  for (let at = indexed.length - 1; at >= 0; at--) {
    const release = indexed[at];
    const newer = releases.at(-1);
    if (release === undefined || !isUsable(problem, name, release)) continue;
    // 1.0 and 1.0.0 are one version: the first file found stands for both.
    if (newer !== undefined && compareVersions(newer.version, release.version) === 0) continue;
    releases.push(release);
  }
  if (mode === 'lowest' || (mode === 'lowest-direct' && isDirect)) releases.reverse();
  preferLocked(problem, name, releases);
  return {
    name,
    releases,
    isPrerelease: releases.map(({ version }) => isPrerelease(version)),
    isYanked: releases.map(({ yanked }) => yanked),
  };
}

/** Versions of an existing lock come first, as an installed version does that pip need not upgrade. */
function preferLocked(problem: ResolutionProblem, name: NormalizedName, releases: IndexedRelease[]): void {
  for (const version of [...(problem.policy.preferences.get(name) ?? [])].reverse()) {
    const place = releases.findIndex((release) => compareVersions(release.version, version) === 0);
    if (place > 0) releases.unshift(...releases.splice(place, 1));
  }
}

/** Whether pip sees the release at all. Unlike uv, it heeds an upper bound in Requires-Python. */
function isUsable(problem: ResolutionProblem, name: NormalizedName, release: IndexedRelease): boolean {
  const { policy, target, python } = problem;
  if (policy.excludeNewer !== undefined && !isBefore(release.uploaded, policy.excludeNewer)) return false;
  if (release.requiresPython !== undefined && !admits(release.requiresPython, python)) return false;
  if (release.hasSdist && !policy.noBuild.has(name)) return true;
  if (policy.noBinary.has(name)) return false;
  const tags = target.kind === 'environment' ? target.tags : undefined;
  return release.wheelTags.some((written) => tags === undefined || fits(written, tags));
}

function fits(written: string, tags: SupportedTags): boolean {
  const wheel = readWheelFilename(`project-1-${written}.whl`);
  return wheel !== undefined && bestTag(wheel, tags) !== undefined;
}

/** RFC 3339 instants in UTC are in the order of their text. A release without a date counts as too new. */
function isBefore(uploaded: string | undefined, instant: string): boolean {
  return uploaded !== undefined && uploaded < instant;
}

/** The releases that the set admits, pre-releases and yanked ones among them. */
export function admittedBy(project: Project, set: SpecifierSet): Admitted {
  return project.releases.map(({ version }) => admits(set, version));
}

/** What all clauses on a project together say. */
export interface Wish {
  readonly admitted: Admitted;
  /** Whether a clause names a pre-release, and so lets them in. */
  readonly namesPrerelease: boolean;
  /** Whether a clause names one version (`==` without a wildcard, or `===`): then a yanked one may do. */
  readonly isPinned: boolean;
}

/** What one specifier set says of a project. */
export function wishOf(project: Project, set: SpecifierSet): Wish {
  return { admitted: admittedBy(project, set), namesPrerelease: namesPrerelease(set), isPinned: isPinned(set) };
}

/** What two wishes say together. */
export function joinWishes(left: Wish, right: Wish): Wish {
  return {
    admitted: left.admitted.map((admitted, place) => admitted && right.admitted[place] === true),
    namesPrerelease: left.namesPrerelease || right.namesPrerelease,
    isPinned: left.isPinned || right.isPinned,
  };
}

/** Whether a clause names one version. */
export function isPinned(set: SpecifierSet): boolean {
  return set.clauses.some(({ kind, operator }) => kind === 'arbitrary' || (kind === 'comparison' && operator === '=='));
}

/** The places of the releases that may be tried for a wish, in their order: what pip's finder calls applicable. */
export function applicable(project: Project, wish: Wish, prereleases: 'allow' | 'refuse' | 'if-needed'): number[] {
  const admitted: number[] = [];
  for (let place = 0; place < project.releases.length; place++) if (wish.admitted[place]) admitted.push(place);
  const hasFinal = admitted.some((place) => !project.isPrerelease[place]);
  const takesPrereleases = prereleases === 'if-needed' ? wish.namesPrerelease || !hasFinal : prereleases === 'allow';
  const staged = takesPrereleases ? admitted : admitted.filter((place) => !project.isPrerelease[place]);
  // A yanked release is taken only if one version is named and nothing else has it (PEP 592).
  const takesYanked = wish.isPinned && staged.every((place) => project.isYanked[place]);
  return takesYanked ? staged : staged.filter((place) => !project.isYanked[place]);
}
