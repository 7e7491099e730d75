import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClinicScenario } from '@/check/clinic-scenarios';
import { modelLaws } from '@/figures/frame/model.laws';
import { scenarioOf } from '@/figures/library';
import { clinicLibrary } from './library';
import { makeModel } from './make-model';
import { model } from './model';
import { HOW_FAR, TOOLS } from './scenario';
import type { ClinicEvent, ClinicState } from './state';

const texts = import.meta.glob<string>('/content/scenarios/clinic/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const scenario = scenarioOf(clinicLibrary, 'eight').data;
const scene = model.open(scenario);
const reached = (...events: readonly ClinicEvent[]): ClinicState =>
  events.reduce((state, event) => model.update(scene, state, event), model.first(scene));
const shown = (state: ClinicState) => model.present(scene, state, { answer: 'shown' });

describe('scenarios of the clinic', () => {
  it.each(Object.entries(texts))(
    '%s: each patient stops where it is said to, for the tools and for the core',
    (path, text) => {
      expect(checkClinicScenario({ path, text }).problems).toEqual([]);
    },
  );

  it('are refused with reason and remedy when they promise something else', () => {
    const [path, text] = Object.entries(texts).find(([name]) => name.endsWith('/eight.yaml')) ?? ['', ''];
    const wrong = text.replace('stage: parse', 'stage: run');
    expect(checkClinicScenario({ path, text: wrong }).problems.map(({ reason }) => reason)).toEqual([
      'With pip it stops at parse.',
      'With uv it stops at parse.',
      'With build it stops at parse.',
    ]);
  });
});

describe('the model', () => {
  const paths = ['pyproject.toml', 'README.md', 'src/greeting/__init__.py', 'src/greeting/cli.py'];
  const path = fc.constantFrom(...paths);
  modelLaws(
    model,
    scenario,
    fc.oneof(
      fc.constantFrom(...scenario.patients.map(({ id }) => id)).map((id) => ({ kind: 'patient-chosen', id }) as const),
      fc.constantFrom(...HOW_FAR).map((howFar) => ({ kind: 'predicted', howFar }) as const),
      fc.constantFrom(...TOOLS).map((tool) => ({ kind: 'tool-chosen', tool }) as const),
      fc.constantFrom('mending-begun' as const, 'cured' as const, 'begun-again' as const).map((kind) => ({ kind })),
      path.map((one) => ({ kind: 'opened', path: one }) as const),
      fc.record({ kind: fc.constant('typed' as const), path, text: fc.constantFrom('', '[project]\n', 'x = [') }),
      path.map((one) => ({ kind: 'added', path: one }) as const),
      fc.record({ kind: fc.constant('renamed' as const), path, to: path }),
      path.map((one) => ({ kind: 'deleted', path: one }) as const),
      path.map((one) => ({ kind: 'taken-back', path: one }) as const),
    ),
  );

  it('gives nothing away before it is predicted, nor where the answer is hidden', () => {
    const asked = shown(reached());
    expect(asked.examination).toBeUndefined();
    expect(new Set(asked.stations.map(({ status }) => status))).toEqual(new Set(['ahead']));
    const hidden = model.present(scene, reached({ kind: 'predicted', howFar: 'run' }), { answer: 'hidden' });
    expect(hidden.examination).toBeUndefined();
    expect(hidden.cards[0]).toMatchObject({ mark: 'ahead', word: 'stops at run?' });
    expect(hidden.open?.problems).toEqual([]);
    expect(hidden.saidAhead).toBe('You said: it stops at run.');
  });

  it('shows what was recorded while the core is on its way, and the same once it is there', () => {
    const state = reached({ kind: 'predicted', howFar: 'build' });
    const before = makeModel().present(scene, state, { answer: 'shown' });
    const now = shown(state);
    expect(before.status.kind).toBe('loading');
    expect(before.stations).toEqual(now.stations);
    expect(before.examination?.words).toEqual(now.examination?.words);
    expect(now.examination?.findings.map(({ place, event }) => [place, event])).toEqual([
      ['pyproject.toml, line 10', { kind: 'opened', path: 'pyproject.toml' }],
    ]);
    expect(now.examination?.said).toEqual({
      words: 'You said that it stops at build. It stops at parse.',
      isRight: false,
    });
  });

  it('lets a cure be seen only after a try, and keeps a healed patient healed while others are looked at', () => {
    const asked = reached({ kind: 'predicted', howFar: 'parse' }, { kind: 'mending-begun' });
    expect(shown(asked).examination?.cure?.disabledBecause).toBe(
      'Try it yourself first: change something in its files.',
    );
    expect(model.update(scene, asked, { kind: 'cured' })).toBe(asked);
    const tried = model.update(scene, asked, { kind: 'typed', path: 'README.md', text: '' });
    expect(model.facts(scene, tried).get('healed')).toEqual([]);
    const cured = model.update(scene, tried, { kind: 'cured' });
    expect(model.facts(scene, cured).get('stage')).toBe('works');
    expect(shown(cured).examination?.said.words).toBe('As you said: as it came in, it stops at parse.');
    expect([asked, tried, cured].map((state) => shown(state).open?.hint)).toEqual([
      'What you write is examined at once.',
      'Examined as you write: now it stops at parse.',
      'Examined as you write: now it works.',
    ]);
    expect(shown(cured).examination?.next).toEqual({
      label: 'Next patient: One thing, no list',
      event: { kind: 'patient-chosen', id: 'requires-text' },
    });
    const elsewhere = model.update(scene, cured, { kind: 'patient-chosen', id: 'requires-text' });
    expect(
      shown(elsewhere)
        .cards.slice(0, 2)
        .map(({ mark }) => mark),
    ).toEqual(['healed', 'waiting']);
    expect(model.facts(scene, elsewhere).get('healed')).toEqual(['bare-specifier']);
  });

  it('says when all work', () => {
    const done = scenario.patients.reduce(
      (state, { id, cure }) =>
        (
          [
            { kind: 'patient-chosen', id },
            { kind: 'predicted', howFar: 'works' },
            { kind: 'mending-begun' },
            { kind: 'typed', path: cure?.file ?? '', text: '' },
            { kind: 'cured' },
          ] as const
        ).reduce((before, event) => model.update(scene, before, event), state),
      model.first(scene),
    );
    expect(shown(done).examination?.next).toBeUndefined();
    expect(shown(done).status).toEqual({ kind: 'done', says: ['All 8 work. The clinic is empty.'] });
    expect(model.facts(scene, done).get('healed-count')).toBe(8);
  });

  it('takes no file of a patient that nobody has predicted', () => {
    expect(model.read(scene, { files: { 'requires-text': { 'README.md': '' } } })).toBeUndefined();
    expect(model.read(scene, { mending: true })).toBeUndefined();
    expect(
      model.read(scene, { predicted: { 'bare-specifier': 'parse' }, files: { 'bare-specifier': { '../x': '' } } }),
    ).toBeUndefined();
  });
});
