// The tools of other ecosystems as they are installed here, each asked in a folder of its own.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElsewhereScenarios } from '../../src/core/resolution/elsewhere/elsewhere.ts';
import { askCargo } from './elsewhere-cargo.ts';
import { askGo } from './elsewhere-go.ts';
import { npmRegistry } from './elsewhere-npm.ts';
import { versionOf } from './versions.ts';

/** What a tool answered: lines as in `[shipshape.<ecosystem>.expected]`, or an error's code with what the tool said. */
export type Asked = { readonly answer: readonly string[] } | { readonly error: string; readonly message: string };

export type Tool = 'npm' | 'cargo' | 'go';

/** The version that a tool says it is; throws when it isn't the one that content/versions.json names. */
export function checkedVersion(tool: Tool): string {
  const words = { npm: ['--version'], cargo: ['--version'], go: ['version'] }[tool];
  const said = execFileSync(tool, words, { encoding: 'utf8' });
  const version = /(\d+\.\d+\.\d+)/.exec(said)?.[1] ?? said;
  if (version !== versionOf(tool)) {
    throw new Error(`${tool} is ${version} here, and ${versionOf(tool)} in content/versions.json: change one of them.`);
  }
  return version;
}

/** Asks each tool what the scenarios ask in its notation, a few at a time, in the order given. */
export async function askTools<T>(
  scenarios: readonly (T & { readonly tool: Tool; readonly elsewhere: ElsewhereScenarios })[],
): Promise<readonly (T & { readonly tool: Tool; readonly asked: Asked })[]> {
  const registry = await npmRegistry();
  const answers: (T & { readonly tool: Tool; readonly asked: Asked })[] = [];
  let next = 0;
  const work = async () => {
    while (next < scenarios.length) {
      const at = next++;
      const scenario = scenarios[at];
      if (scenario === undefined) return;
      const { tool, elsewhere } = scenario;
      const folder = mkdtempSync(join(tmpdir(), 'shipshape-elsewhere-'));
      try {
        answers[at] = { ...scenario, tool, asked: await ask(tool, elsewhere, folder, registry.ask) };
      } finally {
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      }
    }
  };
  await Promise.all([work(), work(), work()]);
  registry.close();
  return answers;
}

async function ask(
  tool: Tool,
  { npm, cargo, go }: ElsewhereScenarios,
  folder: string,
  askNpm: Awaited<ReturnType<typeof npmRegistry>>['ask'],
): Promise<Asked> {
  if (tool === 'npm' && npm) return askNpm(npm.problem, folder);
  if (tool === 'cargo' && cargo) return askCargo(cargo.problem, folder);
  if (tool === 'go' && go) return askGo(go.problem, folder);
  throw new Error(`The scenario has no table for ${tool}.`);
}
