import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyVersion, nearly } from './arbitraries';
import {
  arrangeTags,
  fitWheel,
  formatTag,
  parseWheelFilename,
  rankWheels,
  readWheelFilename,
  type TagEnvironment,
} from './index';

const LINUX_312: TagEnvironment = {
  implementation: 'cp',
  python: [3, 12],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 36] },
  freeThreaded: false,
};
const here = arrangeTags(LINUX_312);

const wheelName = fc
  .tuple(
    fc.constantFrom('six', 'a_b', 'Ruamel.yaml', 'é'),
    anyVersion,
    fc.constantFrom([], ['1'], ['007build'], ['x']),
    fc.constantFrom('py3', 'py2.py3', 'cp312', '3'),
    fc.constantFrom('none', 'abi3', 'cp312.cp312d'),
    fc.constantFrom('any', 'manylinux_2_17_x86_64.manylinux2014_x86_64', 'ANY'),
  )
  .map(([name, version, build, ...tags]) => `${[name, version, ...build, ...tags].join('-')}.whl`);

describe('file names of wheels', () => {
  it('read without parts say what they say with parts', () => {
    fc.assert(
      fc.property(nearly(nearly(wheelName)), (name) => {
        expect(readWheelFilename(name)).toEqual(parseWheelFilename(name).value);
      }),
    );
  });

  it('show what is typed so far', () => {
    const { value, parts, problems } = parseWheelFilename('six-1.16.0');
    expect(value).toBeUndefined();
    expect(parts.map(({ kind, text }) => [kind, text])).toEqual([
      ['name', 'six'],
      ['version', '1.16.0'],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['wheel-name/extension', 'wheel-name/part-count']);
  });

  it.each([
    ['a__b-1-py3-none-any.whl', 'wheel-name/project', 0, 4],
    ['a-one-py3-none-any.whl', 'wheel-name/version', 2, 5],
    ['a-1-x2-py3-none-any.whl', 'wheel-name/build-tag-digit', 4, 6],
    ['a-1-2\n-py3-none-any.whl', 'wheel-name/build-tag-digit', 4, 6],
    ['a-1-py3..py2-none-any.whl', 'wheel-name/tag-empty', 8, 9],
    ['a-1-3-none-any.whl', 'wheel-name/python-tag', 4, 5],
    ['a-1-py3-none-any.zip', 'wheel-name/extension', 20, 20],
  ])('%s has %s at %i to %i', (text, code, start, end) => {
    const { problems } = parseWheelFilename(text);
    expect(problems.map((problem) => ({ code: problem.code, at: problem.at }))).toEqual([{ code, at: { start, end } }]);
  });
});

describe('the choice of a wheel', () => {
  it.each([
    ['a-1-cp311-cp311-manylinux_2_17_x86_64.whl', [['python', undefined]]],
    ['a-1-py2-none-any.whl', [['python', undefined]]],
    ['a-1-cp312-cp312t-manylinux_2_17_x86_64.whl', [['abi', undefined]]],
    ['a-1-cp312-cp312-win_amd64.whl', [['platform', 'system']]],
    ['a-1-cp312-cp312-musllinux_1_2_x86_64.whl', [['platform', 'libc']]],
    ['a-1-cp312-cp312-manylinux_2_17_aarch64.whl', [['platform', 'architecture']]],
    ['a-1-cp312-cp312-manylinux_2_39_x86_64.whl', [['platform', 'version']]],
    [
      'a-1-cp39-cp39-macosx_11_0_arm64.whl',
      [
        ['python', undefined],
        ['platform', 'system'],
      ],
    ],
    ['a-1-cp311-none-any.whl', [['python', undefined]]],
  ])('passes over %s for %j', (filename, reasons) => {
    const wheel = readWheelFilename(filename);
    if (wheel === undefined) throw new TypeError(filename);
    const fit = fitWheel(wheel, here);
    const mismatches = fit.kind === 'mismatch' ? fit.mismatches : [];
    expect(mismatches.map((found) => [found.kind, found.kind === 'platform' ? found.differs : undefined])).toEqual(
      reasons,
    );
  });

  it('takes the most specific tag, then the highest build', () => {
    const files = [
      'a-1-py3-none-any.whl',
      'a-1-2-cp312-abi3-manylinux_2_17_x86_64.whl',
      'a-1-10-cp312-abi3-manylinux_2_17_x86_64.whl',
      'a-1-cp38-abi3-manylinux_2_17_x86_64.whl',
    ];
    expect(rankWheels([...files, 'a-1.tar.gz'], here)).toMatchObject({
      ranked: [{ filename: files[2] }, { filename: files[1] }, { filename: files[3] }, { filename: files[0] }],
      incompatible: [],
      others: ['a-1.tar.gz'],
    });
  });
});

describe('laws', () => {
  const tag = fc.record({
    python: fc.subarray(['cp312', 'cp311', 'cp39', 'py3', 'py2', 'pp310'], { minLength: 1 }),
    abi: fc.subarray(['cp312', 'cp311', 'abi3', 'none', 'cp312t'], { minLength: 1 }),
    platform: fc.subarray(['any', 'win32', 'manylinux_2_17_x86_64', 'manylinux_2_39_x86_64', 'musllinux_1_2_x86_64'], {
      minLength: 1,
    }),
  });

  it('a wheel fits exactly when one of its tags is in the list, and else there is a reason', () => {
    const supported = new Set(here.tags.map(formatTag));
    fc.assert(
      fc.property(tag, ({ python, abi, platform }) => {
        const wheel = readWheelFilename(`a-1-${python.join('.')}-${abi.join('.')}-${platform.join('.')}.whl`);
        if (wheel === undefined) throw new TypeError('not a wheel');
        const fits = python.some((p) => abi.some((a) => platform.some((f) => supported.has(`${p}-${a}-${f}`))));
        const fit = fitWheel(wheel, here);
        expect(fit.kind).toBe(fits ? 'fits' : 'mismatch');
        if (fit.kind === 'mismatch') expect(fit.mismatches.length).toBeGreaterThan(0);
      }),
    );
  });
});
