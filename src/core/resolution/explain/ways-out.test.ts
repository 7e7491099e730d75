import { describe, expect, it } from 'vitest';
import { formatVersion } from '@/core/python';
import { type ProblemSketch, problemOf } from '../sketch';
import { resolve } from '../uv/resolve';
import { waysOut, writeSetting, writeWayOut } from './index';

function ways(sketch: ProblemSketch): readonly string[] {
  return waysOut(problemOf(sketch), resolve).ways.map((way) => {
    const pins = way.forks.flatMap((fork) => fork.pins.map(({ name, version }) => `${name} ${formatVersion(version)}`));
    return `${writeWayOut(way)} → ${pins.join(', ')}`;
  });
}

const lib = { '1': [], '2': [], '3': [] };

describe('the ways out', () => {
  it('loosen one requirement where that is enough', () => {
    const packages = { shop: { '1': ['lib<2'], '2': ['lib>=2,<3'] }, stock: { '1': ['lib<2'] }, lib };
    expect(ways({ root: ['shop==2', 'stock', 'lib'], packages })).toEqual([
      'Write `shop>=1` instead of `shop==2`. → lib 1, shop 1, stock 1',
      'Leave out `stock`. → lib 2, shop 2',
    ]);
  });

  it('widen a bound to the nearest release that helps, and name the bare project where that leads elsewhere', () => {
    const packages = {
      a: { '1': ['lib>=2'] },
      lib: { '1': [], '1.5': [], '2.0': ['b'], '2.4': [], '2.6': [], '3.1': [] },
      b: {},
    };
    expect(ways({ root: ['a', 'lib<2'], packages })).toEqual([
      'Write `lib<3` instead of `lib<2`. → a 1, lib 2.6',
      'Write `lib` instead of `lib<2`. → a 1, lib 3.1',
      'Leave out `a`. → lib 1.5',
    ]);
    expect(ways({ root: ['a', 'lib>=1,<1.9.0,!=1.7'], packages })[0]).toBe(
      'Write `lib>=1,<2.5,!=1.7` instead of `lib>=1,<1.9.0,!=1.7`. → a 1, lib 2.4',
    );
    expect(ways({ root: ['lib>=4', 'a'], packages })[0]).toBe('Write `lib>=3.1` instead of `lib>=4`. → a 1, lib 3.1');
  });

  it('take away no more extras than they must', () => {
    const packages = { a: { '1': { extras: { fast: ['lib>=2'] } } }, lib };
    expect(ways({ root: ['a[fast]', 'lib!=3,<2'], packages })).toEqual([
      'Write `lib!=3,<3` instead of `lib!=3,<2`. → a 1, lib 2',
      'Write `lib` instead of `lib!=3,<2`. → a 1, lib 3',
      'Write `a` instead of `a[fast]`. → a 1, lib 1',
    ]);
  });

  it('change several requirements at once where there are several conflicts', () => {
    const packages = { lib, other: lib };
    expect(ways({ root: ['lib<2', 'lib>=2', 'other<2', 'other>=2'], packages })).toEqual([
      'Write `lib<3` instead of `lib<2` and write `other<3` instead of `other<2`. → lib 2, other 2',
      'Write `lib<3` instead of `lib<2` and write `other>=1` instead of `other>=2`. → lib 2, other 1',
      'Write `lib>=1` instead of `lib>=2` and write `other<3` instead of `other<2`. → lib 1, other 2',
      'Write `lib>=1` instead of `lib>=2` and write `other>=1` instead of `other>=2`. → lib 1, other 1',
    ]);
  });

  it('go from the one that costs least to the one that costs most', () => {
    const packages = {
      new: { '1': ['lib<2'], '2': ['lib>=2'] },
      old: { '1': ['lib>=2'], '2': ['lib<2'] },
      extra: { '1': { extras: { x: ['lib<2'] } } },
      lib,
    };
    expect(ways({ root: ['new<2', 'lib>=2'], packages })).toEqual([
      'Write `new<3` instead of `new<2`. → lib 3, new 2',
      'Write `lib>=1` instead of `lib>=2`. → lib 1, new 1',
    ]);
    expect(ways({ root: ['extra[x]', 'old==2', 'lib>=2', 'new'], packages }).map((way) => way.split('.')[0])).toEqual([
      'Write `lib>=1` instead of `lib>=2`',
      'Write `extra` instead of `extra[x]` and write `old>=1` instead of `old==2`',
    ]);
  });

  it('are none where only leaving out everything would be one', () => {
    expect(ways({ root: ['lib'], packages: { lib: { '1': ['nothing'] } } })).toEqual([]);
  });

  it('are none where nothing needs to change, and that is said', () => {
    expect(ways({ root: ['lib'], packages: { lib } })).toEqual(['Nothing needs to change. → lib 3']);
  });

  it('end with three changes and six ways, and say that there may be more', () => {
    const names = ['a', 'b', 'c', 'd'];
    const packages = Object.fromEntries(names.map((name) => [name, lib]));
    const root = names.flatMap((name) => [`${name}<2`, `${name}>=2`]);
    expect(waysOut(problemOf({ root, packages }), resolve)).toEqual({
      ways: [],
      settings: [],
      isComplete: false,
      limit: 'changes',
    });
    const three = waysOut(problemOf({ root: root.slice(0, 6), packages }), resolve);
    expect([three.ways.length, three.isComplete, three.limit]).toEqual([6, false, 'ways']);
  });

  it('say that a search was stopped', () => {
    const problem = problemOf({ root: ['lib<2', 'lib>=2', 'other'], packages: { lib, other: lib } });
    const found = waysOut(problem, (asked) => resolve(asked, { budget: asked.requirements.length < 3 ? 1 : 100 }));
    expect([found.isComplete, found.limit]).toEqual([false, 'steps']);
  });
});

