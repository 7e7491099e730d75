import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalVersion } from '../../arbitraries';
import {
  arrangeTags,
  formatPylock,
  type MarkerEnvironment,
  type Pylock,
  type PylockTarget,
  parsePylock,
  placeOf,
  selectFromPylock,
  type TagEnvironment,
} from '../../index';
import { describePylockFailure } from './index';

const HEAD = "lock-version = '1.0'\ncreated-by = 'test'\n";
const WHEEL = "{url = 'https://example.org/demo-1.0-py3-none-any.whl', hashes = {sha256 = '00ff'}}";

function demo(keys: string): string {
  return `${HEAD}[[packages]]\nname = 'demo'\nversion = '1.0'\n${keys}\n`;
}

function read(text: string): Pylock {
  const { value, problems } = parsePylock(text);
  if (value === undefined) throw new TypeError(problems.map((problem) => problem.message).join('\n'));
  return value;
}

describe('problems', () => {
  it.each([
    [
      'lock-version = 1\n',
      [
        ['pylock/wrong-type', 'lock-version', 1, 16],
        ['pylock/missing-key', 'created-by', 1, 1],
        ['pylock/missing-key', 'packages', 1, 1],
      ],
    ],
    [
      demo(`requires-python = '>=3.9, =>3'\nmarker = "sys_platform = 'x'"\nwheels = [${WHEEL}]`),
      [
        ['pylock/bad-specifier', 'packages[0].requires-python', 6, 27],
        ['pylock/bad-marker', 'packages[0].marker', 7, 24],
      ],
    ],
    [
      demo('wheels = [{hashes = {}}, {path = "a", hashes = {sha256 = 1}}]'),
      [
        ['pylock/no-hashes', 'packages[0].wheels[0].hashes', 6, 21],
        ['pylock/path-or-url-required', 'packages[0].wheels[0]', 6, 11],
        ['pylock/bad-hash-value', 'packages[0].wheels[1].hashes', 6, 58],
      ],
    ],
    [
      demo(
        `wheels = [${WHEEL.replace('demo-1.0', 'other-1.0')}]\nsdist = {path = "demo-1.1.tar.gz", hashes = {a = ''}}`,
      ),
      [
        ['pylock/name-mismatch', 'packages[0].wheels[0]', 6, 18],
        ['pylock/version-mismatch', 'packages[0].sdist', 7, 17],
      ],
    ],
    [
      demo('[packages.directory]\npath = "."\n[packages.vcs]\ntype="git"\nurl="u"\ncommit-id="c"'),
      [['pylock/no-single-source', 'packages[0]', 3, 1]],
    ],
    ["lock-version = '2.0'\ncreated-by = ''\npackages = []", [['pylock/unsupported-version', undefined, 1, 16]]],
    ["lock-version = '2rc1'\ncreated-by = ''\npackages = []", [['pylock/unsupported-version', undefined, 1, 16]]],
    ['lock-version = ', [['toml/value-missing', undefined, 1, 16]]],
  ])('of %j all have their places, the reference’s first', (text, expected) => {
    const found = parsePylock(text).problems.map(({ code, path, at }) => {
      const { line, column } = placeOf(text, at.start);
      return [code, path, line, column];
    });
    expect(found).toEqual(expected);
  });

  it('warns of a newer minor version, and reads it', () => {
    const { value, warnings } = parsePylock("lock-version = '1.1'\ncreated-by = ''\npackages = []\nnew = 1");
    expect(value?.packages).toEqual([]);
    expect(warnings.map((warning) => [warning.code, warning.at])).toEqual([
      ['pylock/minor-version', { start: 15, end: 20 }],
    ]);
  });
});

describe('writing', () => {
  it('is laid out as in the specification’s example', () => {
    const text = [
      "lock-version = '1.0'",
      'environments = ["sys_platform == \\"win32\\"", "sys_platform == \\"linux\\""]'
        .replaceAll('\\"', "'")
        .replaceAll('"', '"'),
      "requires-python = '==3.12.*'",
      "created-by = 'mousebender'",
      '',
      '[[packages]]',
      "name = 'attrs'",
      "version = '25.1.0'",
      "requires-python = '>=3.8'",
      'dependencies = [',
      "  {name = 'other'},",
      ']',
      'wheels = [',
      "  {name = 'attrs-25.1.0-py3-none-any.whl', upload-time = 2025-01-25T11:30:10.164985+00:00, url = 'https://example.org/attrs-25.1.0-py3-none-any.whl', size = 63152, hashes = {sha256 = 'c75a69e28a'}},",
      ']',
      '',
      '[[packages.attestation-identities]]',
      "environment = 'release-pypi'",
      "kind = 'GitHub'",
      '',
      '[[packages]]',
      "name = 'here'",
      "directory = {path = '.', editable = true}",
      '',
      '[tool.mousebender]',
      "command = ['.', 'lock']",
      'run-on = 2025-03-06T12:28:57.760769',
      '',
    ].join('\n');
    // Markers are written with double quotes inside, the canonical form.
    const canonical = text
      .replace(`"sys_platform == 'win32'"`, `'sys_platform == "win32"'`)
      .replace(`"sys_platform == 'linux'"`, `'sys_platform == "linux"'`);
    expect(formatPylock(read(text))).toBe(canonical);
  });
});

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const word = fc.constantFrom('a', "it's", 'C:\\x', 'é');
const hashes = fc.constantFrom(
  new Map([['sha256', '00']]),
  new Map([
    ['sha512', 'ab'],
    ['md5', "'"],
  ]),
);
const place = fc.constantFrom({ url: 'https://example.org/x', path: undefined }, { url: undefined, path: './x' });
const file = fc
  .tuple(place, optional(fc.nat()), optional(fc.constantFrom('2026-11-21T07:32:00Z', '2026-11-21T07:32:00')), hashes)
  .map(([where, size, uploadTime, sums]) => ({ ...where, size, uploadTime, hashes: sums }));

