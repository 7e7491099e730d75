import { describe, expect, it } from 'vitest';
import { outcomeDifferences } from './compare.ts';
import type { Outcome, Step } from './schema.ts';

const step = (line: number, cached: boolean | null, more: Partial<Step> = {}): Step => ({
  stage: 0,
  stageName: null,
  line,
  instruction: 'RUN x',
  cached,
  ...more,
});

const outcome = (steps: readonly Step[], more: Partial<Outcome> = {}): Outcome => ({
  ok: true,
  steps,
  skippedStages: [],
  warnings: [],
  image: null,
  sameImageIdAsBuild: null,
  error: null,
  ...more,
});

describe('two outcomes of a build', () => {
  it('differ in a step that ran in one and was cached in the other, or is in one only', () => {
    expect(
      outcomeDifferences(
        outcome([step(1, null), step(2, true), step(3, false)]),
        outcome([step(2, false), step(4, true)]),
      ),
    ).toEqual([
      { at: 'steps 0:2', one: true, other: false },
      { at: 'steps 0:3', one: false, other: 'none' },
      { at: 'steps 0:4', one: 'none', other: true },
    ]);
  });

  it('agree in a step that may or may not have run', () => {
    expect(outcomeDifferences(outcome([step(2, null, { mayRun: true })]), outcome([step(2, false)]))).toEqual([]);
  });

  it('differ in an error’s kind, and in its line where one is recorded', () => {
    const failed = (kind: 'parse' | 'step', line: number | null) =>
      outcome([], { ok: false, error: { kind, line, contains: '', raw: '' } });
    expect([
      outcomeDifferences(failed('parse', 2), failed('step', 2)),
      outcomeDifferences(failed('parse', 2), failed('parse', 3)),
      outcomeDifferences(failed('parse', null), failed('parse', 3)),
    ]).toEqual([[{ at: 'error.kind', one: 'parse', other: 'step' }], [{ at: 'error.line', one: 2, other: 3 }], []]);
  });

  it('differ in what the image holds', () => {
    const image = {
      baseLayers: 1,
      totalLayers: 2,
      addedBytes: 1,
      env: [],
      workdir: '',
      user: '',
      entrypoint: null,
      cmd: null,
      shell: null,
      exposedPorts: [],
      labels: {},
      volumes: [],
      stopSignal: null,
      healthcheck: null,
      onbuild: [],
      layers: [],
      removedFromBase: [],
    };
    const fact = { type: 'file', mode: '0644', uid: 0, gid: 0, size: 1, sha256: 'x' } as const;
    const one = outcome([], { image: { ...image, files: { '/a': { ...fact, content: 'a' } } } });
    const same = outcome([], { image: { ...image, files: { '/a': fact } } });
    const other = outcome([], { image: { ...image, workdir: '/app', files: { '/a': { ...fact, mode: '0755' } } } });
    expect([outcomeDifferences(one, same), outcomeDifferences(one, other).map(({ at }) => at)]).toEqual([
      [],
      ['image.workdir', 'image.files /a'],
    ]);
  });
});
