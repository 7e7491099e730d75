/**
 * What the script to copy printed when a real Python ran it, for every scenario on every preset: content/index/script-answers.json.
 * `SHIPSHAPE_RECORD=1 npx vitest run src/figures/wheel/real-check.live.test.ts` writes it anew. Reads and writes files.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { AnyMachine } from '@/core/python';
import { model } from './model';
import type { WheelScenario, WheelScene } from './scenario';
import type { WheelState } from './state';
import { wheelScenarios } from './wheel.fixture';

export interface ScriptAnswer {
  readonly scenario: string;
  readonly machine: string;
  /** The script's sha256: another script would have to be asked again. */
  readonly script: string;
  readonly prints: readonly string[];
}

export interface ScriptAnswers {
  readonly python: string;
  readonly packaging: string;
  readonly answers: readonly ScriptAnswer[];
}

const place = new URL('../../../content/index/script-answers.json', import.meta.url);

export function readAnswers(): ScriptAnswers {
  if (!existsSync(place)) return { python: '', packaging: '', answers: [] };
  return JSON.parse(readFileSync(place, 'utf8'));
}

export function writeAnswers({ python, packaging, answers }: ScriptAnswers): void {
  const lines = answers.map((answer) => `    ${JSON.stringify(answer)}`).join(',\n');
  const head = `  "python": ${JSON.stringify(python)},\n  "packaging": ${JSON.stringify(packaging)},\n`;
  writeFileSync(place, `{\n${head}  "answers": [\n${lines}\n  ]\n}\n`);
}

export interface ScriptCase {
  readonly scenario: string;
  readonly machine: string;
  readonly scene: WheelScene;
  readonly state: WheelState;
  readonly script: string;
  readonly hash: string;
}

/** A scenario on the machine of a chip, or on one with other settings, with the script for it. */
export function scriptCase(scenario: WheelScenario, machine: string, own?: AnyMachine): ScriptCase {
  const scene = model.open(scenario);
  const preset = [...scene.presets, ...scene.more].find(({ id }) => id === machine) ?? scene.presets[0];
  const state: WheelState = { ...model.first(scene), settings: own ?? preset.settings };
  const { script } = model.realCheck(scene, state);
  return {
    scenario: scenario.id,
    machine,
    scene,
    state,
    script,
    hash: createHash('sha256').update(script).digest('hex'),
  };
}

export function scriptCases(): readonly ScriptCase[] {
  return wheelScenarios().flatMap((scenario) => {
    const { presets, more } = model.open(scenario);
    return [...presets, ...more].map(({ id }) => scriptCase(scenario, id));
  });
}

/** What the script has to print for the figure to be right. */
export function figureSays({ scene, state }: ScriptCase): readonly string[] {
  const facts = model.facts(scene, state);
  const chosen = String(facts.get('chosen'));
  switch (facts.get('chosen-kind')) {
    case 'wheel':
      return [chosen, `by ${facts.get('chosen-tag')}, place ${facts.get('place')} of ${facts.get('tags')}`];
    case 'sdist':
      return [chosen, 'to be built: no wheel fits'];
    default:
      return ['nothing'];
  }
}
