// What a choice of versions comes to, without any solver: walks from the root along the requirements of what was chosen. With
// it tests tell whether an answer is right, and whether there is one at all.
import { admits, evaluateMarker, type NormalizedName, normalizeName, type Requirement } from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from '../problem';

export type Chosen = ReadonlyMap<NormalizedName, IndexedRelease>;

export interface CheckedSolution {
  /** The requirements that count and that the choice doesn't satisfy. */
  readonly unsatisfied: readonly Requirement[];
  /** The projects that the root requires, directly or not. */
  readonly needed: ReadonlySet<NormalizedName>;
}

/** Checks a choice of one release for each project, for a problem of one environment without constraints and overrides. */
export function checkSolution(problem: ResolutionProblem, chosen: Chosen): CheckedSolution {
  const unsatisfied: Requirement[] = [];
  const needed = new Set<NormalizedName>();
  const open = problem.requirements.map(({ requirement }) => requirement);
  const seen = new Set<string>();
  for (const requirement of open) {
    if (!counts(problem, requirement)) continue;
    const { normalizedName: name, extras } = requirement;
    needed.add(name);
    const release = chosen.get(name);
    if (release === undefined || !admits(requirement.specifier, release.version)) {
      unsatisfied.push(requirement);
      continue;
    }
    for (const extra of [undefined, ...extras.map(normalizeName)]) {
      if (seen.has(`${name} ${extra}`)) continue;
      seen.add(`${name} ${extra}`);
      open.push(...(extra === undefined ? release.requires : (release.extras.get(extra) ?? [])));
    }
  }
  return { unsatisfied, needed };
}

/** Whether some choice of versions satisfies everything: tries all of them. */
export function hasSolution(problem: ResolutionProblem): boolean {
  let choices: Chosen[] = [new Map()];
  for (const [name, releases] of problem.index) {
    choices = choices.flatMap((chosen) => [chosen, ...releases.map((release) => new Map(chosen).set(name, release))]);
  }
  return choices.some((chosen) => checkSolution(problem, chosen).unsatisfied.length === 0);
}

function counts({ target }: ResolutionProblem, { marker }: Requirement): boolean {
  if (marker === undefined || target.kind === 'universal') return true;
  const result = evaluateMarker(marker, target.environment, { kind: 'metadata' });
  return result.kind === 'decided' && result.holds;
}
