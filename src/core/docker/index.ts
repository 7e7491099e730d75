// Dockerfiles, builds and images, after BuildKit. The public face of this folder.

export { type BuildInput, type BuildOutcome, type BuildState, type Built, build, FIRST_STATE } from './build/build';
export type { BuildStep, StepStatus } from './build/build-step';
export { type BuilderRules, CURRENT_BUILDER, ENGINE_20_10 } from './build/builder-rules';
export type { Cause } from './build/cause';
export { describeCause } from './build/describe-cause';
export type { KnownCommand } from './effects/known-command';
export { type ContextEntries, type ContextEntry, contextOf, editContext } from './files/build-context';
export type { Directory, FileNode } from './files/node';
export { sentContext } from './files/sent-context';
export { addedBytes, type BuiltImage, differenceFromBase, type ImageLayer, pathsOf } from './image/built-image';
export { EMPTY_CONFIG, type ImageConfig } from './plan/image-config';
export { catalogOfBases, type DeclaredBase } from './project/bases';
export { DOWNLOAD_BYTES_PER_SECOND, SECONDS_PER_STEP, type StepCost, WRITE_BYTES_PER_SECOND } from './project/cost';
export {
  buildProject,
  FIRST_PROJECT_STATE,
  type ProjectBuild,
  type ProjectOutcome,
  type ProjectState,
  type ProjectStep,
  type ProjectWorld,
} from './project/project';
export { rulesOf, runScenario } from './scenario/run-scenario';
export { findFault, type RecordedWith, type ScenarioBuild } from './scenario/scenario';
export { type ScenarioOutcome, scenarioOutcome } from './scenario/scenario-outcome';
export type { StandIns } from './scenario/stand-in-images';
