import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVersion } from '@/core/python';
import { faultsOf, isSolvable } from '../brute-force';
import { type ProblemSketch, problemOf } from '../sketch';
import { anySketch } from '../sketch.arbitrary';
import {
  type BacktrackingOutcome,
  describeEvent,
  solveByBacktracking,
  startBacktracking,
  stepBacktracking,
} from './index';

function pins(outcome: BacktrackingOutcome): string {
  if (outcome.kind !== 'solved') return outcome.kind;
  return outcome.forks
    .flatMap((fork) => fork.pins)
    .map(({ name, extras, version }) => {
      const bracket = extras.length === 0 ? '' : `[${extras.join(',')}]`;
      return `${name}${bracket} ${formatVersion(version)}`;
    })
    .join(', ');
}

const solved = (sketch: ProblemSketch) => pins(solveByBacktracking(problemOf(sketch)));

describe('candidates', () => {
  const packages = { lib: { '1.0': [], '1.1': [], '2.0rc1': [] } };

  it('are tried newest first', () => expect(solved({ root: ['lib<2'], packages })).toBe('lib 1.1'));

  it('are pre-releases only if a clause names one or nothing else fits', () => {
    expect(solved({ root: ['lib'], packages })).toBe('lib 1.1');
    expect(solved({ root: ['lib>=2.0rc1'], packages })).toBe('lib 2.0rc1');
    expect(solved({ root: ['lib>1.1'], packages })).toBe('lib 2.0rc1');
    expect(solved({ root: ['lib'], packages, policy: { prereleases: 'allow' } })).toBe('lib 2.0rc1');
    expect(solved({ root: ['lib>1.1'], packages, policy: { prereleases: 'disallow' } })).toBe('unsolvable');
  });

  it('are never pre-releases because the final releases turned out not to work', () => {
    const bad = { lib: { '1.0': ['nothing'], '2.0rc1': [] } };
    expect(solved({ root: ['lib'], packages: bad })).toBe('unsolvable');
  });

  it('are yanked only where == asks for the version', () => {
    const yanked = { lib: { '1.0': [], '1.1': { yanked: true } } };
    expect(solved({ root: ['lib'], packages: yanked })).toBe('lib 1.0');
    expect(solved({ root: ['lib>1.0'], packages: yanked })).toBe('unsolvable');
    expect(solved({ root: ['lib==1.1'], packages: yanked })).toBe('lib 1.1');
  });

  it('have a file for this Python and this machine, and upper bounds of requires-python count', () => {
    const files = {
      lib: { '1': [], '2': { requiresPython: '>=3.8,<3.12' }, '3': { wheelTags: ['cp312-cp312-win_amd64'] } },
    };
    expect(solved({ root: ['lib'], packages: files })).toBe('lib 1');
    expect(solved({ root: ['lib'], packages: files, python: '3.11.2' })).toBe('lib 2');
  });

  it('were uploaded before the date given', () => {
    const dated = {
      lib: { '1': { uploaded: '2024-01-01T00:00:00Z' }, '2': { uploaded: '2025-01-01T00:00:00Z' }, '3': [] },
    };
    expect(solved({ root: ['lib'], packages: dated, policy: { excludeNewer: '2024-06-01T00:00:00Z' } })).toBe('lib 1');
  });

  it('obey constraints without being required by them', () => {
    expect(solved({ root: ['lib'], packages, constraints: ['lib<1.1', 'other>1'] })).toBe('lib 1.0');
  });
});

describe('extras', () => {
  it('are keys of their own, held to the version of the plain project', () => {
    const packages = {
      web: { '1': { extras: { tls: ['crypto<2'] } }, '2': { extras: { tls: ['crypto>=2'], log: [] } } },
      crypto: { '1': [] },
    };
    expect(solved({ root: ['web[tls]', 'web[log]'], packages })).toBe('crypto 1, web[log,tls] 1');
  });

  it('may ask for the project again with others', () => {
    const packages = { web: { '1': { extras: { tls: ['crypto'], all: ['web[tls]'] } } }, crypto: { '1': [] } };
    expect(solved({ root: ['web[all]'], packages })).toBe('crypto 1, web[all,tls] 1');
  });

  it('that a release does not have are ignored', () => {
    expect(solved({ root: ['web[none]'], packages: { web: { '1': [] } } })).toBe('web[none] 1');
  });
});

