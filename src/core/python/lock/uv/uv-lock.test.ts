// The fixtures are what `uv lock` of uv 0.13.8 wrote for three small projects, with the hosts replaced: project-2024 and
// project-2026 are one project before and after an upgrade (`exclude-newer` moved, a dependency dropped, a group changed).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  describeUvSource,
  diffUvLocks,
  formatMarker,
  formatSpecifierSet,
  formatVersion,
  parseUvLock,
  placeOf,
  type UvDependency,
  type UvLock,
  type UvPackage,
} from '../../index';

function fixture(name: string): UvLock {
  const { value, problems } = parseUvLock(readFileSync(new URL(`fixtures/${name}.toml`, import.meta.url), 'utf8'));
  if (value === undefined) throw new TypeError(problems.map(({ message }) => message).join('\n'));
  return value;
}

function named(lock: UvLock, name: string): UvPackage {
  const found = lock.packages.find((one) => one.name === name);
  if (found === undefined) throw new TypeError(`no package ${name}`);
  return found;
}

function edge(lock: UvLock, { index, extras, marker }: UvDependency): string {
  const target = lock.packages[index];
  const version = target?.version === undefined ? '' : ` ${formatVersion(target.version)}`;
  return `${target?.name}${extras.length > 0 ? `[${extras}]` : ''}${version}${marker === undefined ? '' : `; ${formatMarker(marker)}`}`;
}

function short({ name, version }: UvPackage): string {
  return `${name} ${version === undefined ? '' : formatVersion(version)}`;
}

describe('a lock of a project', () => {
  const lock = fixture('project-2024');
  const greet = named(lock, 'greet');

  it('has its Python, markers and options', () => {
    expect(lock.requiresPython && formatSpecifierSet(lock.requiresPython)).toBe('>=3.11');
    expect(lock.supportedMarkers.map(formatMarker)).toEqual(['sys_platform == "linux"', 'sys_platform == "win32"']);
    expect(lock.resolutionMarkers).toHaveLength(2);
    expect([lock.version, lock.revision]).toEqual([1, 5]);
    expect([lock.options.excludeNewer, [...lock.options.excludeNewerPackages]]).toEqual([
      '2024-01-01T00:00:00Z',
      [['six', '2024-01-01T00:00:00Z']],
    ]);
  });

  it('has the graph, by dependencies, extras and groups', () => {
    expect(greet.dependencies.map((one) => edge(lock, one))).toEqual([
      'colorama 0.4.6; sys_platform == "win32"',
      'idna 3.6',
      'local-lib 1.0',
    ]);
    expect([...greet.extras].map(([name, all]) => [name, all.map((one) => edge(lock, one))])).toEqual([
      ['web', ['click 8.1.7']],
    ]);
    expect([...greet.groups].map(([name, all]) => [name, all.map((one) => edge(lock, one))])).toEqual([
      ['dev', ['iniconfig 2.0.0', 'packaging 23.2; python_full_version < "3.12"']],
      ['lint', ['packaging 23.2; python_full_version < "3.12"']],
    ]);
    expect(
      greet.requiresDist.map(({ name, specifier, source }) => [
        name,
        specifier && formatSpecifierSet(specifier),
        source?.kind,
      ]),
    ).toEqual([
      ['click', '>=8', undefined],
      ['colorama', undefined, undefined],
      ['idna', '>=3', undefined],
      ['local-lib', undefined, 'editable'],
    ]);
    expect([greet.providesExtras, [...greet.requiresDev.keys()]]).toEqual([['web'], ['dev', 'lint']]);
  });

  it('has the files with hashes and times', () => {
    const idna = named(lock, 'idna');
    expect(
      idna.wheels.map(({ filename, hash, uploadTime }) => [filename, hash?.algorithm, hash?.digest.length, uploadTime]),
    ).toEqual([['idna-3.6-py3-none-any.whl', 'sha256', 64, '2023-11-25T15:40:52.604Z']]);
    expect(idna.sdist?.filename).toBe('idna-3.6.tar.gz');
  });
});

describe('a lock of a workspace', () => {
  const lock = fixture('workspace');

  it('has every kind of source', () => {
    expect(lock.packages.map((one) => `${short(one)}: ${describeUvSource(one.source)}`)).toEqual([
      'click 8.1.7: from the index https://index.example.org/simple',
      'colorama 0.4.6: from the file ../files/colorama-0.4.6-py2.py3-none-any.whl',
      'flat 1.0: from the folder ../flat',
      'gitlib 2.0: from the repository https://git.example.org/gitlib at 6dc6c980feb9',
      'idna 2.10: from the index https://index.example.org/simple',
      'idna 3.20: from the index https://index.example.org/simple',
      'member 0: editable, from member',
      'packaging 25.0: from the index https://index.example.org/simple',
      'root 0: not installed itself, in .',
      'six 1.17.0: from https://files.example.org/six-1.17.0-py2.py3-none-any.whl',
    ]);
    expect(named(lock, 'gitlib').source).toMatchObject({ asked: { kind: 'tag', name: 'v2' }, subdirectory: 'sub' });
  });

  it('leads extras in conflict to different packages of one name', () => {
    const root = named(lock, 'root');
    expect([...root.extras].map(([name, all]) => [name, all.map((one) => edge(lock, one))])).toEqual([
      ['new', ['idna 3.20']],
      ['old', ['idna 2.10']],
    ]);
    expect(lock.conflicts.map((set) => set.map(({ package: name, extra }) => `${name}[${extra}]`))).toEqual([
      ['root[new]', 'root[old]'],
    ]);
  });

  it('has what the workspace asks for', () => {
    expect(lock.manifest.members).toEqual(['member', 'root']);
    const { constraints, overrides } = lock.manifest;
    expect(
      [...constraints, ...overrides].map(({ name, specifier }) => [name, specifier && formatSpecifierSet(specifier)]),
    ).toEqual([
      ['packaging', '<26'],
      ['click', '==8.1.7'],
    ]);
    expect(lock.requiredMarkers.map(formatMarker)).toEqual(['sys_platform == "darwin"']);
  });
});

