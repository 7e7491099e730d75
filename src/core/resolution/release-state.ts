// What stands against a release whatever is asked: it is a pre-release, was yanked, wants another Python, has no file that fits, or
// came too late. For showing; the search meets the same one by one (uv/usability.ts, uv/candidate.ts, uv/project.ts).
import { isPrerelease, type NormalizedName } from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from './problem';
import { readInstant } from './scenario/instant';
import { isPythonEnough, pythonFrom } from './uv/python-range';
import { fitsTags, usabilityOf } from './uv/usability';

/** The first of these that holds. A pre-release and a yanked release may be chosen all the same, where they are asked for. */
export type ReleaseState = 'too-new' | 'no-file' | 'requires-python' | 'yanked' | 'pre-release';

/** The states of a project's releases, ascending; undefined for one that nothing stands against. */
export function releaseStates(problem: ResolutionProblem, name: NormalizedName): readonly (ReleaseState | undefined)[] {
  const { target, policy } = problem;
  const fits = target.kind === 'universal' ? () => true : fitsTags(target.tags);
  // Where it is resolved for all of a range of Pythons, a release that wants a newer one may be taken for a part of them.
  const python = target.kind === 'universal' ? undefined : pythonFrom(problem.python);
  return (problem.index.get(name) ?? []).map((release) => {
    if (isTooNew(release, policy.excludeNewer)) return 'too-new';
    const usability = usabilityOf(name, release, policy, fits, true);
    if (usability.kind === 'unusable') return 'no-file';
    if (python !== undefined && !isPythonEnough(python, release.requiresPython)) return 'requires-python';
    if (release.yanked) return 'yanked';
    return isPrerelease(release.version) ? 'pre-release' : undefined;
  });
}

function isTooNew({ uploaded }: IndexedRelease, newestBefore: string | undefined): boolean {
  if (newestBefore === undefined) return false;
  const instant = uploaded === undefined ? undefined : readInstant(uploaded, 'from');
  return instant === undefined || instant >= newestBefore;
}
