// Dockerfiles, builds and images, after BuildKit. The public face of this folder.

export { type BuildInput, type BuildOutcome, type BuildState, type Built, build, FIRST_STATE } from './build/build';
export type { BuildStep, StepStatus } from './build/build-step';
export { type BuilderRules, CURRENT_BUILDER, ENGINE_20_10 } from './build/builder-rules';
export type { Cause, ChangedFile, ChangedVariable, StepPlace } from './build/cause';
export { describeCause } from './build/describe-cause';
export type { RunReport } from './build/execute';
export type { StepProblem } from './build/step-problem';
export { BUILDER_DIFFERENCES, type BuilderDifference } from './differences';
export { type DockerfileProblem, parseDockerfile } from './dockerfile';
export { COST_MODEL, type StepCost } from './effects/cost-model';
export {
  DEBIAN_LISTS,
  DEBIAN_PACKAGES,
  DEBIAN_WITH_RECOMMENDED,
  type MeasuredSize,
  NODE_PACKAGES,
  PYTHON_PACKAGES,
  UNLISTED,
} from './effects/package-sizes';
export { type FileFact, NO_EFFECT, type RunEffect } from './effects/run-effect';
export { simulateRun } from './effects/simulate-run';
export { type ContextEntries, type ContextEntry, contextOf, editContext } from './files/build-context';
export { type ChangedPart, changesBetween, type FileChange } from './files/compare-trees';
export { type FileContent, sha256Of, sizeOf, textOf } from './files/content';
export { type Layer, type Snapshot, sizeBelow, type WriteExtent } from './files/layer';
export type { Directory, FileNode, RegularFile, Symlink } from './files/node';
export { hashedBytes } from './files/repeated-digest';
export { type IgnoreProblem, type SentContext, sentContext } from './files/sent-context';
export { nodeAt, walk } from './files/tree';
export { readIgnoreFile } from './ignore';
export {
  addedBytes,
  type BuiltImage,
  differenceFromBase,
  type ImageDifference,
  type ImageLayer,
  pathsOf,
} from './image/built-image';
export { type HistoryLine, historyLines } from './image/history-lines';
export { type LayerChanges, layerChanges } from './image/layer-changes';
export {
  buriedBytes,
  buriedIn,
  isSecretName,
  likelySecrets,
  placesOf,
  type ReadablePlace,
  readableSecrets,
} from './image/readable-secrets';
export { type Finding, LINT_RULES, type Linted, type LintRule, type LintRuleName } from './lint';
export type { LogLine, LogLineKind } from './log/log-line';
export type { BaseImage, BaseLayer, ImageCatalog } from './plan/base-image';
export { EMPTY_CONFIG, type Healthcheck, type ImageConfig } from './plan/image-config';
export { type Plan, type Planned, planDockerfile } from './plan/plan-dockerfile';
export { formatPlatform, type Platform, parsePlatform } from './plan/platform';
export type { ImageLink, StageLink } from './plan/stage-graph';
export type { HistoryEntry, PlannedStep } from './plan/stage-state';
export { catalogOfBases, type DeclaredBase } from './project/bases';
export { type BuildOffers, offersOf } from './project/build-offers';
export type { ProjectFault } from './project/faults';
export { lintProject } from './project/lint-project';
export { buildProject, type ProjectBuild, type ProjectOutcome, type ProjectWorld } from './project/project';
export { projectLog } from './project/project-log';
export { buildInputOf, rulesOf, runScenario } from './scenario/run-scenario';
export { type DeclaredEffect, findFault, type RecordedWith, type ScenarioBuild } from './scenario/scenario';
export { factOf, type ScenarioOutcome, scenarioOutcome } from './scenario/scenario-outcome';
export { catalogOf, type StandIns } from './scenario/stand-in-images';
