// Whether a small problem can be solved, by trying everything: what the strategies are held against in tests. Knows
// requirements, extras and markers of one environment, and takes every release to be usable.
import { admits, evaluateMarker, type NormalizedName, normalizeName, type Requirement } from '@/core/python';
import type { Pin } from './outcome';
import type { IndexedRelease, ResolutionProblem } from './problem';

type Chosen = ReadonlyMap<NormalizedName, IndexedRelease>;

/** The requirements of a release with these extras, as far as their markers hold. */
export function requiredBy(
  problem: ResolutionProblem,
  release: IndexedRelease,
  extras: Iterable<string>,
): readonly Requirement[] {
  const more = [...extras].flatMap((extra) => release.extras.get(normalizeName(extra)) ?? []);
  return [...release.requires, ...more].filter((requirement) => applies(problem, requirement));
}

/** Whether the requirement's marker holds where the problem is solved for. */
export function applies({ target }: ResolutionProblem, { marker }: Requirement): boolean {
  if (marker === undefined || target.kind === 'universal') return true;
  const result = evaluateMarker(marker, target.environment, { kind: 'metadata', extra: '' });
  return result.kind === 'decided' && result.holds;
}

/** Whether one release a project can be chosen so that all requirements hold. */
export function isSolvable(problem: ResolutionProblem): boolean {
  const root = problem.requirements.map(({ requirement }) => requirement).filter((each) => applies(problem, each));
  return canChoose(problem, root, new Map());
}

function canChoose(problem: ResolutionProblem, root: readonly Requirement[], chosen: Chosen): boolean {
  const open = openRequirement(problem, root, chosen);
  if (open === 'conflict') return false;
  if (open === undefined) return true;
  return (problem.index.get(open) ?? []).some((release) =>
    canChoose(problem, root, new Map([...chosen, [open, release]])),
  );
}

/** A project that is required and not chosen yet; `conflict` if a choice breaks a requirement. */
function openRequirement(
  problem: ResolutionProblem,
  root: readonly Requirement[],
  chosen: Chosen,
): NormalizedName | 'conflict' | undefined {
  const all = [...requirementsOf(problem, root, chosen)];
  const broken = all.some(({ normalizedName, specifier }) => {
    const release = chosen.get(normalizedName);
    return release !== undefined && !admits(specifier, release.version);
  });
  if (broken) return 'conflict';
  return all.find(({ normalizedName }) => !chosen.has(normalizedName))?.normalizedName;
}

/** The requirements of the root and of everything chosen that it leads to. */
export function requirementsOf(
  problem: ResolutionProblem,
  root: readonly Requirement[],
  chosen: Chosen,
): ReadonlySet<Requirement> {
  const found = new Set<Requirement>();
  const open = [...root];
  for (let requirement = open.pop(); requirement !== undefined; requirement = open.pop()) {
    if (found.has(requirement)) continue;
    found.add(requirement);
    const release = chosen.get(requirement.normalizedName);
    if (release !== undefined) open.push(...requiredBy(problem, release, requirement.extras));
  }
  return found;
}

/** What is wrong with pins as an answer to the problem: nothing, if they solve it and hold nothing unneeded. */
export function faultsOf(problem: ResolutionProblem, pins: readonly Pin[]): readonly string[] {
  const chosen = new Map<NormalizedName, IndexedRelease>();
  const faults: string[] = [];
  for (const { name, version } of pins) {
    const release = problem.index.get(name)?.find((each) => each.version === version);
    if (release === undefined) faults.push(`${name} has no such release`);
    else chosen.set(name, release);
  }
  const root = problem.requirements.map(({ requirement }) => requirement).filter((each) => applies(problem, each));
  const required = requirementsOf(problem, root, chosen);
  for (const { normalizedName, specifier } of required) {
    const release = chosen.get(normalizedName);
    if (release === undefined) faults.push(`${normalizedName} is missing`);
    else if (!admits(specifier, release.version)) faults.push(`${normalizedName} ${release.written} is not admitted`);
  }
  const needed = new Set([...required].map(({ normalizedName }) => normalizedName));
  for (const name of chosen.keys()) if (!needed.has(name)) faults.push(`${name} is not needed`);
  return faults;
}
