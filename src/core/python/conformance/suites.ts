// What each file of reference cases asks of us: a case's line in, the answer that is expected and ours out. The files and
// their meaning: ../shared/fidelity/standards/README.md. Both answers are plain JSON, numbers beyond 2^53 as text.
import {
  admitsText,
  arrangeTags,
  baseVersion,
  canonicalVersion,
  compareVersions,
  evaluateMarker,
  expandTags,
  filterVersions,
  formatMarker,
  formatRequirement,
  formatSpecifierSet,
  formatTag,
  formatVersion,
  isDevrelease,
  isNormalizedName,
  isPostrelease,
  isPrerelease,
  type MarkerContext,
  type MarkerEnvironment,
  type Numeral,
  type PrereleasePolicy,
  parseMarker,
  parseName,
  parseRequirement,
  parseSdistFilename,
  parseSpecifierSet,
  parseVersion,
  parseWheelFilename,
  publicVersion,
  rankWheels,
  readVersion,
  supportedTags,
  type TagEnvironment,
  type Version,
} from '../index';
import { answers, type Case, type Compare, type Comparison, type Json, text, texts, unreadable } from './case';
import { dependencyGroups } from './dependency-groups-suite';
import { directUrl, licenses, metadata } from './metadata-suites';
import { pylock } from './pylock-suite';

/** Compares our answer to a case with the expected one, by the name of the case's file without `.jsonl`. */
export const STANDARD_SUITES: ReadonlyMap<string, Compare> = new Map([
  ['versions', versions],
  ['version-order', versionOrder],
  ['version-compare', versionCompare],
  ['specifiers', specifiers],
  ['filter', filter],
  ['markers', markers],
  ['requirements', requirements],
  ['names', names],
  ['wheel-filenames', wheelFilenames],
  ['sdist-filenames', sdistFilenames],
  ['tags', tags],
  ['wheel-choice', wheelChoice],
  ['metadata', metadata],
  ['licenses', licenses],
  ['direct-url', directUrl],
  ['pylock', pylock],
  ['dependency-groups', dependencyGroups],
]);

/** Our number as the files write it. */
function number(value: Numeral | undefined): Json {
  if (value === undefined) return null;
  return typeof value === 'number' ? value : String(value);
}

function versions(given: Case): Comparison {
  const version = parseVersion(text(given.input)).value;
  const expected = answers(given, 'input');
  if (version === undefined) return { expected, got: { valid: false } };
  const got = {
    valid: true,
    normalized: formatVersion(version),
    public: formatVersion(publicVersion(version)),
    base: formatVersion(baseVersion(version)),
    local: version.local.length === 0 ? null : version.local.join('.'),
    epoch: number(version.epoch),
    release: version.release.map(number),
    pre: version.pre === undefined ? null : [version.pre.letter, number(version.pre.number)],
    post: number(version.post),
    dev: number(version.dev),
    isPrerelease: isPrerelease(version),
    isPostrelease: isPostrelease(version),
    isDevrelease: isDevrelease(version),
    canonical: canonicalVersion(version),
  };
  return { expected, got };
}

function known(versionText: string): Version {
  const version = readVersion(versionText);
  return version ?? unreadable(`A case to be ordered holds no version: ${versionText}`);
}

function versionOrder(given: Case): Comparison {
  const read = texts(given.versions).map((written) => ({ written, version: known(written) }));
  read.sort((left, right) => compareVersions(left.version, right.version));
  return { expected: texts(given.sorted), got: read.map(({ written }) => written) };
}

function versionCompare(given: Case): Comparison {
  const got = Math.sign(compareVersions(known(text(given.left)), known(text(given.right))));
  return { expected: given.cmp ?? null, got };
}

function policy(value: Json | undefined): PrereleasePolicy {
  return value === null || value === undefined ? 'if-needed' : value ? 'allow' : 'refuse';
}