/** Lock files as text of our own layout: what is generated is written, so that reading has something to read. */
const lockText = fc
  .record({
    versions: fc.array(normalVersion, { maxLength: 3 }),
    files: fc.array(file, { minLength: 1, maxLength: 3 }),
    extras: optional(fc.uniqueArray(fc.constantFrom('a', 'b-c'))),
    groups: optional(fc.array(word)),
    marker: optional(fc.constantFrom('"a" in extras', 'python_version < "3.9" or os_name == "nt"')),
    tool: optional(fc.constantFrom({ x: { y: 1 } }, {})),
    editable: optional(fc.boolean()),
  })
  .map(({ versions, files, extras, groups, marker, tool, editable }) => {
    const lines = ["lock-version = '1.0'", "created-by = 'x'"];
    if (extras !== undefined) lines.push(`extras = ${JSON.stringify(extras)}`);
    if (groups !== undefined) lines.push(`dependency-groups = ${JSON.stringify(groups)}`);
    if (versions.length === 0) lines.push('packages = []');
    for (const [index, version] of versions.entries()) {
      lines.push('[[packages]]', `name = "p${index}"`, `version = "${version}"`);
      if (marker !== undefined) lines.push(`marker = ${JSON.stringify(marker)}`);
      if (index === 1) {
        lines.push(`directory = {path = "."${editable === undefined ? '' : `, editable = ${editable}`}}`);
        continue;
      }
      const wheels = files.map(
        (one) =>
          `{name = "p${index}-${version}-py3-none-any.whl", ${one.url === undefined ? `path = "${one.path}"` : `url = "${one.url}"`}${one.size === undefined ? '' : `, size = ${one.size}`}${one.uploadTime === undefined ? '' : `, upload-time = ${one.uploadTime}`}, hashes = {${[...one.hashes].map(([key, value]) => `${key} = "${value}"`).join(', ')}}}`,
      );
      lines.push(`wheels = [${wheels.join(', ')}]`);
    }
    if (tool !== undefined) lines.push('[tool]', ...Object.keys(tool).map((key) => `${key}.y = 1`));
    return lines.join('\n');
  });

/** A lock without the places that its tables and markers keep. */
function withoutPlaces(lock: Pylock): unknown {
  return JSON.parse(
    JSON.stringify(lock, (key, value) =>
      key === 'at' || key === 'keyAt'
        ? undefined
        : value instanceof Map
          ? [...value]
          : typeof value === 'bigint'
            ? String(value)
            : value,
    ),
  );
}

describe('reading what is written', () => {
  it('gives the same lock, and writes the same text again (law)', () => {
    fc.assert(
      fc.property(lockText, (text) => {
        const lock = read(text);
        const written = formatPylock(lock);
        expect(withoutPlaces(read(written))).toEqual(withoutPlaces(lock));
        expect(formatPylock(read(written))).toBe(written);
      }),
    );
  });
});

const ENVIRONMENT: MarkerEnvironment = {
  implementation_name: 'cpython',
  implementation_version: '3.12.3',
  os_name: 'posix',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  platform_release: '',
  platform_system: 'Linux',
  platform_version: '',
  python_full_version: '3.12.3',
  python_version: '3.12',
  sys_platform: 'linux',
};
const TAGS: TagEnvironment = {
  implementation: 'cp',
  python: [3, 12],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 36] },
  freeThreaded: false,
};

function chosen(text: string, target: Partial<PylockTarget> = {}): unknown {
  const selection = selectFromPylock(read(text), { environment: ENVIRONMENT, tags: arrangeTags(TAGS), ...target });
  if (selection.kind === 'failed') return describePylockFailure(selection.failure);
  return selection.packages.map(({ locked, pick }) => [locked.name, 'file' in pick ? pick.file.filename : pick.kind]);
}

