/** Every scenario file holds what it claims: what each word and each module leads to is computed and compared. */
import { describe, expect, it } from 'vitest';
import { scenarioProblems } from './check-scenario';
import { readScenario } from './read-scenario';
import { laptop, scenarioFiles, scenarioFrom, scenarioText } from './scenarios.fixture';

describe.each(scenarioFiles)('the scenario %s', (file) => {
  const scenario = scenarioFrom(file);

  it('is named by its id', () => {
    expect(`${scenario.id}.yaml`).toBe(file);
  });

  it('finds the commands and the modules that it claims', () => {
    expect(scenarioProblems(scenario)).toEqual([]);
  });

  it('claims something of every word and of every module that can be chosen', () => {
    const claimed = (all: readonly { readonly finds: Readonly<Record<string, string>> }[] = []) =>
      new Set(all.flatMap(({ finds }) => Object.keys(finds)));
    expect([...claimed(scenario.commands?.expects)].sort()).toEqual([...(scenario.commands?.words ?? [])].sort());
    expect([...claimed(scenario.modules?.expects)].sort()).toEqual([...(scenario.modules?.names ?? [])].sort());
  });

  it('describes every file once, and none behind a link', () => {
    const { executables, files: plain, links } = scenario.machine;
    const all = [...executables, ...plain, ...Object.keys(links)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((path) => Object.keys(links).some((link) => path.startsWith(`${link}/`)))).toEqual([]);
  });
});

describe('a claim that doesn’t hold', () => {
  it('is told with what comes out instead', () => {
    const { commands, modules } = laptop;
    if (commands === undefined || modules === undefined) throw new TypeError('one-laptop is for both figures');
    const finds = { python: '/usr/bin/python', cd: 'builtin' };
    const how = { folder: '/tmp' };
    expect(
      scenarioProblems({
        ...laptop,
        commands: { ...commands, expects: [{ activated: 'none', finds }] },
        modules: { ...modules, expects: [{ how, finds: { random: 'not found', sys: 'loaded' } }] },
      }),
    ).toEqual([
      {
        path: ['commands', 'expects', 0, 'finds', 'python'],
        reason: 'With none activated, python is not found, and the scenario expects /usr/bin/python.',
      },
      {
        path: ['modules', 'expects', 0, 'finds', 'random'],
        reason: 'Started as {"folder":"/tmp"}, random is /home/you/dice/random.py, and the scenario expects not found.',
      },
    ]);
  });
});

describe('reading a scenario', () => {
  it('names file, line and reason of what doesn’t fit', () => {
    const broken = scenarioText('one-laptop.yaml')
      .replace('    - /usr/bin/pip\n', '    - usr/bin/pip\n')
      .replace('first: { word: python3, environment: none }', 'first: { word: perl, environment: none }');
    expect(readScenario('one-laptop.yaml', broken)).toEqual({
      kind: 'faulty',
      problems: [
        'one-laptop.yaml:8: machine.executables.1: A path starts at the root and has no slash at its end.',
        `one-laptop.yaml:${broken.split('\n').findIndex((line) => line.startsWith('commands:')) + 2}: commands: The first word must be one of \`words\`.`,
      ],
    });
  });

  it('names the line at which YAML itself breaks', () => {
    expect(readScenario('x.yaml', 'id: a\ntitle: [\n')).toMatchObject({ kind: 'faulty' });
  });
});