/** The settings that are ways out, and what they give. */
function settings(sketch: ProblemSketch): readonly string[] {
  return waysOut(problemOf(sketch), resolve).settings.map(({ setting, forks }) => {
    const pins = forks.flatMap((fork) => fork.pins.map(({ name, version }) => `${name} ${formatVersion(version)}`));
    return `${writeSetting(setting)} → ${pins.join(', ')}`;
  });
}

describe('settings', () => {
  it('let in what a requirement is met by as it stands', () => {
    const yanked = { '1': [], '2': { yanked: true } };
    expect(settings({ root: ['a>1'], packages: { a: yanked } })).toEqual(['Require the yanked `a==2`. → a 2']);
    const pre = { '1': [], '2rc1': [] };
    expect(settings({ root: ['a>1'], packages: { a: pre }, policy: { prereleases: 'disallow' } })).toEqual([
      'Let pre-releases in. → a 2rc1',
    ]);
    const packages = { a: { '1': ['lib>=2'] }, lib };
    expect(settings({ root: ['a'], constraints: ['lib<2'], packages })).toEqual([
      'Leave out the constraint `lib<2`. → a 1, lib 3',
    ]);
    expect(settings({ root: ['a'], overrides: ['lib>9'], packages })).toEqual([
      'Leave out the override `lib>9`. → a 1, lib 3',
    ]);
  });

  it('name the oldest Python that is enough, or the newest that there are wheels for', () => {
    const a = { '1': { requiresPython: '>=3.14' }, '2': { requiresPython: '>=3.13' } };
    expect(settings({ root: ['a'], packages: { a } })).toEqual(['Take Python 3.13 instead of 3.12.0. → a 2']);
    const b = { '1': { wheelTags: ['cp310-cp310-manylinux2014_x86_64', 'cp311-cp311-manylinux2014_x86_64'] } };
    expect(settings({ root: ['b'], packages: { b } })).toEqual(['Take Python 3.11 instead of 3.12.0. → b 1']);
  });

  it('name the first day whose uploads are enough', () => {
    const at = (uploaded: string) => ({ uploaded: `${uploaded}T12:00:00.000Z` });
    const a = { '1': at('2025-03-04'), '2': at('2025-05-06') };
    const policy = { excludeNewer: '2025-01-01T00:00:00.000Z' };
    expect(settings({ root: ['a'], packages: { a }, policy })).toEqual(['Look at uploads through 2025-03-04. → a 1']);
  });

  it('end with an override of what releases ask of one another, at the reader’s risk', () => {
    const packages = { a: { '1': ['lib<2'] }, b: { '1': ['lib>=3'] }, lib };
    expect(settings({ root: ['a', 'b'], packages })).toEqual([
      'Override what releases say of `lib` with `lib>=3`, at your own risk. → a 1, b 1, lib 3',
    ]);
  });
});
