/** The package builder in lecture 5: each figure begins where the text says, and comes to what the text says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builderScenario } from '@/figures/builder/builder.fixture';
import { model } from '@/figures/builder/core-model';
import { BACKENDS } from '@/figures/builder/edit-project';
import { eventsOf } from '@/figures/builder/promised';
import type { PromisedStep } from '@/figures/builder/schema';

const lecture = readFileSync('content/lectures/05-building-a-package.mdx', 'utf8');

/** The facts of a figure of the text, by the figure’s id, after some steps from where it begins. */
function factsAfter(id: string, ...steps: readonly PromisedStep[]) {
  const [, scenario = '', written = ''] =
    new RegExp(`<BuilderFigure id="${id}"[^>]*? scenario="([^"]*)"(?: start=\\{\\{(.*?)\\}\\})? />`).exec(lecture) ??
    [];
  const scene = model.open(builderScenario(scenario));
  const json = `{${written}}`.replaceAll("'", '"').replace(/([{ ,])(\w+):/g, '$1"$2":');
  const begun = model.read(scene, JSON.parse(json));
  if (begun === undefined) throw new Error(`${id} begins with ${json}.`);
  return model.facts(
    scene,
    steps.flatMap(eventsOf).reduce((now, event) => model.update(scene, now, event), begun),
  );
}

describe('the builder in lecture 5', () => {
  it('has the words in the wheel by hatchling’s and uv_build’s rules, and not by setuptools’', () => {
    const whole = BACKENDS.filter((backend) => {
      const facts = factsAfter('build-figure', { backend }, 'build', 'install', { run: 'greet' });
      const files = facts.get('files');
      return facts.get('runs greet') === 'ok' && Array.isArray(files) && files.includes('greeting/words.json');
    });
    expect(whole).toEqual(['hatchling', 'uv_build']);
  });

  it('has the tests import the working copy, and what is installed once the layout is src', () => {
    const imported = (...steps: readonly PromisedStep[]) =>
      factsAfter('tests-figure', ...steps).get('tests-import python -m pytest');
    expect([imported(), imported({ layout: 'src' })]).toEqual(['working-copy', 'installed']);
  });

  it('has greet run, and stop at the name once its script points elsewhere', () => {
    const runs = (...steps: readonly PromisedStep[]) => factsAfter('run-figure', ...steps).get('runs greet');
    expect([runs(), runs({ try: 'wrong-target' }, 'build', 'install')]).toEqual(['ok', 'name']);
  });
});
