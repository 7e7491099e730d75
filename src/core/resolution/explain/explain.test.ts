import { describe, expect, it } from 'vitest';
import { type ProblemSketch, problemOf, type ReleaseSketch } from '../sketch';
import { resolve } from '../uv/resolve';
import { explain, formatExplanation, writeExplanation } from './index';

/** The explanation of a problem, in lines. */
function lines(sketch: ProblemSketch): readonly string[] {
  const explanation = explain(problemOf(sketch), resolve);
  return explanation === undefined ? ['There is a solution.'] : formatExplanation(explanation).split('\n');
}

const releases = (...numbers: number[]): Record<string, ReleaseSketch> =>
  Object.fromEntries(numbers.map((number) => [`${number}`, []]));

describe('one sentence', () => {
  it('says who wants what, in the order of the reader’s requirements', () => {
    const packages = {
      shop: { '1': ['shared<2'], '2': ['shared<2'] },
      stock: { '1': ['shared>=2'] },
      other: releases(1),
      shared: releases(1, 2),
    };
    expect(lines({ root: ['other', 'stock', 'shop'], packages })).toEqual([
      'Because you require `stock` and `shop`, `stock` 1 requires `shared>=2`, and every version of `shop` requires `shared<2`, your requirements can’t all be met.',
    ]);
  });

  it('follows a chain', () => {
    const packages = { a: { '1': ['b'] }, b: { '1': ['c<2'] }, c: releases(1, 2) };
    expect(lines({ root: ['a', 'c>=2'], packages })).toEqual([
      'Because you require `a` and `c>=2`, and `a` 1 requires `b`, which requires `c<2`, your requirements can’t all be met.',
    ]);
  });

  it('says what exists where nothing is in range', () => {
    expect(lines({ root: ['a>=3'], packages: { a: releases(1, 2) } })).toEqual([
      'Because you require `a>=3`, but only `a` 1 and 2 exist, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a>=9'], packages: { a: releases(1, 2, 3, 4) } })).toEqual([
      'Because you require `a>=9`, but the newest `a` is 4, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a<1'], packages: { a: releases(1, 2, 3, 4) } })).toEqual([
      'Because you require `a<1`, but the oldest `a` is 1, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a==2.5'], packages: { a: releases(1, 2, 3, 4) } })).toEqual([
      'Because you require `a==2.5`, but `a` 2 is followed by 3, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a!=1,!=3,<4,!=2'], packages: { a: releases(1, 2, 3, 4) } })).toEqual([
      'Because you require `a!=1,!=3,<4,!=2`, but none of the 4 versions of `a` fits, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a'], packages: { a: {} } })).toEqual([
      'Because you require `a`, but `a` has no releases, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a>2,<2'], packages: { a: releases(1, 2) } })).toEqual([
      'Because you require `a>2,<2`, which no version can be, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['b'], packages: { a: releases(1, 2), b: { '1': ['a>2,<2'] } } })).toEqual([
      'Because you require `b`, and `b` 1 requires `a>2,<2`, which no version can be, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a'], packages: { a: { '1': { wheelTags: [] } } } })).toEqual([
      'Because you require `a`, but `a` has no release with a file, your requirement can’t be met.',
    ]);
  });

  it('says once what is missing, and asks whether it was misspelt', () => {
    const packages = {
      a: { '1': ['flaks'], '2': ['b'] },
      b: { '1': ['flaks'] },
      flask: releases(1),
      flak: releases(1),
    };
    expect(lines({ root: ['a'], packages })).toEqual([
      'Because you require `a`, and `a` 1 requires `flaks`, and `a` 2 requires `b`, which requires `flaks`, but the index has no `flaks`, your requirement can’t be met.',
      'Did you mean `flak` or `flask` instead of `flaks`?',
    ]);
    expect(lines({ root: ['nothing'], packages })[1]).toBe(
      'Check the spelling of `nothing`, and whether this is the index that has it.',
    );
  });

  it('names versions by what exists: one, a few, the bounds of many, or every one', () => {
    const many = (count: number) =>
      Object.fromEntries(
        Array.from({ length: 9 }, (_, at) => [`${at + 1}`, at < count ? ['lib<2'] : ['lib<3']] as const),
      );
    const subject = (count: number) =>
      lines({ root: ['a', 'lib>=3'], packages: { a: many(count), lib: releases(1, 2, 3) } })[0];
    expect(subject(1)).toContain(' `a` 1 requires `lib<2`');
    expect(subject(3)).toContain(' `a` 1, 2 and 3 require `lib<2`');
    expect(subject(4)).toContain(' `a<=4` requires `lib<2`');
    expect(subject(4)).toContain(' `a>=5` requires `lib<3`');
    expect(subject(9)).toContain(' every version of `a` requires `lib<2`');
  });

  it('tells constraints and overrides from requirements', () => {
    const packages = { a: { '1': ['lib>=2'] }, lib: releases(1, 2) };
    expect(lines({ root: ['a'], constraints: ['lib<2'], packages })).toEqual([
      'Because you require `a`, `a` 1 requires `lib>=2`, and your constraint asks for `lib<2`, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a'], overrides: ['lib>=9'], packages })).toEqual([
      'Because you require `a`, and `a` 1 requires `lib`, for which your override says `lib>=9`, but only `lib` 1 and 2 exist, your requirement can’t be met.',
    ]);
  });

  it('names the reader’s own requirement that a constraint or override goes with', () => {
    const packages = { a: { '1': ['lib'] }, lib: releases(1, 2) };
    expect(lines({ root: ['a'], overrides: ['lib>=9'], packages })).toEqual([
      'Because you require `a`, and `a` 1 requires `lib`, for which your override says `lib>=9`, but only `lib` 1 and 2 exist, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['lib'], overrides: ['lib>=9'], packages })).toEqual([
      'Because you require `lib`, for which your override says `lib>=9`, but only `lib` 1 and 2 exist, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['lib'], constraints: ['lib>=9'], packages })).toEqual([
      'Because you require `lib`, and your constraint asks for `lib>=9`, but only `lib` 1 and 2 exist, your requirement can’t be met.',
    ]);
    expect(lines({ root: ['a'], constraints: ['lib>=9'], packages })).toEqual([
      'Because you require `a`, and `a` 1 requires `lib`, for which your constraint says `lib>=9`, but only `lib` 1 and 2 exist, your requirement can’t be met.',
    ]);
  });

  it('parts reasons by semicolons where they have commas of their own', () => {
    const packages = { a: { '1': ['b', 'c'] }, b: { '1': ['x<2'] }, c: { '1': ['x>=2'] }, x: releases(1, 2) };
    expect(lines({ root: ['a'], packages })).toEqual([
      'Because you require `a`; `a` 1 requires `b`, which requires `x<2`; and `a` 1 requires `c`, which requires `x>=2`, your requirement can’t be met.',
    ]);
  });

  it('says a requirement once of all versions that have it, from the lower bound to the upper one', () => {
    const packages = {
      a: { '1': ['b<3,!=1,>=2'], '2': ['c'], '3': ['b<3,!=1,>=2'] },
      b: releases(1),
      c: { '1': ['b>1'] },
    };
    expect(lines({ root: ['a'], packages })).toEqual([
      'Because you require `a`, and `a` 1 and 3 require `b>=2,<3,!=1`, and `a` 2 requires `c`, which requires `b>1`, but only `b` 1 exists, your requirement can’t be met.',
    ]);
  });

  it('speaks of extras as they are asked for', () => {
    const web = { '1': { extras: { tls: ['crypto>=2'] } }, '2': { extras: { tls: ['crypto>=3'], log: [] } } };
    expect(lines({ root: ['web[log,tls]', 'crypto<2'], packages: { web, crypto: releases(1, 2, 3) } })).toEqual([
      'Because you require `web[log,tls]` and `crypto<2`, `web[tls]` 1 requires `crypto>=2`, and `web[tls]` 2 requires `crypto>=3`, your requirements can’t all be met.',
    ]);
  });
});

