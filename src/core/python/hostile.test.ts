// Whatever a stranger's file holds: no reader throws, and none takes long. `npm run fuzz` asks the same of more inputs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrangeTags,
  bestTag,
  checkHashes,
  explainWheel,
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
  formatWheelFile,
  type Metadata,
  metadataOfProject,
  mismatchesOf,
  mismatchWord,
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
  parseVersion,
  parseWheelFile,
  parseWheelFilename,
  type TomlTable,
} from './index';

/** A name as the decoder explains it, with the problems of all its parts, held against a machine. */
function explained(text: string) {
  const { value, parts, problems } = explainWheel(text);
  if (value !== undefined && bestTag(value, DEBIAN) === undefined) mismatchesOf(value, DEBIAN).map(mismatchWord);
  return { value, problems: [...parts.flatMap((part) => part.problems), ...problems] };
}

const DEBIAN = arrangeTags({
  implementation: 'cp',
  python: [3, 13],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 41] },
  freeThreaded: false,
});

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
  { name: 'markers', read: parseMarker, write: formatMarker },
  { name: 'requirements', read: parseRequirement, write: formatRequirement },
  { name: 'names', read: parseName, write: String },
  { name: 'wheel filenames', read: parseWheelFilename, write: () => '' },
  { name: 'explained wheel filenames', read: explained, write: () => '' },
  { name: 'sdist filenames', read: parseSdistFilename, write: () => '' },
  { name: 'core metadata', read: parseMetadata, write: (metadata: Metadata) => formatMetadata(metadata).text ?? '' },
  { name: 'licence expressions', read: parseLicenseExpression, write: () => '' },
  { name: 'entry points', read: parseEntryPoints, write: formatEntryPoints },
  { name: 'direct_url.json', read: parseDirectUrl, write: formatDirectUrl },
  { name: 'RECORD', read: parseRecord, write: formatRecord },
  { name: 'WHEEL', read: parseWheelFile, write: formatWheelFile },
  { name: 'TOML', read: parseToml, write: rewriteToml },
  { name: 'pyproject.toml', read: parsePyproject, write: metadataText },
  { name: 'pylock files', read: parsePylock, write: formatPylock },
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

const RUNS = Math.ceil(2000 / READERS.length);
const SIZE = 100_000;
const TOKENS = [
  '1',
  '.',
  '-',
  '+',
  '!',
  '*',
  'v',
  'rc',
  'post',
  'dev',
  'a',
  ',',
  ';',
  '(',
  ')',
  '[',
  ']',
  '@',
  '==',
  '~=',
  '===',
  '"',
  "'",
  '\\',
  ' ',
  ' and ',
  'extra',
  'in',
  'not in',
  '.whl',
  '.tar.gz',
  '\0',
  '\u0660',
  '\ud800',
  'é',
  '𝟘',
  '_',
];

describe('random and hostile text', () => {
  for (const { name, read, write } of READERS) {
    const check = (text: string) => survives(read as typeof parseName, write as typeof String, text);

    it(`never makes the reader of ${name} throw`, () => {
      const soup = fc.array(fc.constantFrom(...TOKENS), { maxLength: 40 }).map((all) => all.join(''));
      const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), soup);
      fc.assert(fc.property(any, check), { numRuns: RUNS });
    });

    it(`never makes the reader of ${name} slow, at ${SIZE} characters of the worst kind`, () => {
      const started = performance.now();
      const worst = [
        '9',
        '1.',
        'a',
        '.',
        '-',
        '1-',
        '+a',
        '(',
        '"',
        "'",
        ' ',
        '>=1,',
        '==',
        '==1.*',
        "os_name=='a'and ",
        '_',
        'a.',
        'é',
        '\\',
        '[a,',
        '\ud800',
        '1.0a1.post1.dev1',
        '((extra in ',
        'Name: a\n',
        'a=b\n',
        '{"a":',
        '\r',
      ];
      for (const unit of worst) {
        const long = unit.repeat(SIZE / unit.length);
        for (const text of [
          long,
          `1.0${long}`,
          `a${long}`,
          `a>=${long}`,
          `a-1-${long}-none-any.whl`,
          `"${long}`,
          `a; os_name == ${long}`,
          `License-Expression: ${long}`,
          `Description-Content-Type: text/plain; a="${long}`,
          `[a]\na = ${long}`,
        ])
          check(text);
      }
      // All of these together; one quadratic step on one of them takes longer.
      expect(performance.now() - started).toBeLessThan(10_000);
    });
  }
});
