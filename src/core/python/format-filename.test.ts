import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyVersion } from './arbitraries';
import {
  compressTags,
  expandTags,
  formatSdistFilename,
  formatTag,
  formatWheelFilename,
  normalizeName,
  parseSdistFilename,
  parseWheelFilename,
  readVersion,
  readWheelFilename,
  type Version,
} from './index';

describe('file names in normal form', () => {
  it.each([
    ['Foo.Bar-1.0-py3-none-any.whl', 'foo_bar-1.0-py3-none-any.whl'],
    ['foo-1.0.0-RC1-py3-none-any.whl', undefined],
    ['foo-v1.0RC1-py3-none-any.whl', 'foo-1.0rc1-py3-none-any.whl'],
    ['foo-1.0+Ubuntu_1-007a-py3.py2-none-any.whl', 'foo-1.0+ubuntu.1-7a-py2.py3-none-any.whl'],
    ['foo-1-CP312-ABI3-win32.any.win32.whl', 'foo-1-cp312-abi3-any.win32.whl'],
  ])('the wheel %s is written %s', (filename, normal) => {
    const wheel = readWheelFilename(filename);
    expect(wheel && formatWheelFilename(wheel)).toBe(normal);
  });

  it.each([
    ['Foo.Bar-1.0.tar.gz', 'foo_bar-1.0.tar.gz'],
    ['zope.interface-v3.0c1.zip', 'zope_interface-3.0rc1.tar.gz'],
  ])('the source distribution %s is written %s', (filename, normal) => {
    const { value } = parseSdistFilename(filename);
    expect(value && formatSdistFilename(value)).toBe(normal);
  });
});

describe('laws', () => {
  const name = fc.constantFrom('kit', 'Kit', 'a.b-c', 'zope.interface', 'x__y', 'a1').map(normalizeName);
  const version = anyVersion.map(readVersion).filter((one): one is Version => one !== undefined);
  const build = fc.option(fc.record({ number: fc.nat(), rest: fc.constantFrom('', 'a', '_x.y', 'b2') }), {
    nil: undefined,
  });
  const set = (...tags: readonly string[]) => fc.subarray([...tags].sort(), { minLength: 1 });
  const sets = fc.record({
    pythons: set('py2', 'py3', 'cp39', 'cp313', 'pp311'),
    abis: set('none', 'abi3', 'cp313', 'cp313t'),
    platforms: set('any', 'win32', 'linux_x86_64', 'macosx_11_0_arm64'),
  });

  it('reading the name of a wheel that was written gives the same wheel', () => {
    fc.assert(
      fc.property(name, version, build, sets, (project, release, buildTag, tags) => {
        const wheel = { name: project, version: release, build: buildTag, ...tags };
        const written = formatWheelFilename(wheel);
        expect(parseWheelFilename(written).value).toEqual(wheel);
      }),
    );
  });

  it('reading the name of a source distribution that was written gives the same release', () => {
    fc.assert(
      fc.property(name, version, (project, release) => {
        const sdist = { name: project, version: release };
        expect(parseSdistFilename(formatSdistFilename(sdist)).value).toEqual(sdist);
      }),
    );
  });

  it('compressing all tags of a name gives its sets again, in whatever order they come', () => {
    fc.assert(
      fc.property(
        sets.chain((tags) => fc.tuple(fc.constant(tags), fc.shuffledSubarray([...expandTags(tags)]))),
        ([tags, some]) => {
          const all = [...expandTags(tags)];
          expect(compressTags(all)).toEqual(tags);
          // What stands for some of them stands for no others.
          const compressed = compressTags(some);
          if (compressed === undefined) return;
          expect([...expandTags(compressed)].map(formatTag).sort()).toEqual(some.map(formatTag).sort());
        },
      ),
    );
  });
});
