// Releases that can't be used, and what is worth knowing of them: what uv gives as hints, and what is in the proof already.
import { describe, expect, it } from 'vitest';
import { readSpecifierSet } from '@/core/python';
import type { ResolutionPolicy } from '../problem';
import { type ProblemSketch, problemOf, type ReleaseSketch } from '../sketch';
import { resolve } from '../uv/resolve';
import { explain, formatExplanation } from './index';

/** The explanation of a problem, in lines; for a range of Python, of one for all environments. */
function lines(sketch: ProblemSketch, requiresPython?: string): readonly string[] {
  const problem = problemOf(sketch);
  const universal = { kind: 'universal', requiredEnvironments: [] } as const;
  const asked =
    requiresPython === undefined
      ? problem
      : { ...problem, requiresPython: readSpecifierSet(requiresPython), target: universal };
  const explanation = explain(asked, resolve);
  return explanation === undefined ? ['There is a solution.'] : formatExplanation(explanation).split('\n');
}

const named = (...names: string[]) => ({
  noBuild: new Set(names) as unknown as ResolutionPolicy['noBuild'],
});

describe('another Python', () => {
  const a = { '1': { requiresPython: '>=3.13' } };

  it('is named beside the one that is there, and what there is for it', () => {
    expect(lines({ root: ['a'], packages: { a } })).toEqual([
      'Because you require `a`, and `a` 1 requires Python >=3.13, but this is Python 3.12.0, your requirement can’t be met.',
      'For Python >=3.13 there is `a` 1.',
    ]);
  });

  it('is the oldest that any of the releases asks for', () => {
    const more = { ...a, '2': { requiresPython: '>=3.14' }, '0': { requiresPython: '>=3.13' } };
    expect(lines({ root: ['a'], packages: { a: more } })).toEqual([
      'Because you require `a`, and every version of `a` requires a newer Python, but this is Python 3.12.0, your requirement can’t be met.',
      'For Python >=3.13 there are `a` 0 and 1.',
    ]);
  });

  it('is told once for several projects', () => {
    const packages = { a: { ...a, '2': ['b'] }, b: { '1': { requiresPython: '>=3.13' } } };
    expect(lines({ root: ['a'], packages })).toEqual([
      'Because you require `a`, and `a` 1 requires Python >=3.13, and `a` 2 requires `b`, which requires Python >=3.13, but this is Python 3.12.0, your requirement can’t be met.',
      'For Python >=3.13 there are `a` 1 and `b` 1.',
    ]);
  });

  it('stands beside the reader’s own range where all environments are resolved for, and the failure says where', () => {
    expect(lines({ root: ['a'], packages: { a } }, '<4,>=3.12')).toEqual([
      "Because you require `a`, and `a` 1 requires Python >=3.13, but your `requires-python` is `>=3.12,<4`, your requirement can’t be met where `python_version < '3.13'`.",
      'For Python >=3.13 there is `a` 1.',
    ]);
  });
});

describe('yanked releases', () => {
  it('are told with the pin that would take one', () => {
    const a = { '1': [], '2': { yanked: true }, '3': { yanked: true } };
    expect(lines({ root: ['a>=2'], packages: { a } })).toEqual([
      'Because you require `a>=2`, and `a` 2 and 3 were yanked, your requirement can’t be met.',
      'A yanked release is taken only where a requirement of your own pins it, such as `a==3`.',
    ]);
    expect(lines({ root: ['a==3'], packages: { a } })).toEqual(['There is a solution.']);
  });

  it('are told of by the project, whatever extra is asked for', () => {
    const packages = { a: { '1': { yanked: true, extras: { fast: [] } } } };
    expect(lines({ root: ['a[fast]'], packages })[0]).toBe(
      'Because you require `a[fast]`, and `a` 1 was yanked, your requirement can’t be met.',
    );
  });
});

