import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRequirement, formatSpecifierSet, formatVersion } from '@/core/python';
import { parseScenario } from './parse-scenario';

const problemsOf = (text: string) =>
  parseScenario(text).problems.map(({ code, path, at }) => [code, path, text.slice(at.start, at.end)]);
const read = (text: string) => {
  const { value, problems } = parseScenario(text);
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
};
const ROOT = 'root.requires = ["a"]\n';

describe('the defaults of the format', () => {
  const { name, expected, problem } = read(`${ROOT}packages.a.versions."1.0.0" = {}`);

  it('are a root and a release for Python 3.12, with a wheel that fits everywhere and an sdist', () => {
    const releases = [...problem.index.values()].flat();
    expect([problem.requiresPython, ...releases.map((one) => one.requiresPython)].map((set) => set?.clauses)).toEqual([
      [expect.objectContaining({ operator: '>=', written: '3.12' })],
      [expect.objectContaining({ operator: '>=', written: '3.12' })],
    ]);
    expect(releases).toMatchObject([
      { written: '1.0.0', requires: [], hasSdist: true, wheelTags: ['py3-none-any'], yanked: false },
    ]);
  });

  it('are CPython 3.12 on Linux, x86-64, with glibc', () => {
    expect(problem.target).toMatchObject({
      kind: 'environment',
      environment: {
        python_full_version: '3.12.0',
        sys_platform: 'linux',
        platform_machine: 'x86_64',
        os_name: 'posix',
      },
      tags: { environment: { python: [3, 12], platform: { kind: 'linux', libc: 'glibc' } } },
    });
  });

  it('are the newest versions, pre-releases where nothing else is in range, and nothing besides', () => {
    expect(problem.policy).toEqual({
      mode: 'highest',
      prereleases: 'if-necessary',
      noBuild: new Set(),
      noBinary: new Set(),
      constraints: [],
      overrides: [],
      excludeNewer: undefined,
      preferences: new Map(),
    });
  });

  it('expect nothing of the answer', () => {
    expect([name, expected]).toEqual([undefined, undefined]);
  });
});

describe('packages of a scenario', () => {
  it('have their releases ascending, however the file orders them', () => {
    const { problem } = read(`${ROOT}[packages.a.versions]\n"1.10" = {}\n"1.2+x" = {}\n"1.2" = {}\n"2a1" = {}`);
    expect([...problem.index].map(([name, all]) => [name, all.map((one) => one.written)])).toEqual([
      ['a', ['1.2', '1.2+x', '1.10', '2a1']],
    ]);
  });

  it('bring extras, tags, and what requires-python says, none where it is empty', () => {
    const { problem } = read(
      `${ROOT}[packages.A_b.versions."1"]\nrequires = ["c>=2 ; os_name == 'nt'"]\nextras = { Extra_B = ["c"] }
requires_python = ""\nsdist = false\nwheel_tags = ["cp312-abi3-win_amd64"]\nyanked = true`,
    );
    const [release] = problem.index.get([...problem.index.keys()][0] ?? ('' as never)) ?? [];
    expect([...problem.index.keys()]).toEqual(['a-b']);
    expect(release?.requires.map(formatRequirement)).toEqual(['c>=2; os_name == "nt"']);
    expect([...(release?.extras ?? [])].map(([extra, all]) => [extra, all.map(formatRequirement)])).toEqual([
      ['extra-b', ['c']],
    ]);
    expect(release).toMatchObject({
      requiresPython: undefined,
      hasSdist: false,
      wheelTags: ['cp312-abi3-win_amd64'],
      yanked: true,
    });
  });

  it('have no wheel where wheel = false, whatever tags are given', () => {
    const { problem } = read(`${ROOT}[packages.a.versions."1"]\nwheel = false\nwheel_tags = ["py3-none-any"]`);
    expect([...problem.index.values()].flat().map((one) => one.wheelTags)).toEqual([[]]);
  });

  it('were uploaded when the file says, by day or by time, in UTC', () => {
    const { problem } = read(
      `${ROOT}[packages.a.versions]\n"1.0" = {}\n"1.1" = {}\n"2" = {}\n[shipshape.uploaded.a]\n"1" = "2024-02-29"\n"1.1" = 2024-03-01T00:30:00+01:00`,
    );
    expect([...problem.index.values()].flat().map((one) => one.uploaded)).toEqual([
      '2024-02-29T00:00:00.000Z',
      '2024-02-29T23:30:00.000Z',
      undefined,
    ]);
  });
});

