import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/core/exercise';
import { modelLaws } from '@/figures/frame/model.laws';
import { TAPS, type Tap } from './edit-files';
import { layerFiles, layerScenario } from './layer-cache.fixture';
import { model } from './model';
import { outcomesOf } from './outcomes';
import { shipScenario } from './read-scenario';
import { type LayerEvent, type LayerState, LENSES, MOST_BUILDS } from './state';

const scenario = layerScenario('code-first');
const scene = model.open(scenario);
const first = model.first(scene);
const paths = Object.keys(scenario.files);

const events: fc.Arbitrary<LayerEvent> = fc.oneof(
  fc.constantFrom(...TAPS).map((tap): LayerEvent => ({ kind: 'tap-chosen', tap })),
  fc.constantFrom(...LENSES).map((lens): LayerEvent => ({ kind: 'lens-chosen', lens })),
  fc.constantFrom(...paths, 'nowhere.py').map((path): LayerEvent => ({ kind: 'tapped', path })),
  fc.constantFrom('code-first', 'manifest-first', 'none').map((id): LayerEvent => ({ kind: 'arranged', id })),
  fc.constant<LayerEvent>({ kind: 'built' }),
  fc.constantFrom<LayerEvent>(
    { kind: 'opened', path: 'Dockerfile' },
    { kind: 'opened', path: 'app.py' },
    { kind: 'typed', path: 'Dockerfile', text: 'FROM python:3.13-slim AS base\nARG V\nCOPY . /\n' },
    { kind: 'typed', path: 'Dockerfile', text: 'FORM python\n' },
    { kind: 'typed', path: 'app.py', text: '' },
    { kind: 'added', path: '.dockerignore' },
    { kind: 'typed', path: '.dockerignore', text: '[a-' },
    { kind: 'added', path: 'src/a file' },
    { kind: 'renamed', path: 'data/stations.csv', to: 'app.csv' },
    { kind: 'renamed', path: 'app.py', to: 'README.md' },
    { kind: 'deleted', path: 'README.md' },
    { kind: 'taken-back', path: 'Dockerfile' },
    { kind: 'argument-typed', name: 'V', value: 'two words' },
    { kind: 'targeted', stage: 'base' },
    { kind: 'cache-switched' },
    { kind: 'walked', to: 2 },
  ),
);
const played = (...given: readonly LayerEvent[]): LayerState =>
  given.reduce((state, event) => model.update(scene, state, event), first);
const tap = (path: string, how: Tap = 'edit'): readonly LayerEvent[] => [
  { kind: 'tap-chosen', tap: how },
  { kind: 'tapped', path },
];
const facts = (state: LayerState) => Object.fromEntries(model.facts(scene, state));

describe('laws of the layer cache’s model', () => modelLaws(model, scenario, events));

describe('laws of building again', () => {
  const states = fc.array(events, { maxLength: 8 }).map((given) => played(...given));

  it('after a build nothing runs, unless the build failed', () => {
    fc.assert(
      fc.property(states, (state) => {
        if (state.builds.length >= MOST_BUILDS || facts(state)['verdict'] !== 'built' || state.now.ignoresCache) return;
        expect(facts(model.update(scene, state, { kind: 'built' }))['runs']).toEqual([]);
      }),
    );
  });

  it('a second tap takes the first one back', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...paths), (state, path) => {
        const clean = { ...state, now: state.builds.at(-1) ?? state.now, good: undefined, open: undefined };
        const once = model.update(scene, clean, { kind: 'tapped', path });
        const twice = model.update(scene, once, { kind: 'tapped', path });
        expect(twice).toEqual(clean);
      }),
    );
  });

  it('a new time alone makes nothing run', () => {
    fc.assert(
      fc.property(fc.subarray(paths), (touched) => {
        const state = played(
          { kind: 'tap-chosen', tap: 'touch' },
          ...touched.map((path) => ({ kind: 'tapped', path }) as const),
        );
        expect(facts(state)).toMatchObject({ runs: [], changed: [...touched].sort() });
      }),
    );
  });

  it('what changes nothing leads to the very same state', () => {
    expect(model.update(scene, first, { kind: 'tapped', path: 'nowhere.py' })).toBe(first);
    expect(model.update(scene, first, { kind: 'arranged', id: 'none' })).toBe(first);
    expect(model.update(scene, first, { kind: 'arranged', id: 'code-first' })).toBe(first);
    expect(model.update(scene, first, { kind: 'tap-chosen', tap: 'edit' })).toBe(first);
    expect(model.update(scene, first, { kind: 'lens-chosen', lens: 'steps' })).toBe(first);
    const full = played(...Array.from({ length: MOST_BUILDS }, () => ({ kind: 'built' }) as const));
    expect(full.builds.length).toBe(MOST_BUILDS);
    expect(model.update(scene, full, { kind: 'built' })).toBe(full);
  });
});

