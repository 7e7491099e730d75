/**
 * What the script to copy printed when a real Python and Node ran it, for every specifier that a scenario shows:
 * content/index/specifier-answers.json. `SHIPSHAPE_RECORD=1 npx vitest run src/figures/specifier/real-check.live.test.ts` writes it anew.
 * Reads and writes files.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { model } from './model';
import { type RecordedScenario, shipScenario } from './scenario';
import { recordedScenarios } from './specifier.fixture';

export interface ScriptAnswer {
  readonly scenario: string;
  readonly specifier: string;
  /** The script's sha256: another script would have to be asked again. */
  readonly script: string;
  readonly prints: readonly string[];
}

export interface ScriptAnswers {
  readonly packaging: string;
  readonly semver: string;
  readonly answers: readonly ScriptAnswer[];
}

const place = new URL('../../../content/index/specifier-answers.json', import.meta.url);

export function readAnswers(): ScriptAnswers {
  if (!existsSync(place)) return { packaging: '', semver: '', answers: [] };
  return JSON.parse(readFileSync(place, 'utf8'));
}

export function writeAnswers({ packaging, semver, answers }: ScriptAnswers): void {
  const lines = answers.map((answer) => `    ${JSON.stringify(answer)}`).join(',\n');
  const head = `  "packaging": ${JSON.stringify(packaging)},\n  "semver": ${JSON.stringify(semver)},\n`;
  writeFileSync(place, `{\n${head}  "answers": [\n${lines}\n  ]\n}\n`);
}

export interface ScriptCase {
  readonly scenario: string;
  readonly specifier: string;
  readonly script: string;
  readonly hash: string;
  /** What the script has to print for the figure to be right. */
  readonly says: readonly string[];
}

/** Each specifier of each scenario, npm and Cargo beside it. */
export function scriptCases(scenarios: readonly RecordedScenario[] = recordedScenarios()): readonly ScriptCase[] {
  return scenarios.flatMap((recorded) => {
    const scene = model.open(shipScenario(recorded));
    const first = { ...model.first(scene), beside: true };
    return recorded.tries.map(({ specifier }, at): ScriptCase => {
      const state = model.update(scene, first, { kind: 'try-chosen', at });
      const { script } = model.realCheck(scene, state);
      const facts = model.facts(scene, state);
      const list = scene.listOf(undefined).versions;
      const lines = (count: number, all: number, admitted: readonly string[]) => [
        `${count} of ${all}`,
        admitted.join(' '),
      ];
      const admits = [...(facts.get('admits') as readonly string[])];
      const npm = facts.get('npm') as readonly string[];
      const spelt = new Map(list.map(({ text, semver }) => [text, 'semver' in semver ? semver.semver : undefined]));
      const numbers = npm.map((text) => {
        const found = spelt.get(text);
        return found === undefined
          ? ''
          : `${found.numbers.join('.')}${found.pre.length === 0 ? '' : `-${found.pre.join('.')}`}`;
      });
      const speakable = [...spelt.values()].filter((one) => one !== undefined).length;
      return {
        scenario: recorded.id,
        specifier,
        script,
        hash: createHash('sha256').update(script).digest('hex'),
        says: [
          ...lines(admits.length, list.length, admits),
          ...(facts.get('npm-range') === '' ? [] : lines(numbers.length, speakable, numbers)),
        ],
      };
    });
  });
}