describe('files', () => {
  const only = (...wheelTags: string[]) => ({ a: { '1': { wheelTags } } });

  it.each([
    [['py3-none-win_amd64'], 'are for `win_amd64`; this machine is `linux_x86_64`'],
    [['cp311-cp311-win_amd64', 'py3-none-win_amd64'], 'are for `win_amd64`; this machine is `linux_x86_64`'],
    [['cp312-cp312t-manylinux2014_x86_64'], 'are for the ABI `cp312t`; this Python has `cp312`'],
    [['cp310-cp310-any', 'cp311-cp311-any'], 'are for the Python tags `cp310` and `cp311`; this Python is `cp312`'],
    [['py2-none-any'], 'are for the Python tag `py2`; this Python is `cp312`'],
  ])('that don’t fit are told by what comes closest to fitting: %j', (tags, said) => {
    expect(lines({ root: ['a'], packages: only(...tags) })).toEqual([
      'Because you require `a`, and `a` 1 has no sdist and no wheel that fits, your requirement can’t be met.',
      `The wheels of \`a\` 1 ${said}.`,
    ]);
  });

  it('that may not be built or taken are told by what there is', () => {
    const sdist = { '1': { sdist: true, wheelTags: [] } };
    expect(lines({ root: ['a'], packages: { a: sdist }, policy: named('a') })).toEqual([
      'Because you require `a`, and `a` 1 has only an sdist, which may not be built, your requirement can’t be met.',
    ]);
    const other = { '1': { sdist: true, wheelTags: ['py3-none-win_amd64'] } };
    expect(lines({ root: ['a'], packages: { a: other }, policy: named('a') })).toEqual([
      'Because you require `a`, and `a` 1 has no wheel that fits and may not be built, your requirement can’t be met.',
      'The wheels of `a` 1 are for `win_amd64`; this machine is `linux_x86_64`.',
    ]);
    const neither = { ...named('a'), noBinary: named('a')?.noBuild ?? new Set() };
    const both = { '1': { sdist: true, wheelTags: ['py3-none-any'] } };
    expect(lines({ root: ['a'], packages: { a: both }, policy: neither })).toEqual([
      'Because you require `a`, and `a` 1 may neither be built nor taken as a wheel, your requirement can’t be met.',
    ]);
  });
});

describe('pre-releases that the policy keeps out', () => {
  const packages = { a: { '1': [], '2rc1': [] } satisfies Record<string, ReleaseSketch> };

  it('would be in range if they were let in', () => {
    expect(lines({ root: ['a>1'], packages, policy: { prereleases: 'disallow' } })).toEqual([
      'Because you require `a>1`, and `a` 2rc1 is a pre-release, which you keep out, your requirement can’t be met.',
      '`a` 2rc1 would be in range, if you let pre-releases in.',
    ]);
  });

  it('may be named, where that lets them in', () => {
    expect(lines({ root: ['a>1'], packages, policy: { prereleases: 'explicit' } })).toEqual([
      'Because you require `a>1`, and `a` 2rc1 is a pre-release, which you let in only where you name one, your requirement can’t be met.',
      '`a` 2rc1 would be in range: name it in a requirement of your own, or let pre-releases in.',
    ]);
    expect(lines({ root: ['a>1', 'a==2rc1'], packages, policy: { prereleases: 'explicit' } })).toEqual([
      'There is a solution.',
    ]);
    expect(lines({ root: ['a==2rc1'], packages, policy: { prereleases: 'disallow' } })[1]).toBe(
      '`a` 2rc1 would be in range, if you let pre-releases in.',
    );
  });
});

describe('releases beside a bound', () => {
  it.each([
    ['a<2', '2rc1', '`<2` leaves out the pre-releases of 2, such as `a` 2rc1.'],
    ['a>1', '1.post1', '`>1` leaves out the post releases of 1, such as `a` 1.post1.'],
    ['a>1', '1+cpu', '`>1` leaves out the local versions of 1, such as `a` 1+cpu.'],
  ])('go out with it: %s and %s', (root, version, said) => {
    expect(lines({ root: [root], packages: { a: { [version]: [] } } })).toEqual([
      `Because you require \`${root}\`, but only \`a\` ${version} exists, your requirement can’t be met.`,
      said,
    ]);
  });
});

describe('releases that came too late', () => {
  const policy = { excludeNewer: '2024-01-01T00:00:00.000Z' };

  it('are named with the day on which they came', () => {
    const a = { '1': { uploaded: '2025-02-03T04:05:06.000Z' } };
    expect(lines({ root: ['a'], packages: { a }, policy })).toEqual([
      'Because you require `a`, but `a` had no release before 2024-01-01, your requirement can’t be met.',
      '`a` 1 came on 2025-02-03: you leave out what was uploaded from 2024-01-01 on.',
    ]);
  });

  it('are named as well where those that came in time can’t be used', () => {
    const a = {
      '1': { uploaded: '2023-01-01T00:00:00.000Z', yanked: true },
      '2': { uploaded: '2025-01-01T00:00:00.000Z' },
      '3': { uploaded: '2025-06-01T00:00:00.000Z' },
    };
    expect(lines({ root: ['a'], packages: { a }, policy })).toEqual([
      'Because you require `a`, and `a` 1 was yanked, your requirement can’t be met.',
      'A yanked release is taken only where a requirement of your own pins it, such as `a==1`.',
      '`a` 2 and 3 came later, from 2025-01-01 on: you leave out what was uploaded from 2024-01-01 on.',
    ]);
  });

  it('are passed over in silence where others can be used', () => {
    const early = { uploaded: '2023-01-01T00:00:00.000Z' };
    const late = { uploaded: '2025-01-01T00:00:00.000Z' };
    const packages = { a: { '1': { ...early, requires: ['b>1'] }, '2': late }, b: { '1': early } };
    expect(lines({ root: ['a'], packages, policy })).toEqual([
      'Because you require `a`, and `a` 1 requires `b>1`, but only `b` 1 exists, your requirement can’t be met.',
    ]);
  });
});
