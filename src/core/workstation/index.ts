/** The simulated machine: what a shell, an interpreter and an installer do on it. */
export {
  describeInstallProblem,
  describeInstallStep,
  describeLeftRequirement,
  describeWish,
} from './install/describe';
export { describePassOver } from './install/describe-pass-over';
export { describeStanding, standingWord } from './install/describe-standing';
export { type FileListText, formatFileList, MAX_FILES, parseFileList } from './install/file-list-text';
export { formatBytes } from './install/format-bytes';
export type { IndexAnswer, IndexFile, RecordEntry, RecordedIndex, WheelMetadata } from './install/index-answer';
export { type InstallRun, installSteps } from './install/install-steps';
export { reasonWords } from './install/reason-word';
export {
  chooseOfRelease,
  type FileStanding,
  type ReleaseChoice,
  type StandingFile,
} from './install/release-choice';
export type { ChosenWheel, InstalledRelease, InstallInput } from './install/resolve';
export type {
  InstallProblem,
  InstallStep,
  LeftRequirement,
  PassedOver,
  PassOverReason,
  Resolved,
  UnpackedFile,
  Wish,
  Wisher,
} from './install/step';
export type { TargetMachine } from './install/target-machine';
export { trimIndex } from './install/trim-index';
export {
  type ActivateScript,
  type Activation,
  activate,
  compareShells,
  type Deactivation,
  deactivate,
  type ShellChange,
} from './lookup/activation';
export {
  type CommandFinding,
  type CommandLookup,
  type CommandVerdict,
  type DirectFinding,
  findCommand,
  rememberCommand,
  type Station,
} from './lookup/command-lookup';
export {
  announceCommand,
  announceModule,
  describeCommand,
  describeCommandFinding,
  describeModule,
  describeModuleFinding,
  describeOmission,
  describeOrigin,
  describeStation,
} from './lookup/describe';
export type { Interpreter, Invocation, Option, Run, Startup, StartupProblem } from './lookup/interpreter';
export { createMachine, type Machine, type MachineDescription, namesIn, realPath, resolvePath } from './lookup/machine';
export { bashMessage, describeType, type Message, pythonMessage, startMessage } from './lookup/messages';
export {
  type FoundModule,
  findModule,
  type ModuleFinding,
  type ModuleLookup,
  type ModuleStation,
  type ModuleVerdict,
} from './lookup/module-lookup';
export { absolutePath, folderOf, nameOf, type Path } from './lookup/path';
export {
  assign,
  createShell,
  environmentOf,
  type PathEntry,
  pathEntries,
  type Shell,
  type ShellDescription,
  type Variable,
  variableValue,
} from './lookup/shell';
export { type ModuleSearch, moduleSearch, type Omission, type Origin, type SearchEntry } from './lookup/sys-path';
export { type TypeAnswer, typeAll, typeCommand, whichCommand } from './lookup/which';
export { type AfterEdit, afterEdit } from './project/after-edit';
export type { EditEffect } from './project/edit-effect';
export { installDistribution, type TakenFrom } from './project/install-distribution';
export type {
  EditableLink,
  Installation,
  InstalledFile,
  InstalledFrom,
  InstallFailure,
  InstallOutcome,
} from './project/installation';
export { runCommand, runImport, runModule } from './project/run-command';
export {
  type ImportedCopy,
  type InsertedFolder,
  type TestCommand,
  type TestFile,
  type TestsImport,
  whatTestsImport,
} from './project/tests-import';
export type { CodePlace, LookedAt, Walk, WalkEnd, WalkStation, WalkStep } from './project/walk';
export {
  binOf,
  PYTEST,
  type ReleaseAtHand,
  sitePackagesOf,
  USUAL_WORKPLACE,
  type Workplace,
} from './project/workplace';
export { type World, worldOf } from './project/world';
export { code, plainText, type Sentence, say, together } from './sentence';
