// Wheels and sdists as files: opened, looked into, checked as the field’s tools check them, compared. The public face of this folder;
// nothing outside imports past it.

export { type Archive, type ArchiveEntry, type ArchiveKind, type EntryKind, isFile } from './archive/archive';
export { ARCHIVE_FINDINGS, type ArchiveFinding, type ArchiveFindingCode, type FindingWeight } from './archive/finding';
export { shownPath } from './archive/finding-list';
export { MAX_ARCHIVE_BYTES, MAX_ENTRIES, MAX_FILE_BYTES, MAX_UNPACKED_BYTES } from './archive/limits';
export { type OpenedArchive, openArchive, refuseSize } from './archive/open-archive';
export { type EntryContent, readEntry } from './archive/read-entry';
export type { BuildProblem, SourcePlace, Stage } from './build/build-problem';
export { BUILD_DIFFERENCES, type BuildDifference } from './build/differences';
export type {
  DistributionKind,
  DistributionPlan,
  FileSource,
  LeftOutFile,
  ModelledBackend,
  PlannedDistribution,
  PlannedFile,
} from './build/distribution-plan';
export { FRONTEND_DIFFERENCES, type FrontendDifference } from './build/frontends/differences';
export type { Frontend } from './build/frontends/frontend-rules';
export { PROJECT_FOLDER, planDistribution } from './build/plan-distribution';
export type { SourceFile, SourceTree } from './build/source-tree';
export { writeDistribution } from './build/write-distribution';
export { checkWithTwine, type TwineVerdict } from './check/twine';
export {
  checkWheelContents,
  NO_EXPECTATIONS,
  type WheelContentsVerdict,
  type WheelFailure,
} from './check/wheel-contents';
export { WHEEL_RULES, type WheelExpectations, type WheelRuleCode } from './check/wheel-contents-rules';
export {
  type ArchiveComparison,
  compareArchives,
  type EntryAspect,
  type EntryChange,
  type FieldChange,
} from './compare/compare-archives';
export { toBase64Url } from './inspect/base64-url';
export { fileTree, type TreeNode } from './inspect/file-tree';
export { inspectSdist, type SdistInspection } from './inspect/inspect-sdist';
export { inspectWheel, type ReadText, type WheelInspection } from './inspect/inspect-wheel';
export { INSPECTION_FINDINGS, type InspectionFinding, type InspectionFindingCode } from './inspect/inspection-finding';
export type { PathFile, PathLine } from './inspect/path-file';
export { type Placement, SCHEMES, type Scheme } from './inspect/placement';
export type { RecordReading, RecordRow, RecordRowKind } from './inspect/record-rows';
