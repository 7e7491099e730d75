/** The package builder in lecture 5: each figure begins where the text says, and comes to what the text says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builderScenario } from '@/figures/builder/builder.fixture';
import { model } from '@/figures/builder/core-model';
import { BACKENDS } from '@/figures/builder/edit-project';
import { eventsOf } from '@/figures/builder/promised';
import type { PromisedStep } from '@/figures/builder/schema';
import type { BuilderState } from '@/figures/builder/state';

const scene = model.open(builderScenario('greeting'));
const lecture = readFileSync('content/lectures/05-building-a-package.mdx', 'utf8');

/** The state in which a figure of the text begins, by the figure’s id. */
function begun(id: string): BuilderState {
  const written = new RegExp(`<BuilderFigure id="${id}"[^>]*?start=\\{\\{(.*?)\\}\\} />`).exec(lecture)?.[1] ?? '';
  const json = `{${written}}`.replaceAll("'", '"').replace(/([{ ,])(\w+):/g, '$1"$2":');
  const state = model.read(scene, JSON.parse(json));
  if (state === undefined) throw new Error(`${id} begins with ${json}.`);
  return state;
}

const factsAfter = (state: BuilderState, ...steps: readonly PromisedStep[]) =>
  model.facts(
    scene,
    steps.flatMap(eventsOf).reduce((now, event) => model.update(scene, now, event), state),
  );

describe('the builder in lecture 5', () => {
  it('has the data file in the wheel by hatchling’s and uv_build’s rules, and not by setuptools’', () => {
    const withData = BACKENDS.filter((backend) => {
      const files = factsAfter(model.first(scene), { try: 'data-file' }, { backend }, 'build').get('files');
      return Array.isArray(files) && files.includes('greeting/words.json');
    });
    expect(withData).toEqual(['hatchling', 'uv_build']);
  });

  it('has the tests import what is installed, and the working copy once the layout is flat', () => {
    const tests = begun('tests-figure');
    expect(factsAfter(tests).get('tests-import python -m pytest')).toBe('installed');
    expect(factsAfter(tests, { layout: 'flat' }).get('tests-import python -m pytest')).toBe('working-copy');
  });

  it('has greet run, and stop at the name once its script points elsewhere', () => {
    const run = begun('run-figure');
    expect(factsAfter(run).get('runs greet')).toBe('ok');
    expect(factsAfter(run, { try: 'wrong-target' }, 'build', 'install').get('runs greet')).toBe('name');
  });
});
