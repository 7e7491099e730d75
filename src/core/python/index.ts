// The packaging standards of Python: versions, specifiers, names, markers, requirements, file names, tags, dependency groups. The public face
// of this folder; nothing outside imports past it.

export { type AnyMachine, describeAnyMachine, describeNoBuilding, isDevice, readAnyMachine } from './any-machine';
export {
  type AnyMachineChange,
  type AnySystem,
  anyPythonVersions,
  changeAnyMachine,
  describeAnyFollowing,
  stepAnyVersion,
} from './any-machine-change';
export { type BuildFacts, type BuildNeeds, buildNeeds, describeBuildNeeds } from './build-needs';
export type { Candidate, Candidates, FileRequest, Judged, Refusal } from './candidate';
export { candidatesOf, chooseFile } from './choose-file';
export { type MarkerArena, markerArena } from './decision-diagram';
export { describeMismatch } from './describe-mismatch';
export { describePreference, type Preference, preferenceOf } from './describe-preference';
export { describeAbiTag, describeArchitecture, describePlatformTag, describePythonTag } from './describe-tag';
export {
  DEVICE_ARCHITECTURES,
  type DeviceSettings,
  describeDevice,
  PYODIDES,
  readDevice,
} from './device-settings';
export { type ExplainedPart, type ExplainedTag, type ExplainedWheel, explainWheel } from './explain-wheel';
export { type FileChoice, type FileFate, type FileStand, fatesOf } from './file-fate';
export {
  compressTags,
  formatSdistFilename,
  formatTagSet,
  formatWheelFilename,
  type TagSets,
} from './format-filename';
export { INSTALLER_DIFFERENCES, type InstallerDifference } from './installer-differences';
export { type Installer, installerTags } from './installer-tags';
export * from './lock';
export {
  changeMachine,
  describeFollowing,
  type MachineBuild,
  type MachineChange,
  pythonVersions,
  stepVersion,
} from './machine-change';
export {
  ARCHITECTURES,
  CPYTHON_VERSIONS,
  describeMachine,
  type MachineReading,
  type MachineSettings,
  readMachine,
  type SettingProblem,
} from './machine-settings';
export type {
  Marker,
  MarkerComparison,
  MarkerOperand,
  MarkerOperator,
  MarkerQuotes,
  MarkerVariable,
} from './marker';
export { formatComparison, formatMarker, MARKER_VARIABLES, quoteMarker } from './marker';
export {
  andMarkers,
  type IgnoredComparison,
  ignoredComparisons,
  implies,
  isAlways,
  isDisjoint,
  isInSet,
  isNever,
  isSameSet,
  type MarkerSet,
  markerSet,
  notMarker,
  orMarkers,
} from './marker-algebra';
export { assumeMarker, complexifyMarker, dropExtras, fixEnvironment, fixExtras, simplifyMarker } from './marker-assume';
export { type MachineDetails, markerEnvironment } from './marker-environment';
export type { ComparisonOutcome, MarkerContext, MarkerEnvironment, MarkerResult } from './marker-evaluate';
export { comparisonsOf, evaluateMarker } from './marker-evaluate';
export { type Fork, type Forks, forksOf } from './marker-forks';
export { markerOf, type WrittenSet } from './marker-of-set';
export { MAX_MARKER_DEPTH, parseMarker } from './marker-parse';
export { type PythonRange, type PythonStretch, requiresPythonOf } from './marker-python-range';
export * from './metadata';
export { mismatchWord } from './mismatch-word';
export type { NormalizedName } from './name';
export { isNormalizedName, normalizeName } from './name';
export { parseName } from './name-parse';
export type { Numeral } from './numeral';
export { compareNumerals, nextNumeral } from './numeral';
export { pipCandidates } from './pip-candidates';
export { placeOf, type TextPlace } from './place';
export { type PlatformTag, readPlatformTag } from './platform-tag';
export type { Platform, VersionPair } from './platform-tags';
export { platformTags } from './platform-tags';
export {
  PRERELEASE_MODES,
  type PrereleaseMode,
  type PrereleaseSelection,
  preferredOrder,
  prereleaseSelection,
} from './prerelease-selection';
export type { Parsed, Part, Problem, Span } from './problem';
export { partAt, problemAt } from './problem';
export * from './project';
export type { InterpreterRelease } from './python-axis';
export { type ListedFile, type ReleaseFile, readReleaseFile } from './release-file';
export type { Requirement, RequirementPart } from './requirement';
export { formatRequirement, isSameRequirement, parseRequirement } from './requirement';
export { allowsPython } from './requires-python';
export type { SdistFilename } from './sdist-filename';
export { parseSdistFilename } from './sdist-filename';
export { type SoughtTag, seekTag } from './seek-tag';
export type { Clause, SpecifierSet } from './specifier';
export { ANY_VERSION, formatClause, formatSpecifierSet, joinSpecifierSets } from './specifier';
export type { PrereleasePolicy } from './specifier-admits';
export { admits, admitsText, filterVersions, namesPrerelease } from './specifier-admits';
export { parseSpecifierSet, readSpecifierSet } from './specifier-parse';
export { type ClauseRefusal, describeRefusal, type RefusalRule, refusalsOf } from './specifier-refusal';
export { comparesText, versionSetOf } from './specifier-versions';
export { type TagRun, tagRuns } from './tag-runs';
export type { Tag, TagEnvironment } from './tags';
export { cpythonAbis, formatTag, ownPythonTag, supportedTags } from './tags';
export * from './toml';
export { uvCandidates } from './uv-candidates';
export { readUvRequiresPython, uvAllowsPython } from './uv-requires-python';
export type { PreRelease, Version } from './version';
export {
  baseVersion,
  canonicalVersion,
  formatVersion,
  isDevrelease,
  isPostrelease,
  isPrerelease,
  publicVersion,
} from './version';
export { boundAt } from './version-bound';
export { sortByVersion, versionKey } from './version-key';
export { compareVersions } from './version-order';
export { parseVersion } from './version-parse';
export { readVersion } from './version-scan';
export type { VersionInterval, VersionSet } from './version-set';
export {
  ALL_VERSIONS,
  complementOf,
  containsVersion,
  intervalsOf,
  isEmptySet,
  NO_VERSIONS,
  onlyVersion,
  versionSetKey,
} from './version-set';
export {
  areDisjoint,
  areEqualSets,
  differenceOf,
  intersectionOf,
  isSubset,
  relationOfSets,
  unionOf,
} from './version-set-algebra';
export { formatVersionSet, specifierSetOf } from './version-set-format';
export { nextInSet } from './version-set-search';
export { simplifyVersionSet } from './version-set-simplify';
export type { FittingTag, Mismatch, RankedWheel, SupportedTags, WheelFit, WheelRanking } from './wheel-choice';
export { arrangeTags, bestTag, fitWheel, mismatchesOf, placesOf, rankWheels } from './wheel-choice';
export type { BuildTag, WheelFilename } from './wheel-filename';
export { compareBuildTags, expandTags, readWheelFilename } from './wheel-filename';
export { parseWheelFilename, type WheelFilenamePart } from './wheel-filename-parse';
