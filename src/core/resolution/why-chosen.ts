// Why a release is the one that was chosen: who asks for what of its project, and what keeps out each release that would have been
// tried before it.
import {
  compareVersions,
  containsVersion,
  isPrerelease,
  type NormalizedName,
  type Version,
  versionSetOf,
} from '@/core/python';
import { type Ask, type Asks, countsIn, requirementsOf } from './asks';
import { describeHindrance } from './describe-choice';
import { tidySpecifier } from './explain/written-requirement';
import type { Pin } from './outcome';
import type { IndexedRelease, ResolutionProblem } from './problem';
import { projectNamed, releaseAt, usabilityIn } from './uv/project';
import { isPythonEnough, pythonFrom } from './uv/python-range';
import { type SearchContext, searchContext } from './uv/search-context';
import type { UnusableReason } from './uv/usability';

/** What keeps a release out. */
export type Hindrance =
  /** These ask for others. */
  | { readonly kind: 'out-of-range'; readonly asks: readonly Ask[] }
  /** It has no file, or came too late for the day that is resolved for. */
  | { readonly kind: 'not-there' }
  | { readonly kind: 'unusable'; readonly reason: UnusableReason }
  /** Final releases go first. */
  | { readonly kind: 'pre-release' }
  /** An existing lock has the chosen one. */
  | { readonly kind: 'locked' }
  /** It requires what doesn't go with a release that was chosen. */
  | { readonly kind: 'asks-otherwise'; readonly of: NormalizedName; readonly asks: string; readonly chosen: Version }
  /** Only the whole search can tell: something further on doesn't go with it. */
  | { readonly kind: 'search' };

/** Releases next to each other that the same keeps out. */
export interface PassedOver {
  /** As they would have been tried. */
  readonly releases: readonly Version[];
  readonly hindrance: Hindrance;
}

export interface Choice {
  readonly name: NormalizedName;
  readonly version: Version;
  readonly asks: readonly Ask[];
  /** Whether newer releases are tried first. */
  readonly isHighestFirst: boolean;
  /** What would have been tried before it, the first one first. */
  readonly passed: readonly PassedOver[];
  /** How many releases the index has. */
  readonly releases: number;
}

/** Why a project's release was chosen, for each project of an answer. Undefined for a project that wasn't. */
export function whyChosen(
  problem: ResolutionProblem,
  pins: readonly Pin[],
  asked: Asks,
): (name: NormalizedName) => Choice | undefined {
  const context = searchContext(problem, undefined);
  return (name) => choiceOf(context, pins, asked, name);
}

function choiceOf(context: SearchContext, pins: readonly Pin[], asked: Asks, name: NormalizedName): Choice | undefined {
  const { problem } = context;
  const pin = pins.find((each) => each.name === name);
  const indexed = problem.index.get(name) ?? [];
  const chosenAt = indexed.findIndex(({ version }) => version === pin?.version);
  if (pin === undefined || chosenAt === -1) return undefined;
  // An ask that the chosen release isn't in range of is another fork's.
  const asks = (asked.get(name) ?? []).filter(({ admits }) => admits[chosenAt] === true);
  const { mode } = problem.policy;
  const isDirect = asks.some(({ by }) => by.kind === 'root');
  const isHighestFirst = mode === 'highest' || (mode === 'lowest-direct' && !isDirect);
  const hindranceOf = judge(context, pins, pin, asks);
  const ascending = [...indexed.entries()];
  const before = isHighestFirst ? ascending.slice(chosenAt + 1).reverse() : ascending.slice(0, chosenAt);
  const passed: { releases: Version[]; hindrance: Hindrance }[] = [];
  for (const [place, release] of before) {
    const hindrance = hindranceOf(release, place);
    const last = passed.at(-1);
    if (last !== undefined && describeHindrance(last.hindrance) === describeHindrance(hindrance))
      last.releases.push(release.version);
    else passed.push({ releases: [release.version], hindrance });
  }
  return { name, version: pin.version, asks, isHighestFirst, passed, releases: indexed.length };
}

/** What keeps a release out, the plainest reason first. */
function judge(
  context: SearchContext,
  pins: readonly Pin[],
  pin: Pin,
  asks: readonly Ask[],
): (release: IndexedRelease, place: number) => Hindrance {
  const { problem } = context;
  const project = projectNamed(context, pin.name);
  const python = pythonFrom(problem.python);
  const locked = problem.policy.preferences.get(pin.name) ?? [];
  const isLocked = locked.some((version) => compareVersions(version, pin.version) === 0);
  return (release, place) => {
    const against = asks.filter(({ admits }) => admits[place] !== true);
    if (against.length > 0) return { kind: 'out-of-range', asks: against };
    const known = releaseAt(project, project.releases.indexOf(release));
    if (known === undefined) return { kind: 'not-there' };
    const usability = usabilityIn(context, known);
    if (usability.kind === 'unusable') return { kind: 'unusable', reason: usability.reason };
    const { requiresPython } = release;
    const isOfOne = problem.target.kind === 'environment';
    if (isOfOne && requiresPython !== undefined && !isPythonEnough(python, requiresPython)) {
      return { kind: 'unusable', reason: { kind: 'requires-python', requiresPython } };
    }
    if (isLocked) return { kind: 'locked' };
    if (isPrerelease(release.version) && !isPrerelease(pin.version)) return { kind: 'pre-release' };
    return otherwise(problem, pins, release, pin) ?? { kind: 'search' };
  };
}

/** The first requirement of a release that a chosen one isn't in range of. */
function otherwise(
  problem: ResolutionProblem,
  pins: readonly Pin[],
  release: IndexedRelease,
  { name, extras }: Pin,
): Hindrance | undefined {
  const { overrides } = problem.policy;
  for (const requirement of requirementsOf(release, extras)) {
    const chosen = pins.find((each) => each.name === requirement.normalizedName);
    if (chosen === undefined || chosen.name === name || !countsIn(problem, requirement)) continue;
    const { specifier } = overrides.find((each) => each.normalizedName === chosen.name) ?? requirement;
    if (containsVersion(versionSetOf(specifier), chosen.version)) continue;
    const asks = tidySpecifier(specifier);
    return { kind: 'asks-otherwise', of: chosen.name, asks, chosen: chosen.version };
  }
  return undefined;
}
