import { describe, expect, it } from 'vitest';
import { formatVersion } from '@/core/python';
import { type ProblemSketch, problemOf } from '../sketch';
import { resolve } from '../uv/resolve';
import { waysOut, writeWayOut } from './index';

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
      'Write `shop` instead of `shop==2`. → lib 1, shop 1, stock 1',
      'Leave out `stock`. → lib 2, shop 2',
    ]);
  });

  it('take away no more clauses and extras than they must', () => {
    const packages = { a: { '1': { extras: { fast: ['lib>=2'] } } }, lib };
    expect(ways({ root: ['a[fast]', 'lib!=3,<2'], packages })).toEqual([
      'Write `a` instead of `a[fast]`. → a 1, lib 1',
      'Write `lib!=3` instead of `lib!=3,<2`. → a 1, lib 2',
    ]);
  });

  it('change several requirements at once where there are several conflicts', () => {
    const packages = { lib, other: lib };
    expect(ways({ root: ['lib<2', 'lib>=2', 'other<2', 'other>=2'], packages })).toEqual([
      'Write `lib` instead of `lib<2` and write `other` instead of `other<2`. → lib 3, other 3',
      'Write `lib` instead of `lib<2` and write `other` instead of `other>=2`. → lib 3, other 1',
      'Write `lib` instead of `lib>=2` and write `other` instead of `other<2`. → lib 1, other 3',
      'Write `lib` instead of `lib>=2` and write `other` instead of `other>=2`. → lib 1, other 1',
    ]);
  });

  it('are none where nothing needs to change, and that is said', () => {
    expect(ways({ root: ['lib'], packages: { lib } })).toEqual(['Nothing needs to change. → lib 3']);
  });

  it('end with three changes and six ways, and say that there may be more', () => {
    const names = ['a', 'b', 'c', 'd'];
    const packages = Object.fromEntries(names.map((name) => [name, lib]));
    const root = names.flatMap((name) => [`${name}<2`, `${name}>=2`]);
    expect(waysOut(problemOf({ root, packages }), resolve)).toEqual({ ways: [], isComplete: false });
    const three = waysOut(problemOf({ root: root.slice(0, 6), packages }), resolve);
    expect({ ways: three.ways.length, isComplete: three.isComplete }).toEqual({ ways: 6, isComplete: false });
  });
});
