/** The script to copy, run by the Python of this machine. Skipped where there is no python3 that makes environments. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const sh = (script: string): string => execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' }).trim();

/** The file that the script printed is the one that the figure shows. */
function expectShown(said: string, { scene, state }: (typeof cases)[number]): void {
  const answer = said.replaceAll("'", '').replace(/^ModuleNotFoundError: /, '');
  const wanted = expected(scene, state);
  if (typeof wanted === 'string') expect(answer).toBe(wanted);
  else expect(answer).toMatch(wanted);
}

describe.runIf(Number(minor) >= 11)('the script to copy (needs Python 3.11)', () => {
  const making = /python3 -m venv --without-pip (\S+)/g;
  let folder = '';
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'shipshape-venv-')));
    execFileSync('python3', ['-m', 'venv', '--without-pip', join(folder, 'python')]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('runs as it is copied', () => {
    for (const one of [cases[0], cases.at(-1)]) {
      const script = one && model.realCheck(one.scene, one.state).script;
      expect(script).toMatch(making);
      if (one && script) expectShown(sh(script), one);
    }
  });

  // Making an environment takes longer than all that is asked in it, so the others get a copy of one.
  it.each(cases)('takes the file that the figure shows: $title', (one) => {
    const script = model.realCheck(one.scene, one.state).script;
    expectShown(sh(script.replace(making, `mkdir -p $1 && cp -R "${folder}/python/." $1`)), one);
  });
});
