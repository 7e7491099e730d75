/** Every scenario file holds what it claims: what each word and each module leads to is computed and compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  activate,
  createMachine,
  createShell,
  findCommand,
  findModule,
  type Invocation,
  type Shell,
} from '@/core/workstation';
import { readScenario } from './read-scenario';
import type { Scenario } from './schema';

const folder = new URL('../../../content/scenarios/lookup/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const text = (file: string) => readFileSync(new URL(file, folder), 'utf8');

function read(file: string): Scenario {
  const result = readScenario(file, text(file));
  if (result.kind === 'faulty') throw new Error(result.problems.join('\n'));
  return result.scenario;
}

/** The words in which a scenario says what a word leads to. */
function whatRuns(scenario: Scenario, shell: Shell, word: string): string {
  const { verdict } = findCommand(createMachine(scenario.machine), shell, word);
  switch (verdict.kind) {
    case 'found':
      return verdict.executable.file;
    case 'hashed':
    case 'direct':
      return verdict.file;
    case 'not-found':
      return 'not found';
    case 'not-executable':
      return 'not executable';
    case 'keyword':
    case 'function':
    case 'builtin':
      return verdict.kind;
  }
}

/** The words in which a scenario says what an import gets. */
function whatIsImported(scenario: Scenario, invocation: Invocation, name: string): string {
  const found = findModule(createMachine(scenario.machine), invocation, name);
  if (found.kind === 'failed') return found.problem.kind;
  const { verdict } = found.lookup;
  switch (verdict.kind) {
    case 'package':
    case 'module':
      return verdict.file;
    case 'not-found':
      return 'not found';
    case 'loaded':
    case 'builtin':
    case 'frozen':
    case 'namespace':
      return verdict.kind;
  }
}

function shellWith(scenario: Scenario, id: string): Shell {
  const shell = createShell(scenario.shell);
  const chosen = scenario.commands.environments.find((environment) => environment.id === id)?.folder;
  if (chosen === undefined) return shell;
  const activation = activate(createMachine(scenario.machine), shell, chosen);
  if (activation.kind === 'no-script') throw new Error(`${id}: no script at ${activation.file}`);
  return activation.shell;
}

type How = Scenario['modules']['expects'][number]['how'];

function invocationFor({ modules, shell }: Scenario, how: How, name: string): Invocation {
  const { start, folder, interpreter, options, pythonPath } = { ...modules.first, ...how };
  const run = modules.starts.find(({ id }) => id === start)?.run ?? { kind: 'interactive' };
  return {
    executable: modules.interpreters.find(({ id }) => id === interpreter)?.path ?? '',
    run: run.kind === 'module' ? { kind: 'module', name } : run,
    options: options ?? [],
    folder: folder ?? '/',
    environment: new Map([
      ...Object.entries(shell.exported),
      ...(pythonPath ? [['PYTHONPATH', modules.pythonPath] as const] : []),
    ]),
  };
}

describe.each(files)('the scenario %s', (file) => {
  const scenario = read(file);

  it.each(scenario.commands.expects)(
    'finds the commands that it claims with $activated activated',
    ({ activated, finds }) => {
      const shell = shellWith(scenario, activated);
      const found = Object.fromEntries(Object.keys(finds).map((word) => [word, whatRuns(scenario, shell, word)]));
      expect(found).toEqual(finds);
    },
  );

  it.each(scenario.modules.expects)('finds the modules that it claims, started as $how', ({ how, finds }) => {
    const found = Object.fromEntries(
      Object.keys(finds).map((name) => [name, whatIsImported(scenario, invocationFor(scenario, how, name), name)]),
    );
    expect(found).toEqual(finds);
  });

  it('describes every file once, and none behind a link', () => {
    const { executables, files: plain, links } = scenario.machine;
    const all = [...executables, ...plain, ...Object.keys(links)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((path) => Object.keys(links).some((link) => path.startsWith(`${link}/`)))).toEqual([]);
  });
});

describe('reading a scenario', () => {
  it('names file, line and reason of what doesn’t fit', () => {
    const broken = text('one-laptop.yaml')
      .replace('    - /usr/bin/pip\n', '    - usr/bin/pip\n')
      .replace('first: { word: python3, environment: none }', 'first: { word: perl, environment: none }');
    expect(readScenario('one-laptop.yaml', broken)).toEqual({
      kind: 'faulty',
      problems: [
        'one-laptop.yaml:9: machine.executables.1: A path starts at the root and has no slash at its end.',
        `one-laptop.yaml:${broken.split('\n').findIndex((line) => line.startsWith('commands:')) + 2}: commands: The first word must be one of \`words\`.`,
      ],
    });
  });

  it('names the line at which YAML itself breaks', () => {
    expect(readScenario('x.yaml', 'id: a\ntitle: [\n')).toMatchObject({ kind: 'faulty' });
  });
});
