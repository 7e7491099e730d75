/** The script to copy, run by the Python of this machine. Skipped where there is no python3 that makes environments. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { claimedState } from '../check-scenario';
import { lookupScenarios, scenarioFrom } from '../scenarios.fixture';
import { model } from './model';
import type { ModuleScene } from './scene';
import type { ModuleState } from './state';

const probe = 'import sys, sysconfig, venv; print(sys.version_info[1], sysconfig.get_path("stdlib"))';
const python = spawnSync('python3', ['-c', probe], { encoding: 'utf8' });
const [minor = '0', library = ''] = python.status === 0 ? python.stdout.trim().split(' ') : [];

/** Where the figure's file stands in the script: the standard library and the version of site-packages are this machine's. */
const onThisMachine = (file: string) =>
  file
    .replace(/^\/usr\/lib\/python3\.\d+(?=\/)/, library)
    .replace(/\/python3\.\d+(?=\/site-packages\/)/, `/python3.${minor}`);

/** What the script must print. */
function expected(scene: ModuleScene, state: ModuleState): string | RegExp {
  const facts = model.facts(scene, state);
  const file = String(facts.get('imports'));
  if (file !== '') return onThisMachine(file);
  return facts.get('verdict') === 'not-found' ? `No module named ${state.name}` : /^(no file: part|built-in|frozen)/;
}

/** Every way that a scenario's author claims something of; in the first scenario also each setting alone changed. */
const cases = lookupScenarios().flatMap(({ file, module }) => {
  if (module === undefined) return [];
  const scene = model.open(module);
  const first = model.first(scene);
  const claimed = (scenarioFrom(file).modules?.expects ?? []).flatMap(({ how, finds }) =>
    Object.keys(finds).map((name) => claimedState(module, how, name)),
  );
  const { modules, starts, folders, interpreters, switches } = model.present(scene, first, { answer: 'shown' });
  const settings = file === 'one-laptop.yaml' ? [modules, starts, folders, interpreters, switches] : [];
  const alone = settings.flat().map(({ event }) => model.update(scene, first, event));
  const states = new Map([...claimed, ...alone].map((state) => [JSON.stringify(state), state]));
  return [...states.values()].map((state) => ({ scene, state, title: JSON.stringify(state) }));
});

describe.runIf(Number(minor) >= 11)('the script to copy (needs Python 3.11)', () => {
  it.each(cases)('takes the file that the figure shows: $title', ({ scene, state }) => {
    const said = execFileSync('/bin/sh', ['-c', model.realCheck(scene, state).script], { encoding: 'utf8' }).trim();
    const answer = said.replaceAll("'", '').replace(/^ModuleNotFoundError: /, '');
    const wanted = expected(scene, state);
    if (typeof wanted === 'string') expect(answer).toBe(wanted);
    else expect(answer).toMatch(wanted);
  });
});
