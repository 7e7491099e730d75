import { describe, expect, it } from 'vitest';
import { problemOf } from '../sketch';
import { describeLoss, describeUnsayable } from './describe-elsewhere';
import { translateToCargo, translateToGo, translateToNpm } from './translate';

const lecture = problemOf({
  root: ['atlas>=1', 'beacon==2.3'],
  packages: {
    atlas: { '1.0': ['lib>=2,<4'], '1.5': ['lib>=3,<4'] },
    beacon: { '2.0': ['lib>=3'], '2.3': ['lib>=4'] },
    lib: { '2.0': [], '3.0': [], '3.4': [], '4.0': [] },
  },
});

/** What lib is asked for in npm’s and Cargo’s notation, when Python asks so. */
function written(asked: string): readonly (string | undefined)[] {
  const problem = problemOf({ root: [asked], packages: { lib: { '1.0': [] } } });
  const npm = translateToNpm(problem);
  const cargo = translateToCargo(problem);
  return [
    npm.kind === 'said' ? npm.problem.dependencies.get('lib') : undefined,
    cargo.kind === 'said' ? cargo.problem.dependencies[0]?.written : undefined,
  ];
}

describe('a range of Python’s', () => {
  it.each([
    ['lib', '*', '*'],
    ['lib>=3,<4', '^3.0.0', '3.0.0'],
    ['lib>=3.5', '>=3.5.0', '>=3.5.0'],
    ['lib>=2,<4', '>=2.0.0 <4.0.0', '>=2.0.0, <4.0.0'],
    ['lib==1.4', '1.4.0', '=1.4.0'],
    ['lib>1,<=2.1.3', '>1.0.0 <=2.1.3', '>1.0.0, <=2.1.3'],
    ['lib~=1.4', '^1.4.0', '1.4.0'],
    ['lib~=1.4.2', '>=1.4.2 <1.5.0', '>=1.4.2, <1.5.0'],
    ['lib==1.4.*', '>=1.4.0 <1.5.0', '>=1.4.0, <1.5.0'],
    ['lib>=0.4,<1', '>=0.4.0 <1.0.0', '>=0.4.0, <1.0.0'],
    ['lib>=1,>=2,<4,<3', '^2.0.0', '2.0.0'],
  ])('%s is %s for npm and %s for Cargo', (asked, npm, cargo) => expect(written(asked)).toEqual([npm, cargo]));

  it.each(['lib!=1.4', 'lib===1.4', 'lib>=1.4rc1', 'lib[fast]', 'lib>=1.2.3.4', 'lib~=1.2.3.4'])(
    'has no like where it is %s',
    (asked) => expect(written(asked)).toEqual([undefined, undefined]),
  );
});

describe('a question put to Go', () => {
  it('names the lowest release of each range, the major version in its path', () => {
    const go = translateToGo(lecture);
    expect(go.kind === 'said' && go.problem.require).toEqual([
      { path: 'example.com/atlas', version: 'v1.0.0' },
      { path: 'example.com/beacon/v2', version: 'v2.3.0' },
    ]);
    expect(go.kind === 'said' && [...go.problem.modules.keys()].sort()).toEqual([
      'example.com/atlas',
      'example.com/beacon/v2',
      'example.com/lib/v2',
      'example.com/lib/v3',
      'example.com/lib/v4',
    ]);
  });

  it('tells what a minimum doesn’t say, of what the walk comes to', () => {
    const problem = problemOf({
      root: ['shop', 'lib>=1,<1.4', 'wide>=1'],
      packages: { shop: { '1.0': [] }, lib: { '1.0': [], '1.4': [] }, wide: { '1.0': [], '2.0': ['lib<1.4'] } },
    });
    const go = translateToGo(problem);
    expect(go.kind === 'said' && go.losses.map(describeLoss)).toEqual([
      'you: shop names no minimum, so the oldest release stands for one.',
      'you: of lib<1.4,>=1 only the minimum is said. Go has no upper bounds.',
      'you: wide>=1 reaches over major versions. Go’s path names one.',
    ]);
  });

  it('is not asked where no release is in a range of the reader’s', () => {
    const go = translateToGo(problemOf({ root: ['lib>=9'], packages: { lib: { '1.0': [] } } }));
    expect(go.kind === 'unsayable' && go.reasons.map((reason) => describeUnsayable(reason, 'go'))).toEqual([
      'Go names a version that exists, and none is in lib>=9.',
    ]);
  });
});

describe('what is lost on the way', () => {
  const odd = problemOf({
    root: ['a'],
    packages: {
      a: {
        '1.0': [],
        '1.1rc1': [],
        '1.2': { yanked: true },
        '1.3': ['b!=2'],
        '1.4': { requiresPython: '>=3.13' },
        '1.5': { wheelTags: ['cp312-cp312-win_amd64'] },
        '1.6': ["b ; sys_platform == 'win32'"],
      },
    },
  });

  it('is told release by release', () => {
    const npm = translateToNpm(odd);
    expect(npm.kind === 'said' && npm.losses.map(describeLoss)).toEqual([
      'a 1.1rc1 is left out: its version isn’t three plain numbers.',
      'a 1.3 is left out: its b!=2 can’t be said here.',
      'a 1.4 is left out: it needs a newer Python.',
      'a 1.5 is left out: none of its files fits the machine.',
      'a 1.2.0 is left out: it is yanked.',
    ]);
    expect(npm.kind === 'said' && [...(npm.problem.packages.get('a')?.versions.keys() ?? [])]).toEqual([
      '1.0.0',
      '1.6.0',
    ]);
  });

  it('is less for Cargo, which has yanked versions too', () => {
    const cargo = translateToCargo(odd);
    const crates = cargo.kind === 'said' ? (cargo.problem.crates.get('a') ?? []) : [];
    expect(crates.map(({ version, yanked }) => [version.numbers.join('.'), yanked])).toEqual([
      ['1.6.0', false],
      ['1.2.0', true],
      ['1.0.0', false],
    ]);
  });

  it('is the whole question where an option has no like', () => {
    const npm = translateToNpm(problemOf({ root: ['a'], constraints: ['a<2'], packages: {} }));
    expect(npm.kind === 'unsayable' && npm.reasons.map((reason) => describeUnsayable(reason, 'npm'))).toEqual([
      'constraints has no like in npm.',
    ]);
  });
});