describe('what is resolved for', () => {
  const target = (lines: string) => read(`${ROOT}${lines}`).problem;

  it('is the version of resolver_options, and what builds is the one that runs', () => {
    const problem = target('environment.python = "3.11"\nresolver_options.python = "3.9"');
    expect([problem.python, problem.buildPython].map((one) => one && formatVersion(one))).toEqual(['3.9.0', '3.11.0']);
  });

  it('builds with an interpreter of its own version where one is installed', () => {
    const problem = target(
      'environment = { python = "3.11", additional_python = ["3.9"] }\nresolver_options.python = "3.9"',
    );
    expect([formatVersion(problem.python), problem.buildPython]).toEqual(['3.9.0', undefined]);
  });

  it.each([
    ['windows', { sys_platform: 'win32', platform_machine: 'AMD64' }, { kind: 'windows', arch: 'amd64' }],
    [
      'aarch64-apple-darwin',
      { sys_platform: 'darwin', platform_machine: 'arm64' },
      { kind: 'macos', version: [13, 0] },
    ],
    ['x86_64-manylinux2014', { sys_platform: 'linux' }, { kind: 'linux', libcVersion: [2, 17] }],
    ['aarch64-manylinux_2_31', { platform_machine: 'aarch64' }, { kind: 'linux', libcVersion: [2, 31] }],
    ['x86_64-unknown-linux-musl', { sys_platform: 'linux' }, { kind: 'musl' }],
  ])('is %s by uv’s name of it', (name, environment, platform) => {
    expect(target(`resolver_options.python_platform = "${name}"`).target).toMatchObject({
      environment,
      tags: { environment: { platform } },
    });
  });

  it('is everywhere in universal mode, from the running minor version on where the root says nothing', () => {
    const problem = target(
      `root.requires_python = ""\nresolver_options = { universal = true, required_environments = ["os_name == 'nt'"] }`,
    );
    expect(problem.target).toEqual({ kind: 'universal', requiredEnvironments: ["os_name == 'nt'"] });
    expect(problem.requiresPython && formatSpecifierSet(problem.requiresPython)).toBe('>=3.12');
  });
});

describe('the policy of a scenario', () => {
  const policy = (lines: string) => read(`${ROOT}${lines}`).problem.policy;

  it('takes packse’s switch for pre-releases, and our word where there is one', () => {
    expect(policy('resolver_options.prereleases = true').prereleases).toBe('allow');
    expect(policy('shipshape.prereleases = "explicit"').prereleases).toBe('explicit');
  });

  it('reads what holds besides, what replaces, and whose files may be used', () => {
    const read = policy(
      'resolver_options = { resolution = "lowest-direct", no_build = ["A"], no_binary = ["b"] }\nshipshape = { constraints = ["a<2"], overrides = ["b==1"] }',
    );
    expect(read).toMatchObject({ mode: 'lowest-direct', noBuild: new Set(['a']), noBinary: new Set(['b']) });
    expect([read.constraints, read.overrides].map((all) => all.map(formatRequirement))).toEqual([['a<2'], ['b==1']]);
  });

  it('counts uploads through the day of exclude_newer, and to the instant of a time', () => {
    expect(policy('shipshape.exclude_newer = "2023-12-31"').excludeNewer).toBe('2024-01-01T00:00:00.000Z');
    expect(policy('shipshape.exclude_newer = 2023-12-31T12:00:00Z').excludeNewer).toBe('2023-12-31T12:00:00.000Z');
  });

  it.each(['lock = { a = "1.0", B = ["2", "3"] }', 'lock = ["a==1.0", "b==2", "B==3"]'])('prefers %s', (lock) => {
    const { preferences } = policy(`[shipshape]\n${lock}`);
    expect([...preferences].map(([name, all]) => [name, all.map(formatVersion)])).toEqual([
      ['a', ['1.0']],
      ['b', ['2', '3']],
    ]);
  });
});

describe('what is expected', () => {
  it('is a verdict, pins, and the forks of a universal answer', () => {
    const { expected } = read(
      `${ROOT}[expected]\nsatisfiable = true\npackages = { A = "1.0" }\nexplanation = "so"
[[shipshape.expected_forks]]\nmarkers = "os_name == 'nt'"\npackages = { a = "2" }`,
    );
    expect(expected).toMatchObject({ satisfiable: true, explanation: 'so' });
    expect([...(expected?.packages ?? [])].map(([name, version]) => [name, formatVersion(version)])).toEqual([
      ['a', '1.0'],
    ]);
    expect(expected?.forks?.map(({ markers, packages }) => [markers, [...packages.keys()]])).toEqual([
      ["os_name == 'nt'", ['a']],
    ]);
  });

  it.each(['', 'markers = ""'])('may be a fork that holds everywhere: %j', (markers) => {
    const forks = `[[shipshape.expected_forks]]\n${markers}\npackages = {}`;
    const { expected } = read(`${ROOT}[expected]\nsatisfiable = true\n${forks}`);
    expect(expected?.forks?.map((fork) => fork.markers)).toEqual([undefined]);
  });
});

