/**
 * What the other lenses need of the core: it comes when one of them is chosen, or the settings are opened. `lenses.ts` puts it here
 * as it loads, so that the first moment loads without it.
 */
import type {
  backtrackingReplayOf,
  elsewhereOf,
  readElsewhere,
  replayOf,
  solveByBacktracking,
} from '@/core/resolution';
import type { decidedAt } from './decided';
import type { elsewherePictureOf, linesElsewhere } from './elsewhere';
import type { graphPictureOf } from './graph';
import type { learnedOf } from './learned';
import type { lensPoster } from './lens-poster';
import type { factsOfRace, raceOf } from './race';
import type { stepCount, stepsOf } from './steps';
import type { tuningOf } from './tuning';

export interface LateParts {
  readonly replayOf: typeof replayOf;
  readonly solveByBacktracking: typeof solveByBacktracking;
  readonly stepsOf: typeof stepsOf;
  readonly graphPictureOf: typeof graphPictureOf;
  readonly raceOf: typeof raceOf;
  readonly tuningOf: typeof tuningOf;
  readonly learnedOf: typeof learnedOf;
  readonly decidedAt: typeof decidedAt;
  readonly factsOfRace: typeof factsOfRace;
  readonly stepCount: typeof stepCount;
  readonly lensPoster: typeof lensPoster;
  readonly backtrackingReplayOf: typeof backtrackingReplayOf;
  readonly elsewhereOf: typeof elsewhereOf;
  readonly readElsewhere: typeof readElsewhere;
  readonly elsewherePictureOf: typeof elsewherePictureOf;
  readonly linesElsewhere: typeof linesElsewhere;
}

let parts: LateParts | undefined;

export function provideLateParts(loaded: LateParts): void {
  parts = loaded;
}

/** Undefined until they have loaded. */
export function lateParts(): LateParts | undefined {
  return parts;
}
