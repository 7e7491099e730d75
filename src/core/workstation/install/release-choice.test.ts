import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeTags, type TagEnvironment } from '@/core/python';
import { describeStanding, standingWord } from './describe-standing';
import type { IndexFile } from './index-answer';
import { chooseOfRelease } from './release-choice';

const DEBIAN: TagEnvironment = {
  implementation: 'cp',
  python: [3, 13],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 41] },
  freeThreaded: false,
};
const here = arrangeTags(DEBIAN);
const file = (filename: string, more: Partial<IndexFile> = {}): IndexFile => ({ filename, hashes: {}, ...more });
const stands = (...files: readonly IndexFile[]) =>
  chooseOfRelease(files, here, '3.13').files.map(({ standing }) => standingWord(standing));

describe('how each file of a release stands', () => {
  it('the best wheel is chosen, another that fits comes after, the source waits behind', () => {
    const files = ['kit-1.0-py3-none-any.whl', 'kit-1.0-cp313-cp313-linux_x86_64.whl', 'kit-1.0.tar.gz'];
    const choice = chooseOfRelease(
      files.map((name) => file(name)),
      here,
      '3.13',
    );
    expect(choice.files.map(({ standing }) => describeStanding(standing))).toEqual([
      'It fits too, by py3-none-any. The chosen wheel goes before it. Its tag stands earlier in this machine’s list: place 1 against 1,192.',
      'It fits by the tag cp313-cp313-linux_x86_64, place 1 of this machine’s list, and no other file has one nearer the top.',
      'A source distribution: it is taken when no wheel fits.',
    ]);
    expect(choice.fitting.map((one) => one.file.filename)).toEqual([files[1], files[0]]);
    expect(choice.release).toEqual({ project: 'kit', version: '1.0' });
  });

  it.each([
    ['kit-1.0-1-py3-none-any.whl', 'kit-1.0-py3-none-any.whl', ['chosen', 'also fits']],
    ['kit-1.0.tar.gz', 'kit-1.0.zip', ['second source', 'chosen']],
    ['kit-1.0-py3-none-any.whl', 'kit-1.0-py2.py3-none-any.whl', ['also fits', 'chosen']],
    ['kit-1.0-cp313-cp313-win_amd64.whl', 'kit-1.0.tar.gz', ['Windows', 'chosen']],
    ['kit-1.0.tar.gz', 'kit-1.1.tar.gz', ['chosen', 'other release']],
    ['kit-1.0.tar.gz', 'Kit-1.0-py3-none-any.whl', ['in reserve', 'chosen']],
    ['kit-1.0.tar.gz', 'kit-1.0.tar.gz', ['chosen', 'listed twice']],
    ['kit-1.0.exe', 'kit-1.0.tar.gz', ['no name', 'chosen']],
    ['kit-1.0-py2-none-any.whl', 'kit-1.0-cp312-cp312-win32.whl', ['Python 2', 'Python 3.12']],
  ])('%s and %s: %j', (left, right, words) => {
    expect(stands(file(left), file(right))).toEqual(words);
  });

  it('a Python that is not allowed keeps every file out, the source too', () => {
    const only = { 'requires-python': '<3.12' };
    expect(stands(file('kit-1.0-py3-none-any.whl', only), file('kit-1.0.tar.gz', only))).toEqual([
      'Python <3.12',
      'Python <3.12',
    ]);
  });

  it('a yanked file is passed over while another will do, and taken if all are yanked, because the version is pinned', () => {
    const yanked = { yanked: 'broken' };
    expect(stands(file('kit-1.0-py3-none-any.whl', yanked), file('kit-1.0.tar.gz'))).toEqual(['yanked', 'chosen']);
    expect(stands(file('kit-1.0-py3-none-any.whl', yanked), file('kit-1.0.tar.gz', yanked))).toEqual([
      'chosen',
      'in reserve',
    ]);
  });

  it('a list without any file of a release chooses nothing', () => {
    expect(chooseOfRelease([file('readme'), file('')], here, '3.13')).toMatchObject({
      release: undefined,
      chosen: undefined,
      fitting: [],
      files: [{ standing: { kind: 'unreadable' } }, { standing: { kind: 'unreadable' } }],
    });
    expect(chooseOfRelease([], here, '3.13').files).toEqual([]);
  });
});

describe('laws', () => {
  const name = fc.oneof(
    fc.constantFrom('kit-1.0.tar.gz', 'kit-1.0.zip', 'kit-2.0.tar.gz', 'kit', '', '-', 'kit-1.0-py3-none-any.whl'),
    fc
      .record({
        build: fc.constantFrom('', '-1', '-2b'),
        python: fc.constantFrom('cp313', 'cp39', 'py3', 'pp311', 'py2.py3'),
        abi: fc.constantFrom('cp313', 'abi3', 'none', 'cp313t'),
        platform: fc.constantFrom('any', 'win32', 'manylinux_2_17_x86_64', 'musllinux_1_2_x86_64', 'manylinux_x86_64'),
      })
      .map(({ build, python, abi, platform }) => `kit-1.0${build}-${python}-${abi}-${platform}.whl`),
    fc.string(),
  );
  const files = fc.array(
    fc.record({
      filename: name,
      hashes: fc.constant({}),
      yanked: fc.constantFrom(false, 'broken'),
      'requires-python': fc.constantFrom('', '>=3.8', '<3', 'nonsense'),
    }),
    { maxLength: 12 },
  );

  it('every file has one standing, at most one is chosen, and one is if anything fits', () => {
    fc.assert(
      fc.property(files, (given) => {
        const choice = chooseOfRelease(given, here, '3.13');
        expect(choice.files.map((one) => one.file)).toEqual(given);
        const chosen = choice.files.filter(({ standing }) => standing.kind === 'chosen');
        expect(chosen).toEqual(choice.chosen === undefined ? [] : [choice.chosen]);
        expect(choice.fitting[0]).toBe(choice.chosen?.type === 'wheel' ? choice.chosen : choice.fitting[0]);
        if (choice.chosen?.type !== 'wheel') expect(choice.fitting).toEqual([]);
        const others = choice.files.filter((one) => one !== choice.chosen);
        for (const { standing } of others) {
          expect(standingWord(standing)).not.toBe('');
          expect(describeStanding(standing)).not.toBe('');
        }
      }),
    );
  });
});
