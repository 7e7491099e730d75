// The packaging standards of Python: versions, specifiers, names, markers, requirements, file names, tags. The public face
// of this folder; nothing outside imports past it.

export { describeMismatch } from './describe-mismatch';
export type { Marker, MarkerComparison, MarkerOperand, MarkerOperator, MarkerVariable } from './marker';
export { formatComparison, formatMarker, MARKER_VARIABLES } from './marker';
export type { ComparisonOutcome, MarkerContext, MarkerEnvironment, MarkerResult } from './marker-evaluate';
export { comparisonsOf, evaluateMarker } from './marker-evaluate';
export { MAX_MARKER_DEPTH, parseMarker } from './marker-parse';
export type { NormalizedName } from './name';
export { isNormalizedName, normalizeName, parseName } from './name';
export type { Numeral } from './numeral';
export { compareNumerals, nextNumeral } from './numeral';
export type { Platform, VersionPair } from './platform-tags';
export { platformTags } from './platform-tags';
export type { Parsed, Part, Problem, Span } from './problem';
export { partAt, problemAt } from './problem';
export type { Requirement, RequirementPart } from './requirement';
export { formatRequirement, parseRequirement } from './requirement';
export type { SdistFilename } from './sdist-filename';
export { parseSdistFilename } from './sdist-filename';
export type { Clause, SpecifierSet } from './specifier';
export { ANY_VERSION, formatClause, formatSpecifierSet, joinSpecifierSets } from './specifier';
export type { PrereleasePolicy } from './specifier-admits';
export { admits, admitsText, filterVersions, namesPrerelease } from './specifier-admits';
export { parseSpecifierSet, readSpecifierSet } from './specifier-parse';
export type { Tag, TagEnvironment } from './tags';
export { cpythonAbis, formatTag, ownPythonTag, supportedTags } from './tags';
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
export { compareVersions } from './version-order';
export { parseVersion, readVersion } from './version-parse';
export type { FittingTag, Mismatch, RankedWheel, SupportedTags, WheelFit, WheelRanking } from './wheel-choice';
export { arrangeTags, bestTag, fitWheel, mismatchesOf, rankWheels } from './wheel-choice';
export type { BuildTag, WheelFilename, WheelFilenamePart } from './wheel-filename';
export { compareBuildTags, expandTags, parseWheelFilename, readWheelFilename } from './wheel-filename';
