// One requirement of the reader's loosened no further than is needed, by solving again: widened to the nearest release that
// helps, or its extras dropped.
import { ANY_VERSION, admits, compareVersions, formatVersion, type Version } from '@/core/python';
import type { ResolvedFork } from '../outcome';
import type { ResolutionProblem } from '../problem';
import { existingIn } from './statement';
import type { Change } from './ways-out';
import { widenTo } from './widen';

/** The most problems that are solved to find the nearest release that helps; halving the rest each time, it's 1 of 32. */
const MAX_HALVINGS = 5;

export interface Loosened {
  readonly change: Change;
  readonly forks: readonly ResolvedFork[];
}

type Solve = (change: Change) => readonly ResolvedFork[] | undefined;

/**
 * The changes of one requirement that are enough, with what they lead to: the closest first, then the bare project where that
 * leads to other versions. None if only leaving it out is enough.
 */
export function loosen(problem: ResolutionProblem, { place, from }: Change, solve: Solve): readonly Loosened[] {
  const attempt = (kind: Change['kind'], to: Change['from']): Loosened | undefined => {
    const change: Change = { place, kind, from, to };
    const forks = solve(change);
    return forks && { change, forks };
  };
  const bare =
    from.specifier.clauses.length === 0 ? undefined : attempt('without-clauses', { ...from, specifier: ANY_VERSION });
  if (bare !== undefined) {
    const closest = nearest(problem, bare, solve);
    if (closest === undefined) return [bare];
    return pinsOf(closest.forks) === pinsOf(bare.forks) ? [closest] : [closest, bare];
  }
  const plain = from.extras.length === 0 ? undefined : attempt('without-extras', { ...from, extras: [] });
  return plain === undefined ? [] : [plain];
}

/** The requirement widened to what the bare one leads to, and then to the nearest release on that side with which it can be met. */
function nearest(problem: ResolutionProblem, { change, forks }: Loosened, solve: Solve): Loosened | undefined {
  const { from, place } = change;
  const { normalizedName: name, specifier } = from;
  const wanted = forks.flatMap(({ pins }) => pins.filter((pin) => pin.name === name).map(({ version }) => version));
  const outside = wanted.filter((version) => !admits(specifier, version)).sort(compareVersions);
  const [lowest] = outside;
  const highest = outside.at(-1);
  if (lowest === undefined || highest === undefined) return undefined;
  const attempt = (versions: readonly Version[]): Loosened | undefined => {
    let wider: typeof specifier | undefined = specifier;
    for (const version of versions) wider = wider && widenTo(wider, version);
    if (wider === undefined) return undefined;
    const widened: Change = { place, kind: 'widened', from, to: { ...from, specifier: wider } };
    const answer = solve(widened);
    return answer && { change: widened, forks: answer };
  };
  let best = attempt([lowest, highest]);
  if (best === undefined || compareVersions(lowest, highest) !== 0) return best;
  const nearer = between(problem, specifier, name, lowest);
  // Those nearer than `low` don't help; `high` is where it is known that one does.
  let [low, high] = [0, nearer.length];
  for (let halvings = 0; low < high && halvings < MAX_HALVINGS; halvings++) {
    const middle = Math.floor((low + high) / 2);
    const version = nearer[middle];
    const found = version && attempt([version]);
    if (found === undefined) low = middle + 1;
    else {
      best = found;
      high = middle;
    }
  }
  return best;
}

/** The releases that aren't admitted either and lie between what is admitted and the version, the nearest to what is admitted first. */
function between(
  problem: ResolutionProblem,
  specifier: Change['from']['specifier'],
  name: Change['from']['normalizedName'],
  version: Version,
): readonly Version[] {
  const known = existingIn(problem)(name);
  const isIn = known.map((each) => admits(specifier, each));
  const at = known.findIndex((each) => compareVersions(each, version) === 0);
  const [first, last] = [isIn.indexOf(true), isIn.lastIndexOf(true)];
  if (at === -1 || first === -1) return [];
  if (at > last) return known.slice(last + 1, at);
  return at < first ? known.slice(at + 1, first).reverse() : [];
}

/** What is installed where, whichever fork came first. */
function pinsOf(forks: readonly ResolvedFork[]): string {
  const texts = forks.map(
    ({ markers, pins }) => `${markers}: ${pins.map(({ name, version }) => `${name} ${formatVersion(version)}`)}`,
  );
  return texts.sort().join('\n');
}
