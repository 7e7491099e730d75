/** The parts that come late, put where the model finds them. For builds, tests and the worker all is there from the start. */
import { backtrackingReplayOf, elsewhereOf, readElsewhere, replayOf, solveByBacktracking } from '@/core/resolution';
import { decidedAt } from './decided';
import { elsewherePictureOf, linesElsewhere } from './elsewhere';
import { graphPictureOf } from './graph';
import { provideLateParts } from './late-parts';
import { learnedOf } from './learned';
import { lensPoster } from './lens-poster';
import { factsOfRace, raceOf } from './race';
import { stepCount, stepsOf } from './steps';
import { tuningOf } from './tuning';

provideLateParts({
  replayOf,
  solveByBacktracking,
  stepsOf,
  graphPictureOf,
  raceOf,
  tuningOf,
  learnedOf,
  decidedAt,
  factsOfRace,
  stepCount,
  lensPoster,
  backtrackingReplayOf,
  elsewhereOf,
  readElsewhere,
  elsewherePictureOf,
  linesElsewhere,
});