function specifiers(given: Case): Comparison {
  const set = parseSpecifierSet(text(given.specifier)).value;
  const contains = set && admitsText(set, text(given.version), policy(given.prereleases));
  return {
    expected: answers(given, 'specifier', 'version', 'prereleases'),
    got: { valid: set !== undefined, contains: contains ?? (given.contains === null ? null : false) },
  };
}

function filter(given: Case): Comparison {
  const set = parseSpecifierSet(text(given.specifier)).value;
  const filtered = set && filterVersions(set, texts(given.versions), (version) => version, policy(given.prereleases));
  return {
    expected: answers(given, 'specifier', 'versions', 'prereleases'),
    got: { valid: set !== undefined, filtered: filtered ?? null },
  };
}

function markers(given: Case): Comparison {
  const expected = answers(given, 'marker', 'environment', 'context', 'extra', 'dependencyGroups');
  const marker = parseMarker(text(given.marker)).value;
  if (marker === undefined) return { expected, got: { valid: false, result: null } };
  const { extra, dependencyGroups } = given;
  const context: MarkerContext = {
    kind: given.context as MarkerContext['kind'],
    ...(typeof extra === 'string' ? { extra } : {}),
    ...(Array.isArray(extra) ? { extras: texts(extra) } : {}),
    ...(Array.isArray(dependencyGroups) ? { dependencyGroups: texts(dependencyGroups) } : {}),
  };
  const result = evaluateMarker(marker, given.environment as MarkerEnvironment, context);
  const normalized = formatMarker(marker);
  if (result.kind === 'decided') return { expected, got: { valid: true, normalized, result: result.holds } };
  return { expected, got: { valid: true, normalized, result: null, error: result.error } };
}

function requirements(given: Case): Comparison {
  const requirement = parseRequirement(text(given.input)).value;
  const expected = answers(given, 'input');
  if (requirement === undefined) return { expected, got: { valid: false } };
  const got = {
    valid: true,
    name: requirement.name,
    canonicalName: requirement.normalizedName,
    extras: requirement.extras,
    specifier: formatSpecifierSet(requirement.specifier),
    url: requirement.url ?? null,
    marker: requirement.marker === undefined ? null : formatMarker(requirement.marker),
    normalized: formatRequirement(requirement),
  };
  return { expected, got };
}

function names(given: Case): Comparison {
  const input = text(given.input);
  const normalized = parseName(input).value;
  return {
    expected: answers(given, 'input'),
    got: { valid: normalized !== undefined, normalized: normalized ?? null, isNormalized: isNormalizedName(input) },
  };
}

function wheelFilenames(given: Case): Comparison {
  const wheel = parseWheelFilename(text(given.filename)).value;
  const expected = answers(given, 'filename');
  if (wheel === undefined) return { expected, got: { valid: false } };
  const got = {
    valid: true,
    name: wheel.name,
    version: formatVersion(wheel.version),
    build: wheel.build === undefined ? [] : [number(wheel.build.number), wheel.build.rest],
    tags: [...new Set([...expandTags(wheel)].map(formatTag))].sort(),
  };
  return { expected, got };
}

function sdistFilenames(given: Case): Comparison {
  const sdist = parseSdistFilename(text(given.filename)).value;
  const expected = answers(given, 'filename');
  if (sdist === undefined) return { expected, got: { valid: false } };
  return { expected, got: { valid: true, name: sdist.name, version: formatVersion(sdist.version) } };
}

function environmentOf(given: Case): TagEnvironment {
  // The files' environments have the shape of ours; a wrong one shows as a disagreement.
  return given.environment as Json & object as Case & TagEnvironment;
}

function tags(given: Case): Comparison {
  return { expected: texts(given.tags), got: supportedTags(environmentOf(given)).map(formatTag) };
}

function wheelChoice(given: Case): Comparison {
  const { ranked, incompatible } = rankWheels(texts(given.filenames), arrangeTags(environmentOf(given)));
  const files = ranked.map(({ filename }) => filename);
  return {
    expected: answers(given, 'environment', 'environmentId', 'filenames'),
    got: { chosen: files[0] ?? null, ranked: files, incompatible: incompatible.map(({ filename }) => filename).sort() },
  };
}
