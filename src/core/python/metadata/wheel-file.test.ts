import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWheelFile, formatWheelFile, parseWheelFile, parseWheelFilename, type WheelFile } from '../index';

const WHEEL =
  'Wheel-Version: 1.0\nGenerator: kit (2.0)\nRoot-Is-Purelib: False\nTag: cp312-abi3-win_amd64\nBuild: 1b\n';

function read(text: string): WheelFile {
  const { value, problems } = parseWheelFile(text);
  if (value === undefined) throw new TypeError(problems.map((problem) => problem.message).join('\n'));
  return value;
}

describe('WHEEL', () => {
  it('says how the wheel was made and where it goes', () => {
    expect(read(WHEEL)).toEqual({
      version: { major: 1, minor: 0 },
      generator: 'kit (2.0)',
      rootIsPurelib: false,
      tags: [{ python: 'cp312', abi: 'abi3', platform: 'win_amd64' }],
      build: { number: 1, rest: 'b' },
    });
  });

  it('may be of a later minor version and have keys that nobody knows', () => {
    expect(read(`X-Mine: 1\n${WHEEL.replace('1.0', '1.9')}`).version).toEqual({ major: 1, minor: 9 });
  });

  it.each([
    ['', ['wheel-file/missing', 'wheel-file/missing', 'wheel-file/missing']],
    [WHEEL.replace('1.0', '1'), ['wheel-file/version']],
    [WHEEL.replace('1.0', '2.0'), ['wheel-file/too-new']],
    [WHEEL.replace('False', 'no'), ['wheel-file/purelib']],
    [WHEEL.replace('cp312', 'cp312.cp313'), ['wheel-file/tag']],
    [WHEEL.replace('-abi3', ''), ['wheel-file/tag']],
    [WHEEL.replace('1b', 'b'), ['wheel-file/build']],
    [`${WHEEL}Build: 2\n`, ['wheel-file/repeated']],
    [`${WHEEL}\nText`, ['wheel-file/body']],
  ])('%j has problems', (text, codes) => {
    const { value, problems } = parseWheelFile(text);
    expect(value).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

describe('WHEEL and the file name', () => {
  const name = (text: string) => {
    const { value } = parseWheelFilename(text);
    if (value === undefined) throw new TypeError(text);
    return value;
  };

  it('agree on tags and build', () => {
    expect(compareWheelFile(read(WHEEL), name('kit-1.0-1b-cp312-abi3-win_amd64.whl'))).toEqual([]);
  });

  it('differ in tags that one of them lacks, and in the build tag', () => {
    expect(compareWheelFile(read(WHEEL), name('kit-1.0-cp312-abi3-win_amd64.win_arm64.whl'))).toEqual([
      { kind: 'tag-missing', tag: { python: 'cp312', abi: 'abi3', platform: 'win_arm64' } },
      { kind: 'build-differs', inName: undefined, inFile: { number: 1, rest: 'b' } },
    ]);
    expect(compareWheelFile(read(WHEEL), name('kit-1.0-1b-py3-none-any.whl')).map(({ kind }) => kind)).toEqual([
      'tag-missing',
      'tag-surplus',
    ]);
  });
});

describe('laws', () => {
  const word = fc.constantFrom('py3', 'cp312', 'none', 'any', 'manylinux_2_17_x86_64');
  const wheel = fc.record({
    version: fc.record({ major: fc.constantFrom(0, 1), minor: fc.nat(20) }),
    generator: fc.option(fc.constantFrom('kit', 'kit 1.0 (x)'), { nil: undefined }),
    rootIsPurelib: fc.boolean(),
    tags: fc.array(fc.record({ python: word, abi: word, platform: word }), { minLength: 1, maxLength: 4 }),
    build: fc.option(fc.record({ number: fc.nat(), rest: fc.constantFrom('', 'a', '_x') }), { nil: undefined }),
  });

  it('reading what was written gives the value', () => {
    fc.assert(
      fc.property(wheel, (given) => {
        expect(parseWheelFile(formatWheelFile(given)).value).toEqual(given);
      }),
    );
  });
});