describe('the first moment', () => {
  it('has every step from the cache', () => {
    expect(facts(first)).toEqual({
      verdict: 'built',
      runs: [],
      cached: ['WORKDIR /app', 'COPY . .', 'RUN pip install --no-cache-dir -r requirements.txt'],
      ran: 0,
      steps: 3,
      seconds: 0,
      written: 0,
      fetched: 0,
      dockerfile: 'code-first',
      text: scenario.dockerfiles[0].text,
      changed: [],
      builds: 1,
      files: ['README.md', 'app.py', 'data/stations.csv', 'requirements.txt', 'templates/home.html'],
      ignored: [],
      patterns: [],
      arguments: [],
      'no-cache': false,
      'file README.md': expect.stringContaining('# Weather'),
      'file app.py': expect.stringContaining('Flask'),
      'file requirements.txt': expect.stringContaining('pandas==2.3.3'),
      'file templates/home.html': '<h1>Weather</h1>\n',
      target: '',
      lens: 'steps',
      image: 289,
      added: 164,
      buried: 0,
      layers: 4,
      readable: [],
      checks: [],
      holds: [
        ...['Dockerfile', 'README.md', 'app.py', 'data/stations.csv', 'requirements.txt', 'templates/home.html'].map(
          (path) => `/app/${path}`,
        ),
        ...['flask', 'pandas', 'requests'].map((name) => `/usr/local/lib/python3.13/site-packages/${name}/__init__.py`),
      ],
      secrets: [],
      user: '',
      starts: ['python', 'app.py'],
    });
  });

  it('an edit of the code installs everything again, and with the manifest first it doesn’t', () => {
    const edited = played(...tap('app.py'));
    expect(facts(edited)).toMatchObject({ ran: 2, fetched: 31, changed: ['app.py'] });
    const arranged = model.update(scene, edited, { kind: 'arranged', id: 'manifest-first' });
    expect(facts(arranged)).toMatchObject({ runs: ['COPY . .'], seconds: 0, fetched: 0, dockerfile: 'manifest-first' });
  });

  it('an edit that is taken back by hand hits the cache of the build before the last', () => {
    const back = played(...tap('app.py'), { kind: 'built' }, { kind: 'tap-chosen', tap: 'delete' });
    const undone = { ...back, now: scene.first };
    expect(facts(undone)).toMatchObject({ runs: [], builds: 2 });
  });

  it('a manifest that is gone makes the installation fail', () => {
    expect(facts(played(...tap('requirements.txt', 'delete')))['verdict']).toBe('failed');
  });
});

describe('reading a written state', () => {
  it.each([
    [{}, first],
    [{ tap: 'touch' }, { ...first, tap: 'touch' }],
    [{ tap: 'break' }, undefined],
    [{ lens: 'builds' }, { ...first, lens: 'builds' }],
    [{ lens: 'x-ray' }, undefined],
    [{ builds: [] }, undefined],
    [{ builds: Array.from({ length: MOST_BUILDS + 1 }, () => ({})) }, undefined],
    [{ now: { dockerfile: 'nowhere' } }, undefined],
    [{ now: { dockerfile: { text: 'x'.repeat(20_001) } } }, undefined],
    [{ now: { files: { '../secret': {} } } }, undefined],
    [{ now: { files: { 'app.py/x': {} } } }, undefined],
    [{ now: { files: { 'app.py': { lines: -1 } } } }, undefined],
    [{ now: { files: { 'app.py': { mode: '0999' } } } }, undefined],
    [{ now: { noCache: 'yes' } }, undefined],
    [{ now: { files: { 'Dockerfile/x': { text: '' } } } }, undefined],
    [{ now: { files: { 'more.csv': { size: 4_000_000 } } } }, undefined],
    [{ now: { files: { 'more.csv': { size: -1 } } } }, undefined],
    [{ open: 'Dockerfile' }, { ...first, open: 'Dockerfile' }],
    [{ open: 'nowhere.py' }, undefined],
    [{ good: { dockerfile: 'nowhere' } }, undefined],
    [null, undefined],
  ] satisfies readonly (readonly [Json, LayerState | undefined])[])('%j', (json, state) => {
    expect(model.read(scene, json)).toEqual(state);
  });

  it('takes own files and an own Dockerfile', () => {
    const json = {
      now: { dockerfile: { text: 'FROM python:3.13-slim\n' }, files: { 'a/b.py': { text: 'x' }, 'README.md': null } },
    };
    const state = model.read(scene, json);
    expect(state && model.write(state)).toEqual(json);
  });
});

describe('every scenario', () => {
  it.each(layerFiles.map((file) => [file.id, file] as const))('%s builds with each of its Dockerfiles', (_, file) => {
    const here = model.open(shipScenario(file));
    for (const { id } of file.dockerfiles) {
      const state = model.update(here, model.first(here), { kind: 'arranged', id });
      expect(outcomesOf(here, state.builds)[0]?.outcome.kind).toBe('built');
      expect(model.facts(here, state).get('ran')).toBe(0);
    }
  });
});