describe('what doesn’t fit', () => {
  it.each([
    ['root = 1', 'scenario/wrong-type', 'root', '1'],
    ['name = "x"', 'scenario/missing-key', 'root', ''],
    [`${ROOT}surprise = 1`, 'scenario/unknown-key', 'surprise', 'surprise'],
    ['root.requires = ["a >= 1 nonsense"]', 'scenario/bad-requirement', 'root.requires[0]', 'nonsense'],
    ['root.requires = ["a @ file:///a.whl"]', 'scenario/direct-url', 'root.requires[0]', '"a @ file:///a.whl"'],
    [`${ROOT}packages."a b".versions = {}`, 'scenario/bad-name', 'packages.a b', '"a b"'],
    [`${ROOT}packages.a.versions."one" = {}`, 'scenario/bad-version', 'packages.a.versions.one', '"one"'],
    [
      `${ROOT}[packages.a.versions]\n"1" = {}\n"1.0" = {}`,
      'scenario/duplicate-version',
      'packages.a.versions.1.0',
      '"1.0"',
    ],
    [`${ROOT}[packages]\na_b.versions = {}\nA-B.versions = {}`, 'scenario/duplicate-name', 'packages.A-B', 'A-B'],
    [
      `${ROOT}packages.a.versions."1" = { wheel_tags = ["py3-none"] }`,
      'scenario/bad-wheel-tag',
      'packages.a.versions.1.wheel_tags[0]',
      'py3-none',
    ],
    [
      `${ROOT}resolver_options.resolution = "newest"`,
      'scenario/unknown-word',
      'resolver_options.resolution',
      '"newest"',
    ],
    [
      `${ROOT}resolver_options.python_platform = "amiga"`,
      'scenario/unknown-platform',
      'resolver_options.python_platform',
      '"amiga"',
    ],
    [
      `${ROOT}resolver_options.required_environments = ["linux"]`,
      'scenario/bad-marker',
      'resolver_options.required_environments[0]',
      'linux',
    ],
    [
      `${ROOT}packages.a.versions."1".sdist = { size = 1 }`,
      'scenario/unknown-key',
      'packages.a.versions.1.sdist.size',
      'size',
    ],
    [`${ROOT}environment.python = "3"`, 'scenario/bad-python', 'environment.python', '"3"'],
    [`${ROOT}shipshape.exclude_newer = "yesterday"`, 'scenario/bad-date', 'shipshape.exclude_newer', '"yesterday"'],
    [`${ROOT}shipshape.exclude_newer = "2023-02-29"`, 'scenario/bad-date', 'shipshape.exclude_newer', '"2023-02-29"'],
    [`${ROOT}shipshape.lock = ["a>=1"]`, 'scenario/bad-pin', 'shipshape.lock[0]', '"a>=1"'],
    [`${ROOT}shipshape.ecosystem = "npm"`, 'scenario/missing-key', 'shipshape.npm', 'shipshape'],
    [`${ROOT}shipshape.ecosystem = "conda"`, 'scenario/unknown-word', 'shipshape.ecosystem', '"conda"'],
    [`${ROOT}expected.packages = {}`, 'scenario/missing-key', 'expected.satisfiable', 'expected'],
    [`${ROOT}[expected]\nsatisfiable = true\npackages = { a = 1 }`, 'scenario/wrong-type', 'expected.packages.a', '1'],
  ])('is told at its place: %s', (text, code, path, at) => {
    expect(problemsOf(text)).toEqual([[code, path, at]]);
  });

  it('is TOML’s own problem where the file is no TOML', () => {
    expect(problemsOf('root = [1 2]')).toEqual([['toml/comma-missing', undefined, '2']]);
  });

  it('is every problem of a file, not the first only', () => {
    expect(problemsOf('[root]\nrequires = ["", "a", ">1"]\nrequires_python = "3"').map(([code]) => code)).toEqual([
      'scenario/bad-specifier',
      'scenario/bad-requirement',
      'scenario/bad-requirement',
    ]);
  });
});

describe('a stranger’s file', () => {
  it('never throws, and every problem lies in the text', () => {
    const words = fc.constantFrom(
      '[root]\n',
      'requires',
      ' = ',
      '["a"]',
      '"',
      '[',
      ']',
      '{',
      '}',
      'packages',
      '.',
      'a',
      '1',
      '\n',
      'é',
      '=',
      'shipshape',
      'lock',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = parseScenario(text);
        expect(value === undefined).toBe(problems.length > 0);
        for (const { at } of problems) expect(0 <= at.start && at.start <= at.end && at.end <= text.length).toBe(true);
      }),
    );
  });
});
