/** How much work is done where: at once on the page, so that it answers within a frame, or in the worker, which may take its time. */

export interface Patience {
  /** Characters of a text that is read. */
  readonly characters: number;
  /** Requirements and releases of a scenario that is resolved. */
  readonly size: number;
  /** Steps of the search. */
  readonly steps: number;
  /** Steps of each of the searches that find the requirements at fault and the ways out, and of all of them. */
  readonly stepsOfOne: number;
  readonly stepsOfAll: number;
  /** Steps that are recorded for the replay; a longer one would be watched by nobody. */
  readonly replay: number;
  /** Rounds of backtracking. */
  readonly rounds: number;
  /** Whether why there is no answer, and the ways out, are made as soon as they are asked for: a page makes them a piece at a time. */
  readonly isAtOnce: boolean;
  /** Whether nobody goes on when these are used up. */
  readonly isLast: boolean;
}

/** The page's. The scenarios of the library need a quarter of the steps, and most of those for the ways out. */
export const INLINE: Patience = {
  characters: 12_000,
  size: 400,
  steps: 800,
  stepsOfOne: 600,
  stepsOfAll: 2_000,
  replay: 1_500,
  rounds: 250,
  isAtOnce: false,
  isLast: false,
};

/** Builds, checks and tests wait for all, and need no worker to count the rounds that an exercise asks about. */
export const AT_BUILD: Patience = { ...INLINE, rounds: 10_000, isAtOnce: true };

/** The worker's. It looks at the clock besides. */
export const IN_WORKER: Patience = {
  ...INLINE,
  characters: Number.POSITIVE_INFINITY,
  size: Number.POSITIVE_INFINITY,
  steps: 1_000_000,
  stepsOfOne: 50_000,
  stepsOfAll: 200_000,
  isAtOnce: true,
  isLast: true,
};
