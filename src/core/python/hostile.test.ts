// Whatever a stranger's file holds: no reader throws, and none takes long. `npm run fuzz` asks the same of more inputs.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STANDARD_SUITES } from './conformance/suites';
import { hostileText } from './hostile-text';
import {
  ANY_VERSION,
  arrangeTags,
  bestTag,
  checkHashes,
  chooseFile,
  complementOf,
  diffUvLocks,
  explainWheel,
  forksOf,
  formatDirectUrl,
  formatEntryPoints,
  formatMarker,
  formatMetadata,
  formatPylock,
  formatRecord,
  formatRequirement,
  formatRequirementsFile,
  formatSpecifierSet,
  formatToml,
  formatVersion,
  formatVersionSet,
  formatWheelFile,
  formatWheelFilename,
  isNever,
  type Marker,
  type Metadata,
  markerOf,
  markerSet,
  metadataOfProject,
  mismatchesOf,
  mismatchWord,
  normalizeName,
  notMarker,
  outputOfToml,
  type Pyproject,
  parseDirectUrl,
  parseEntryPoints,
  parseLicenseExpression,
  parseMarker,
  parseMetadata,
  parseName,
  parsePylock,
  parsePyproject,
  parseRecord,
  parseRequirement,
  parseRequirementsFile,
  parseSdistFilename,
  parseSpecifierSet,
  parseToml,
  parseUvLock,
  parseVersion,
  parseWheelFile,
  parseWheelFilename,
  readWheelFilename,
  requiresPythonOf,
  type SpecifierSet,
  specifierSetOf,
  type TomlTable,
  type UvLock,
  versionSetKey,
  versionSetOf,
} from './index';

/** A specifier set made a set of versions, its complement, and written again. */
function writtenAsSet(specifiers: SpecifierSet): string {
  const set = versionSetOf(specifiers);
  const back = specifierSetOf(set);
  const written = formatVersionSet(complementOf(set)) + versionSetKey(set) + formatVersionSet(set);
  return back === undefined ? written : written + formatSpecifierSet(back);
}

/** A name as the decoder explains it, with the problems of all its parts, held against a machine. */
function explained(text: string) {
  const { value, parts, problems } = explainWheel(text);
  if (value !== undefined && bestTag(value, DEBIAN) === undefined) mismatchesOf(value, DEBIAN).map(mismatchWord);
  return { value, problems: [...parts.flatMap((part) => part.problems), ...problems] };
}

/** A page with the text as name and as Requires-Python, looked at by both installers. */
function listed(text: string) {
  const page = [
    { filename: text },
    { filename: 'kit-1.0.tar.gz', 'requires-python': text },
    { filename: `kit-${text}.zip` },
  ];
  const request = { project: normalizeName('kit'), specifier: ANY_VERSION, supported: DEBIAN, python: '3.13.1' };
  for (const installer of ['pip', 'uv'] as const) chooseFile(page, request, installer);
  const wheel = readWheelFilename(text);
  if (wheel !== undefined) formatWheelFilename(wheel);
  return { value: text, problems: [] };
}

const DEBIAN = arrangeTags({
  implementation: 'cp',
  python: [3, 13],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 41] },
  freeThreaded: false,
});

/** A marker as a set of environments, with what can be asked of it. */
function throughAlgebra(marker: Marker): string {
  const set = markerSet(marker);
  const { forks } = { forks: [], ...forksOf([set]) };
  return [markerOf(notMarker(set)).kind, isNever(set), requiresPythonOf(set).kind, forks.length].join(' ');
}

/** A requirements file, its rules of hashes asked too. */
function rulesOfHashes(text: string) {
  const { value, problems } = parseRequirementsFile(text, new Map([['A', 'a']]));
  if (value !== undefined) checkHashes(value, true);
  return { value, problems };
}

/** The metadata of a project, written. */
function metadataText({ project }: Pyproject): string {
  const metadata = project && metadataOfProject(project, {});
  return (metadata && formatMetadata(metadata).text) ?? '';
}

/** A TOML document, written again. */
function rewriteToml(table: TomlTable): string {
  const output = outputOfToml(table);
  return output instanceof Map ? formatToml(output) : '';
}

const READERS = [
  { name: 'versions', read: parseVersion, write: formatVersion },
  { name: 'specifiers', read: parseSpecifierSet, write: formatSpecifierSet },
  { name: 'version sets', read: parseSpecifierSet, write: writtenAsSet },
  { name: 'markers', read: parseMarker, write: formatMarker },
  { name: 'marker sets', read: parseMarker, write: throughAlgebra },
  { name: 'requirements', read: parseRequirement, write: formatRequirement },
  { name: 'names', read: parseName, write: String },
  { name: 'wheel filenames', read: parseWheelFilename, write: () => '' },
  { name: 'explained wheel filenames', read: explained, write: () => '' },
  { name: 'sdist filenames', read: parseSdistFilename, write: () => '' },
  { name: 'files of a page', read: listed, write: () => '' },
  { name: 'core metadata', read: parseMetadata, write: (metadata: Metadata) => formatMetadata(metadata).text ?? '' },
  { name: 'licence expressions', read: parseLicenseExpression, write: () => '' },
  { name: 'entry points', read: parseEntryPoints, write: formatEntryPoints },
  { name: 'direct_url.json', read: parseDirectUrl, write: formatDirectUrl },
  { name: 'RECORD', read: parseRecord, write: formatRecord },
  { name: 'WHEEL', read: parseWheelFile, write: formatWheelFile },
  { name: 'TOML', read: parseToml, write: rewriteToml },
  { name: 'pyproject.toml', read: parsePyproject, write: metadataText },
  { name: 'pylock files', read: parsePylock, write: formatPylock },
  { name: 'uv locks', read: parseUvLock, write: (lock: UvLock) => JSON.stringify(diffUvLocks(lock, lock)) },
  { name: 'requirements files', read: rulesOfHashes, write: formatRequirementsFile },
] as const;

