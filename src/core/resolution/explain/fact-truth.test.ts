// The check of explanations is worth something only if it notices what is untrue: a version, a bound, a reason or a place that
// was changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProblemSketch, problemOf } from '../sketch';
import { anyWildSketch } from '../sketch.arbitrary';
import { resolve } from '../uv/resolve';
import { type Explanation, explain } from './explain';
import type { Fact } from './fact';
import { faultOfFact, faultOfNotice } from './fact-truth';
import type { Notice } from './notice';

const factsOf = ({ steps }: Explanation) =>
  steps.flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.kind === 'fact' ? [reason.fact] : [])));

/** The fact with something in it that isn’t so; undefined where nothing of the kind is in it. */
const LIES: Readonly<Record<string, (fact: Fact) => Fact | undefined>> = {
  'another bound': (fact) =>
    'written' in fact ? { ...fact, written: `${fact.written.split(';')[0]},!=99` } : undefined,
  'a version less that is wanted': (fact) =>
    fact.kind === 'dependency' && fact.wanted.versions.length > 0
      ? { ...fact, wanted: { ...fact.wanted, versions: fact.wanted.versions.slice(1) } }
      : undefined,
  'another reason': (fact) => (fact.kind === 'unusable' ? { ...fact, reason: { kind: 'no-such-project' } } : undefined),
  'another place': (fact) =>
    fact.kind === 'own-requirement' || fact.kind === 'own-policy'
      ? { ...fact, place: (fact.place ?? 0) + 7 }
      : undefined,
  'another project': (fact) => {
    if (fact.kind === 'unusable' || fact.kind === 'prereleases') {
      const { subject, versions, isAll } = fact.versions;
      return { ...fact, versions: { isAll, versions, subject: { ...subject, name: 'nobody' as typeof subject.name } } };
    }
    return undefined;
  },
  'another Python': (fact) => (fact.kind === 'requires-python' ? { ...fact, wanted: [{ clauses: [] }] } : undefined),
};

describe('an untrue fact', () => {
  const sampled = fc.sample(anyWildSketch, { numRuns: 1_000, seed: 11 }).flatMap((sketch) => {
    const problem = problemOf(sketch);
    const explanation = explain(problem, resolve);
    return explanation === undefined ? [] : factsOf(explanation).map((fact) => ({ problem, fact }));
  });

  it.each(Object.entries(LIES))('is noticed: with %s', (_, lie) => {
    const told = sampled.flatMap(({ problem, fact }) => {
      const untrue = lie(fact);
      return untrue === undefined ? [] : [{ problem, untrue }];
    });
    expect(told.length).toBeGreaterThan(1);
    for (const { problem, untrue } of told) expect(faultOfFact(problem, untrue)).toBeDefined();
  });

  it('is noticed where it is said of a version of which it isn’t true', () => {
    const sketch: ProblemSketch = {
      root: ['a', 'b<2'],
      packages: { a: { '1': ['b>=2'], '2': [] }, b: { '1': [], '2': [] } },
      constraints: ['a<2'],
    };
    const problem = problemOf(sketch);
    const explanation = explain(problem, resolve);
    const [fact] = (explanation === undefined ? [] : factsOf(explanation)).filter(({ kind }) => kind === 'dependency');
    if (fact?.kind !== 'dependency') throw new Error('The explanation rests on what a requires.');
    expect(faultOfFact(problem, fact)).toBeUndefined();
    const versions = (problem.index.get(fact.dependent.subject.name) ?? []).map(({ version }) => version);
    expect(faultOfFact(problem, { ...fact, dependent: { ...fact.dependent, versions } })).toBe(
      'a 2 doesn’t require b>=2',
    );
  });
});

describe('an untrue notice', () => {
  const problem = problemOf({
    root: ['a>1'],
    packages: { a: { '1': [], '2': { yanked: true }, '2.1': { wheelTags: ['py3-none-win_amd64'] } }, b: { '1': [] } },
  });
  const [first, second, third] = (problem.index.get('a' as never) ?? []).map(({ version }) => [version]);

  it.each<[what: string, notice: Notice]>([
    ['a release that wasn’t yanked', { kind: 'yanked', name: 'a' as never, versions: first ?? [] }],
    ['a project that is there', { kind: 'no-such-project', name: 'b' as never, alike: [] }],
    [
      'a release that is no pre-release',
      { kind: 'prereleases', name: 'a' as never, versions: second ?? [], policy: 'disallow' },
    ],
    [
      'tags that no wheel has',
      {
        kind: 'no-file',
        name: 'a' as never,
        versions: third ?? [],
        why: 'no-fitting-wheel',
        misfit: { kind: 'platform', wants: ['macosx_11_0_arm64'], has: 'linux_x86_64' },
      },
    ],
  ])('is noticed: %s', (_, notice) => {
    expect(faultOfNotice(problem, notice)).toBeDefined();
  });
});
