// Dockerfiles, builds and images, after BuildKit. The public face of this folder.

export { type BuildInput, type BuildOutcome, type BuildState, type Built, build, FIRST_STATE } from './build/build';
export type { BuildStep, StepStatus } from './build/build-step';
export { type BuilderRules, CURRENT_BUILDER, ENGINE_20_10 } from './build/builder-rules';
export type { Cause } from './build/cause';
export { type ContextEntries, type ContextEntry, contextOf, editContext } from './files/build-context';
export { sentContext } from './files/sent-context';
export { addedBytes, type BuiltImage, differenceFromBase, type ImageLayer, pathsOf } from './image/built-image';
export { EMPTY_CONFIG, type ImageConfig } from './plan/image-config';
export { rulesOf, runScenario } from './scenario/run-scenario';
export { findFault, type RecordedWith, type ScenarioBuild } from './scenario/scenario';
export { type ScenarioOutcome, scenarioOutcome } from './scenario/scenario-outcome';
export type { StandIns } from './scenario/stand-in-images';