/** A reader and its writer on one input: never throws, and every problem has its place in the text. */
function survives<T>(
  read: (text: string) => { value: T | undefined; problems: readonly { at: { start: number; end: number } }[] },
  write: (value: T) => string,
  text: string,
): void {
  const { value, problems } = read(text);
  if (value !== undefined) write(value);
  expect(problems.length > 0).toBe(value === undefined);
  for (const { at } of problems) {
    if (!(0 <= at.start && at.start <= at.end && at.end <= text.length))
      throw new RangeError(`place ${JSON.stringify(at)}`);
  }
}

/** 2,000 texts a reader, or as many as `npm run fuzz` asks for. */
const numRuns = Math.max(2000, fc.readConfigureGlobal().numRuns ?? 0);
const LONG = 20_000;
/** More opened brackets than calls fit on the stack. */
const DEEP = 100_000;
/** Of our own work, in microseconds. The slowest reader takes two; a quadratic step of half a nanosecond takes ten on a long text. */
const LONGEST_A_CHARACTER = 10;
/** What the files of cases give to readers. */
const SAMPLES = [...STANDARD_SUITES.keys()].flatMap((suite) =>
  readFileSync(new URL(`conformance/${suite}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { input, document, specifier, marker, filename }: Readonly<Record<string, unknown>> = JSON.parse(line);
      return [input, document, specifier, marker, filename].filter((text) => typeof text === 'string');
    }),
);

const HOSTILE = hostileText(SAMPLES);

/** What opens something, over and over. */
const OPENING = ['(', '[a,', '((extra in ', '{"a":', "os_name=='a'and "];
const REPEATED = [
  ...['9', 'a', '.', '-', '1-', '+a', '"', "'", ' ', '>=1,', '==', '==1.*', '_', '1.', 'a.', 'é', '\\', '\ud800'],
  '1.0a1.post1.dev1',
];
/** A beginning, and what documents of lines, headers or brackets find hard after it again and again. */
const REPEATED_AFTER = [
  ['', 'Name: a\n'],
  ['', 'a=b\n'],
  ['', '\r'],
  ['', 'a,,\n'],
  ['License-Expression: ', '('],
  ['License-Expression: ', 'a '],
  ['Description-Content-Type: text/plain; a="', '\\'],
  ['Description-Content-Type: text/plain; ', '(a'],
  ['Requires-Dist: ', 'a;'],
  ['[a]\na = ', ' '],
  ['[a]\na = ', '\n b'],
  ['{"url": "', '@'],
] as const;

const repeated = (unit: string, size: number) => unit.repeat(size / unit.length);
const WORST: readonly string[] = [
  ...[...REPEATED.map((unit) => repeated(unit, LONG)), ...OPENING.map((unit) => repeated(unit, LONG))].flatMap(
    (long) => [
      long,
      `1.0${long}`,
      `a${long}`,
      `a>=${long}`,
      `a-1-${long}-none-any.whl`,
      `"${long}`,
      `a; os_name == ${long}`,
    ],
  ),
  ...REPEATED_AFTER.map(([start, unit]) => start + repeated(unit, LONG)),
  ...['', 'a; ', 'License-Expression: ', '[a]\na = '].flatMap((start) =>
    OPENING.map((unit) => start + repeated(unit, DEEP)),
  ),
];

/** How long a check of a text takes a processor, in microseconds a character. */
function timeOf(check: (text: string) => void, text: string): number {
  const before = process.cpuUsage();
  check(text);
  return process.cpuUsage(before).user / text.length;
}

describe('random and hostile text', () => {
  for (const { name, read, write } of READERS) {
    const check = (text: string) => survives(read as typeof parseName, write as typeof String, text);

    it(`never makes the reader of ${name} throw`, () => {
      fc.assert(fc.property(HOSTILE, check), { numRuns });
    });

    it(`never makes the reader of ${name} slow, at ${LONG} characters of the worst kind`, () => {
      // What takes long is asked twice more: a processor clears memory, and compiles what is new to it, when it likes.
      const isSlow = (text: string) => [1, 2, 3].every(() => timeOf(check, text) > LONGEST_A_CHARACTER);
      expect(WORST.find(isSlow)?.slice(0, 40)).toBe(undefined);
    });
  }
});
