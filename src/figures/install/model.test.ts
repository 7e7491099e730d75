import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeName } from '@/core/python';
import { modelLaws } from '@/figures/frame/model.laws';
import requests from '~content/scenarios/install/requests.json?raw';
import { model } from './model';
import { interpreterOptions, platformsOf } from './real-check';
import { readReports } from './recordings.fixture';
import type { InstallScenario } from './scenario';
import type { InstallEvent } from './state';
import { type Place, STEPS } from './walk';

const scenario: InstallScenario = JSON.parse(requests);
const scene = model.open(scenario);
const first = model.first(scene);

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>({ kind: 'start' }, { kind: 'resolved' }, { kind: 'end' }),
  fc
    .tuple(fc.constantFrom(...STEPS), fc.constantFrom(...scenario.projects))
    .map(([{ name }, { project }]): Place => ({ kind: 'at', step: name, project: normalizeName(project) })),
);
const events: fc.Arbitrary<InstallEvent> = fc.oneof(
  fc.constantFrom(...scenario.machines).map(({ id }): InstallEvent => ({ kind: 'machine-chosen', machine: id })),
  places.map((to): InstallEvent => ({ kind: 'walked', to })),
  places.map((to): InstallEvent => ({ kind: 'scrubbed', to })),
);

describe('laws of the install figure’s model', () => modelLaws(model, scenario, events));

describe('the install figure’s model', () => {
  const idna = scenario.projects.find(({ project }) => project === 'idna')?.project;
  if (idna === undefined) throw new TypeError('idna is recorded');

  it.each([
    [{}, first],
    [{ machine: 'pypy-310' }, { ...first, machine: 'pypy-310' }],
    [
      { machine: 'pypy-310', before: 'linux-cp313', place: { step: 'choose', project: 'idna' } },
      { machine: 'pypy-310', before: 'linux-cp313', place: { kind: 'at', step: 'choose', project: idna } },
    ],
    [{ place: 'resolved' }, { ...first, place: { kind: 'resolved' } }],
    [{ machine: 'amiga' }, undefined],
    [{ before: 'amiga' }, undefined],
    [{ place: 'end of the world' }, undefined],
    [{ place: { step: 'choose', project: 'leftpad' } }, undefined],
    [{ place: { step: 'toString', project: 'idna' } }, undefined],
    ['start', undefined],
  ])('reads %j', (json, state) => {
    expect(model.read(scene, json)).toEqual(state);
  });

  it.each(readReports())('tells for $preset the files that pip $pipVersion takes', ({ preset, install }) => {
    const facts = Object.fromEntries(model.facts(scene, { ...first, machine: preset }));
    expect(facts).toMatchObject({ machine: preset, step: 'end', project: '', done: facts['total'] });
    expect([...(facts['chosen'] as string[])].sort()).toEqual(install.map(({ filename }) => filename).sort());
  });

  it.each(readReports())('gives for $preset the script whose answer is recorded', ({ preset, command, platforms }) => {
    const machine = scene.machineOf(preset);
    const { script } = model.realCheck(scene, { ...first, machine: preset });
    const [pip = ''] = command.split(' --python-version');
    expect(script).toContain(pip.replace('python -m', 'python3 -m'));
    expect(command).toContain(` ${interpreterOptions(machine)} --platform`);
    expect(script).toContain(interpreterOptions(machine));
    expect(platformsOf(machine)).toEqual(platforms);
  });

  it('stands at the start while the answer is hidden', () => {
    const { crates, steps, detail } = model.present(scene, first, { answer: 'hidden' });
    expect(crates.map(({ release }) => release)).toEqual(Array(5).fill(undefined));
    expect([steps, detail.kind]).toEqual([[], 'want']);
  });

  it('shows on a still a row for each project, and the files where one is chosen', () => {
    const labels = (state: object) => {
      const { groups } = model.poster(model.present(scene, { ...first, ...state }, { answer: 'shown' }));
      return groups.map(({ label, rows }) => `${label}: ${rows.length}, ${rows[0]?.mark} ${rows[0]?.name}`);
    };
    expect(labels({})).toEqual(['Debian 13, CPython 3.13, x86-64: 5, chosen requests 2.34.2 py3-none-any']);
    expect(labels({ place: { kind: 'at', step: 'choose', project: idna } })[1]).toBe(
      'Its files: 2, chosen idna-3.20-py3-none-any.whl',
    );
  });
});