function locked(name: string): string {
  return `{path = '${name}', hashes = {sha256 = '0'}}`;
}

describe('installation', () => {
  it('takes the best wheel, else the sdist, and the sdist first where that is asked', () => {
    const text = demo(
      `sdist = ${locked('demo-1.0.tar.gz')}\nwheels = [${['demo-1.0-py3-none-any.whl', 'demo-1.0-cp312-cp312-linux_x86_64.whl', 'demo-1.0-2-cp312-cp312-linux_x86_64.whl', 'demo-1.0-cp311-cp311-win32.whl'].map(locked).join(', ')}]`,
    );
    expect(chosen(text)).toEqual([['demo', 'demo-1.0-2-cp312-cp312-linux_x86_64.whl']]);
    const [demoName] = read(text).packages.map(({ name }) => name);
    expect(chosen(text, { preferSdist: new Set(demoName === undefined ? [] : [demoName]) })).toEqual([
      ['demo', 'demo-1.0.tar.gz'],
    ]);
    const foreign = demo(
      `sdist = ${locked('demo-1.0.tar.gz')}\nwheels = [${locked('demo-1.0-cp311-cp311-win32.whl')}]`,
    );
    expect(chosen(foreign)).toEqual([['demo', 'demo-1.0.tar.gz']]);
  });

  it('takes default groups unless groups are named, and no extras unless they are', () => {
    const text = `${HEAD}extras = ['x-y']\ndependency-groups = ['dev']\ndefault-groups = ['main']\n${['main', 'dev']
      .map(
        (group) =>
          `[[packages]]\nname = '${group}'\nmarker = "'${group}' in dependency_groups or 'x-y' in extras"\ndirectory = {path = '.'}\n`,
      )
      .join('')}`;
    expect(chosen(text)).toEqual([['main', 'directory']]);
    expect(chosen(text, { dependencyGroups: [] })).toEqual([]);
    expect(chosen(text, { dependencyGroups: ['dev'] })).toEqual([['dev', 'directory']]);
    expect(chosen(text, { dependencyGroups: [], extras: ['X_y'] })).toEqual([
      ['main', 'directory'],
      ['dev', 'directory'],
    ]);
  });

  it('is refused for an extra or a group that the file does not declare', () => {
    const text = `${HEAD}extras = ['a-b']\ndefault-groups = ['main']\npackages = []`;
    expect(chosen(text, { extras: ['A.b'], dependencyGroups: ['Main'] })).toEqual([]);
    expect(chosen(text, { extras: ['c'] })).toBe(
      'The lock file knows no extra named c, so nobody can say what it holds.',
    );
    expect(chosen(text, { dependencyGroups: ['dev'] })).toBe(
      'The lock file knows no dependency group named dev, so nobody can say what it holds.',
    );
  });

  it('reads a file’s name behind slashes and backslashes', () => {
    expect(chosen(demo(`wheels = [${locked('x/y\\demo-1.0-py3-none-any.whl')}]`))).toEqual([
      ['demo', 'demo-1.0-py3-none-any.whl'],
    ]);
  });

  it.each([
    [`${HEAD}requires-python = '>=3.13'\npackages = []`, 'This lock file needs Python >=3.13, and this is 3.12.3.'],
    [demo(`requires-python = '<3.12'\nwheels = [${WHEEL}]`), 'packages[0] needs Python <3.12, and this is 3.12.3.'],
    [
      `${HEAD}environments = ["os_name == 'nt'"]\npackages = []`,
      'The lock file is for other environments: none of its environments markers holds here.',
    ],
    [
      `${HEAD}environments = []\npackages = []`,
      'The lock file is for other environments: none of its environments markers holds here.',
    ],
    [
      `${HEAD}environments = ["'a' in extras"]\npackages = []`,
      'An environments marker has a comparison without meaning here, so nobody can say whether it holds.',
    ],
    [
      demo(`marker = "extra == 'a'"\nwheels = [${WHEEL}]`),
      'The marker of packages[0] has a comparison without meaning here, so nobody can say whether it holds.',
    ],
    [
      `${demo(`wheels = [${WHEEL}]`)}[[packages]]\nname = 'demo'\ndirectory = {path = '.'}`,
      'packages[0] and packages[1] both apply here and are both demo: their markers must exclude each other.',
    ],
    [
      demo(`wheels = [${locked('demo-1.0-cp311-cp311-win32.whl')}]`),
      'No wheel of demo fits this environment, and packages[0] has no sdist to build from.',
    ],
  ])('of %j fails with a reason', (text, reason) => {
    expect(chosen(text)).toBe(reason);
  });

  it('takes a Python from a checkout, 3.12.3+, for its version', () => {
    const environment = { ...ENVIRONMENT, python_full_version: '3.12.3+' };
    expect(chosen(`${HEAD}requires-python = '>=3.12'\npackages = []`, { environment })).toEqual([]);
  });
});