describe('a search', () => {
  const packages = {
    a: { '1': [], '2': ['lib<2'] },
    b: { '1': ['lib>=2'] },
    lib: { '1': [], '2': [] },
  };

  it('tells each round in events', () => {
    const search = startBacktracking(problemOf({ root: ['a', 'b'], packages }));
    if ('kind' in search) throw new Error('The problem is for one environment.');
    const rounds: string[][] = [];
    while (search.status === 'searching') {
      rounds.push(
        stepBacktracking(search).map((event) => {
          if (event.kind === 'pinned' || event.kind === 'rejected') {
            return `${event.kind} ${event.candidate.key} ${event.candidate.version}`;
          }
          return event.kind === 'backjump'
            ? `backjump over ${event.undone.map(({ key }) => key).join(', ')}`
            : event.kind;
        }),
      );
    }
    expect(rounds).toEqual([
      ['pinned a 2'],
      // `lib<2` has an upper limit, so lib goes before b, though the reader asked for b.
      ['pinned lib 1'],
      ['rejected b 1', 'conflict', 'backjump over lib, a'],
      ['pinned a 1'],
      ['pinned b 1'],
      ['pinned lib 2'],
      ['solved'],
    ]);
  });

  it('can be told in sentences', () => {
    const search = startBacktracking(problemOf({ root: ['a', 'b'], packages: { ...packages, a: { '2': ['lib<2'] } } }));
    if ('kind' in search) throw new Error('The problem is for one environment.');
    const sentences: string[] = [];
    while (search.status === 'searching') sentences.push(...stepBacktracking(search).map(describeEvent));
    expect(sentences).toEqual([
      'Pinned: a 2.',
      'Pinned: lib 1.',
      'b 1 doesn’t go with the rest: a 2 asks for lib<2, b 1 asks for lib>=2.',
      'Conflict: no release of b goes with the pins so far, for a 2 asks for lib<2, b 1 asks for lib>=2.',
      'Nothing is left to try: a 2 asks for lib<2, b 1 asks for lib>=2.',
    ]);
  });

  it('stops at its bound, and at that of pip', () => {
    const problem = problemOf({ root: ['a', 'b'], packages });
    expect(solveByBacktracking(problem, { budget: 3 })).toEqual({
      kind: 'stopped',
      counts: { decisions: 2, conflicts: 1, releasesRead: 4, steps: 3, rejected: 1 },
    });
    expect(solveByBacktracking(problem, { maxRounds: 3 }).kind).toBe('stopped');
  });

  it('is for one environment only', () => {
    const problem = {
      ...problemOf({ root: [], packages: {} }),
      target: { kind: 'universal', requiredEnvironments: [] },
    } as const;
    expect(solveByBacktracking(problem)).toEqual({ kind: 'not-modelled', what: 'universal' });
  });

  it('takes a direct URL for a requirement that nothing satisfies', () => {
    expect(solved({ root: ['lib @ https://example.org/lib.whl'], packages })).toBe('unsolvable');
  });

  it('replaces requirements by overrides', () => {
    expect(solved({ root: ['b'], packages, overrides: ['lib==1'] })).toBe('b 1, lib 1');
  });

  it('takes the oldest first, of all or of the root’s own requirements, where that is asked for', () => {
    expect(
      solved({ root: ['b'], packages: { ...packages, b: { '1': ['lib'], '2': ['lib'] } }, policy: { mode: 'lowest' } }),
    ).toBe('b 1, lib 1');
    expect(
      solved({
        root: ['b'],
        packages: { ...packages, b: { '1': ['lib'], '2': ['lib'] } },
        policy: { mode: 'lowest-direct' },
      }),
    ).toBe('b 1, lib 2');
  });

  it('goes along a chain and over a fan of ten thousand projects in as many rounds', () => {
    const size = 10_000;
    const names = Array.from({ length: size }, (_, at) => `p${at}`);
    const chain = Object.fromEntries(names.map((name, at) => [name, { '1': at + 1 < size ? [`p${at + 1}`] : [] }]));
    expect(solveByBacktracking(problemOf({ root: ['p0'], packages: chain }))).toMatchObject({
      kind: 'solved',
      counts: { steps: size + 1, conflicts: 0 },
    });
    const fan = {
      ...Object.fromEntries(names.map((name) => [name, { '1': ['lib'] }])),
      all: { '1': names },
      lib: { '1': [] },
    };
    expect(solveByBacktracking(problemOf({ root: ['all'], packages: fan }))).toMatchObject({
      kind: 'solved',
      counts: { steps: size + 3, conflicts: 0 },
    });
  });
});

describe('laws', () => {
  it('what is solved satisfies every requirement and holds nothing unneeded', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const problem = problemOf(sketch);
        const outcome = solveByBacktracking(problem);
        if (outcome.kind !== 'solved') return;
        expect(outcome.forks.flatMap((fork) => faultsOf(problem, fork.pins))).toEqual([]);
      }),
    );
  });

  it('a problem is solved if trying everything solves it, and only then', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const problem = problemOf(sketch);
        expect(solveByBacktracking(problem).kind).toBe(isSolvable(problem) ? 'solved' : 'unsolvable');
      }),
    );
  });

  it('the same problem is resolved in the same way', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        expect(solveByBacktracking(problemOf(sketch))).toEqual(solveByBacktracking(problemOf(sketch)));
      }),
    );
  });
});