describe('problems', () => {
  const KIT = '[[package]]\nname = "kit"\nversion = "1"\nsource = { registry = "x" }\n';
  it.each([
    ['version = 2', [['unsupported-version', 'version', 1, 11]]],
    [
      'revision = "3"',
      [
        ['missing-key', 'version', 1, 1],
        ['wrong-type', 'revision', 1, 12],
      ],
    ],
    ['version = 1\nresolution-markers = ["os_name = 1"]', [['marker', 'resolution-markers[0]', 2, 32]]],
    ['version = 1\n[[package]]\nname = "kit"\nsource = {}', [['source', 'package[0].source', 4, 10]]],
    [
      'version = 1\n[[package]]\nversion = "x"',
      [
        ['missing-key', 'package[0].name', 2, 1],
        ['version', 'package[0].version', 3, 12],
        ['missing-key', 'package[0].source', 2, 1],
      ],
    ],
    [
      `version = 1\n${KIT}dependencies = [{ name = "six" }]`,
      [['unknown-package', 'package[0].dependencies[0]', 6, 17]],
    ],
    [
      `version = 1\n${KIT}${KIT.replace('"1"', '"2"')}dependencies = [{ name = "kit" }, { name = "kit", version = "2.0" }]`,
      [['ambiguous-package', 'package[1].dependencies[0]', 10, 17]],
    ],
    [`version = 1\n${KIT}wheels = [{ url = "a", hash = "00" }]`, [['hash', 'package[0].wheels[0].hash', 6, 31]]],
    [
      'version = 1\nconflicts = [[1, {}], 2]',
      [
        ['wrong-type', 'conflicts[1]', 2, 23],
        ['wrong-type', 'conflicts[0][0]', 2, 15],
        ['missing-key', 'conflicts[0][1].package', 2, 18],
      ],
    ],
  ])('of %j have their places', (text, expected) => {
    const { value, problems } = parseUvLock(text);
    const found = problems.map(({ code, path, at }) => {
      const { line, column } = placeOf(text, at.start);
      return [code.slice('uv-lock/'.length), path, line, column];
    });
    expect([value, found]).toEqual([undefined, expected]);
  });

  it('are none of keys that are not known', () => {
    expect(
      parseUvLock('version = 1\nrevision = 99\nnew = 1\n[[package]]\nname = "a"\nsource = { virtual = "." }\nx = {}')
        .problems,
    ).toEqual([]);
  });
});

describe('the difference of two locks', () => {
  const before = fixture('project-2024');
  const after = fixture('project-2026');

  it('is what came, what went, and what changed in what', () => {
    const { added, removed, changed } = diffUvLocks(before, after);
    expect([added.map(short), removed.map(short)]).toEqual([[], ['local-lib 1.0', 'six 1.16.0']]);
    expect(changed.map(({ before: one, after: other, changes }) => [short(one), short(other), changes])).toEqual([
      ['click 8.1.7', 'click 8.4.1', ['version', 'files']],
      ['greet 0.1.0', 'greet 0.1.0', ['dependencies']],
      ['idna 3.6', 'idna 3.17', ['version', 'files']],
      ['iniconfig 2.0.0', 'iniconfig 2.3.0', ['version', 'files']],
      ['packaging 23.2', 'packaging 26.2', ['version', 'files']],
    ]);
  });

  it('turned around has what came and what went changed over', () => {
    const there = diffUvLocks(before, after);
    const back = diffUvLocks(after, before);
    expect([back.added, back.removed]).toEqual([there.removed, there.added]);
    expect(back.changed.map((one) => one.changes)).toEqual(there.changed.map((one) => one.changes));
  });

  it.each(['project-2024', 'project-2026', 'workspace'])('of %s with itself is empty', (name) => {
    expect(diffUvLocks(fixture(name), fixture(name))).toEqual({ added: [], removed: [], changed: [] });
  });

  it('tells a source from a version, and pairs equal packages of a name first', () => {
    const lock = (packages: string) => {
      const { value } = parseUvLock(`version = 1\n${packages}`);
      if (value === undefined) throw new TypeError('the test needs a lock');
      return value;
    };
    const kit = (version: string, source: string) =>
      `[[package]]\nname = "kit"\nversion = "${version}"\nsource = { ${source} }\n`;
    const index = 'registry = "https://index.example.org/simple"';
    const difference = diffUvLocks(
      lock(kit('1', index) + kit('2', index)),
      lock(kit('2', index) + kit('1', 'path = "kit.whl"') + kit('3', index)),
    );
    expect(difference.changed.map(({ changes }) => changes)).toEqual([['source']]);
    expect([difference.added.map(short), difference.removed]).toEqual([['kit 3'], []]);
  });
});
