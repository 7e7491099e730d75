/** Our builder beside the recorded ones: the shared cases of Docker Engine 20.10, the same on a current BuildKit, and the course's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILDER_DIFFERENCES } from '@/core/docker';
import differences from '../../../known-differences.json';
import { runSuites } from './run-suites';

function disagreements(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const files = names.map((name) => ({ path: name, text: readFileSync(`${folder}/${name}`, 'utf8') }));
  const ran = runSuites(files, () => 0);
  expect(ran.faults).toEqual([]);
  return { count: names.length, apart: ran.disagreements.map(({ file }) => file.replace('.json', '')).sort() };
}

const listed = new Set(BUILDER_DIFFERENCES.flatMap(({ scenarios }) => scenarios));
const newer = new Set(differences['layer-cache'].filter(({ marked }) => marked).map(({ scenario }) => scenario));

describe('what we do and what the builder did', () => {
  it('is the same as Docker Engine 20.10 did, where a current builder still does it', () => {
    const { count, apart } = disagreements('src/core/docker/conformance/engine-20.10');
    expect(count).toBe(116);
    expect(apart.filter((name) => !newer.has(name) && !listed.has(name))).toEqual([]);
  });

  it('is the same as BuildKit 0.34 does, but for the differences that we list', () => {
    const { count, apart } = disagreements('src/core/docker/conformance/buildkit');
    expect(count).toBe(111);
    expect(apart.filter((name) => !listed.has(name))).toEqual([]);
  });

  it('is the same in the scenarios of the course', () => {
    const { count, apart } = disagreements('content/scenarios/layer-cache');
    expect(count).toBeGreaterThan(200);
    expect(apart.filter((name) => !listed.has(name))).toEqual([]);
  });
});

describe('a scenario as a case', () => {
  const build = {
    dockerfile: 'FROM scratch\nCOPY a /a\n',
    dockerignore: null,
    context: { a: { content: 'a' } },
    buildArgs: {},
    target: null,
    noCache: false,
    platform: null,
    baseImages: {},
    runEffects: [],
  };
  const ran = (scenario: object) => runSuites([{ path: 's.json', text: JSON.stringify(scenario) }], () => 0);

  it('disagrees where a step ran that should have been cached', () => {
    const step = { stage: 0, stageName: null, line: 2, instruction: 'COPY a /a', cached: true };
    const outcome = { ok: true, steps: [step], skippedStages: [], warnings: [], image: null, error: null };
    expect(ran({ builds: [build], expected: [outcome] }).disagreements).toHaveLength(1);
  });

  it.each([
    [{ builds: [], expected: [] }, 'A scenario has a list of builds.'],
    [{ builds: [{ ...build, context: 1 }], expected: [] }, 'Build 0 has no table as its context.'],
    [
      { builds: [{ ...build, context: { a: { strange: 1 } } }], expected: [] },
      'Build 0: the entry a of the context is none that is known.',
    ],
    [{ builds: [build], expected: [] }, 'A scenario expects one outcome of each build.'],
  ])('is a fault of its file where it isn’t one: %j', (scenario, reason) => {
    expect(ran(scenario).faults.map((fault) => fault.reason)).toEqual([reason]);
  });
});
