/**
 * Work that asks a resolver many times, done a piece at a time so that it never holds the page up: when the time of a piece is over, the
 * resolver says so at its next question, and the next piece begins anew with all answers known that were found before.
 */
import { type Resolution, type ResolutionProblem, type ResolveOptions, writtenRequirement } from '@/core/resolution';

type Resolver = (problem: ResolutionProblem, options?: ResolveOptions) => Resolution;

export interface Thought<T> {
  /** What came of it; undefined while there is more to do. */
  readonly made: () => { readonly value: T } | undefined;
  /** Does another piece: all of the rest if it is never over. */
  readonly goOn: (isOver: () => boolean) => void;
}

const NO_TIME: Resolution = {
  kind: 'stopped',
  learned: [],
  packages: [],
  counts: { decisions: 0, conflicts: 0, releasesRead: 0, steps: 0 },
};

/** Thoughts about variants of one problem, which share what is known. */
export function thinker(problem: ResolutionProblem, resolve: Resolver): <T>(make: (ask: Resolver) => T) => Thought<T> {
  const known = new Map<string, Resolution>();
  return (make) => {
    let made: { readonly value: ReturnType<typeof make> } | undefined;
    return {
      made: () => made,
      goOn: (isOver) => {
        if (made !== undefined) return;
        let asked = 0;
        let isCut = false;
        const value = make((variant) => {
          const key = keyOf(variant, problem);
          const answer = known.get(key);
          if (answer !== undefined) return answer;
          // One question a piece is always answered, so that it ends.
          isCut ||= asked > 0 && isOver();
          if (isCut) return NO_TIME;
          asked += 1;
          const found = resolve(variant);
          known.set(key, found);
          return found;
        });
        if (!isCut) made = { value };
      },
    };
  };
}

/** Tells the problems apart that are made of one by changing its requirements and its settings. The index is always the same. */
function keyOf({ requirements, index: _, target, ...rest }: ResolutionProblem, of: ResolutionProblem): string {
  const own = requirements.map(({ requirement }) => writtenRequirement(requirement));
  // What is installed where: of the tags the Python tells all that changes.
  const place = target === of.target ? '' : target.kind === 'environment' ? target.environment : target;
  const changed = Object.entries(rest).filter(([name, value]) => value !== of[name as keyof typeof rest]);
  return JSON.stringify([own, place, changed], plain);
}

/** What JSON has no form for. */
function plain(_: string, value: unknown): unknown {
  if (value instanceof Set || value instanceof Map) return [...value];
  return typeof value === 'bigint' ? `${value}` : value;
}