describe('several sentences', () => {
  const packages = {
    a: { '1': ['b==1'], '2': ['b==2'], '3': ['b==3'] },
    b: { '1': ['c>=2'], '2': ['c>=3'], '3': ['d'] },
    c: releases(1, 2, 3),
    d: { '1': ['c>=2'] },
  };

  it('follow one from the other, without numbers where each leads to the next', () => {
    expect(lines({ root: ['a', 'c==1'], packages })).toEqual([
      'Because `a` 3 requires `b==3`, which requires `d`, which requires `c>=2`, `a` 3 needs `c` 2 or 3.',
      'And because `a` 1 requires `b==1`, which requires `c>=2`, and `a` 2 requires `b==2`, which requires `c>=3`, every version of `a` needs `c` 2 or 3.',
      'And because you require `a` and `c==1`, your requirements can’t all be met.',
    ]);
  });

  it('have numbers only where a later one refers to them', () => {
    const numbered = {
      a: { '1': ['left', 'right'], '2': ['left', 'up'], '3': ['up', 'down'] },
      left: { '1': ['x<2', 'y'] },
      right: { '1': ['x>=2'], '2': ['x>=2', 'y<2'], '3': ['z'] },
      up: { '1': ['y>=2', 'x>=2'], '2': ['x>=3'] },
      down: { '1': ['y<2', 'x<3'], '2': ['x<2'] },
      x: releases(1, 2, 3),
      y: releases(1, 2),
      z: { '1': ['x>=2'] },
    };
    const explanation = explain(problemOf({ root: ['a'], packages: numbered }), resolve);
    const sentences = explanation === undefined ? [] : writeExplanation(explanation);
    const text = sentences.map((sentence) => sentence.text).join('\n');
    for (const { number } of sentences) if (number !== undefined) expect(text).toContain(`of (${number})`);
    expect(sentences.at(-1)?.text).toMatch(/your requirement can’t be met\.$/);
  });

  it('are as many as a long chain takes, and no more than the machine can bear', () => {
    const length = 10_000;
    const chain = Object.fromEntries(
      Array.from({ length }, (_, at) => [`p${at}`, { '1': [at + 1 < length ? `p${at + 1}` : 'end>=2'] }]),
    );
    const last = lines({ root: ['p0'], packages: { ...chain, end: releases(1) } }).at(-1);
    expect(last).toMatch(/your requirement can’t be met\.$/);
  });
});

describe('a problem with a solution', () => {
  it('has no explanation', () => {
    expect(lines({ root: ['a'], packages: { a: releases(1) } })).toEqual(['There is a solution.']);
  });
});
