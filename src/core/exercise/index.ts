/** The public face of core/exercise: quiz items and their grading, exercises on figures and their check, and what a reader has done. */
export { type Aliases, currentId, underCurrentIds } from './aliases';
export { type Answer, longestText, readAnswer, tickedOptions } from './answer';
export { fromBase64url, toBase64url } from './base64url';
export { checkExercise, doneTasks, type ExerciseVerdict, type TaskVerdict } from './check-exercise';
export { type Condition, isMet, type UnfitFact, unfitFact } from './condition';
export type { Exercise, Mistake, Task } from './exercise';
export { type ExerciseDraft, formatExerciseDraft, readExerciseDraft } from './exercise-draft';
export {
  begun,
  type ExerciseRecord,
  exerciseHasChanged,
  hinted,
  type Result,
  solutionShown,
  type TaskRecord,
  worked,
} from './exercise-record';
export type { Fact, Facts } from './fact';
export { importProgress, largestImport, type Problem, type ReadProgress } from './import-progress';
export { isObject, isTooDeep, type Json, parseJson } from './json';
export { merge, mergeRecords } from './merge';
export { currentSchema, migrate } from './migrations';
export * from './progress';
export { progressCode } from './progress-code';
export { formatProgress } from './progress-file';
export * from './quiz';
export { formatRecord, longestDraft, readRecord } from './read-record';
export { shownOrder, startOrder } from './start-order';
export { hasChanged, type Summary, summarise } from './summary';
export { type Ignoring, normaliseText } from './typed-text';
