import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelLaws } from '@/figures/frame/model.laws';
import { builderFiles, builderScenario } from './builder.fixture';
import { BACKENDS, LAYOUTS, TRIES } from './edit-project';
import { model } from './model';
import { brokenPromises } from './promised';
import { shipScenario } from './read-scenario';
import { textOf } from './run-picture';
import { type BuilderEvent, type BuilderState, HOWS, LENSES, TARGETS, TESTERS } from './state';

const scenario = builderScenario('greeting');
const scene = model.open(scenario);
const first = model.first(scene);

const events: fc.Arbitrary<BuilderEvent> = fc.oneof(
  fc.constantFrom(...LAYOUTS).map((layout): BuilderEvent => ({ kind: 'edited', edit: { do: 'layout', layout } })),
  fc.constantFrom(...BACKENDS).map((backend): BuilderEvent => ({ kind: 'edited', edit: { do: 'backend', backend } })),
  fc.constantFrom(...TRIES).map((change): BuilderEvent => ({ kind: 'edited', edit: { do: 'try', change } })),
  fc.constantFrom(...LENSES).map((lens): BuilderEvent => ({ kind: 'lens-chosen', lens })),
  fc.constantFrom(...TARGETS).map((target): BuilderEvent => ({ kind: 'target-chosen', target })),
  fc.constantFrom(...HOWS).map((how): BuilderEvent => ({ kind: 'how-chosen', how })),
  fc.constantFrom(...TESTERS).map((tester): BuilderEvent => ({ kind: 'tester-chosen', tester })),
  fc.constantFrom<BuilderEvent>({ kind: 'built' }, { kind: 'install-asked' }, { kind: 'stepped', step: 1 }),
  fc.constantFrom<BuilderEvent>(
    { kind: 'ran', command: 'greet' },
    { kind: 'ran', command: 'python -m greeting' },
    { kind: 'ran', command: 'nobody' },
    { kind: 'opened', path: 'README.md' },
    { kind: 'opened', path: undefined },
    { kind: 'typed', path: 'pyproject.toml', text: '[project' },
    { kind: 'typed', path: 'README.md', text: 'Other words.\n' },
    { kind: 'added', path: 'src/greeting/words.json' },
    { kind: 'renamed', path: 'README.md', to: 'src/greeting/README.md' },
    { kind: 'deleted', path: 'pyproject.toml' },
    { kind: 'taken-back', path: 'pyproject.toml' },
    { kind: 'field-asked', field: 'project.scripts.greet' },
    { kind: 'box-seen', lens: 'record' },
    { kind: 'box-opened', path: 'greeting/__init__.py' },
    { kind: 'edited', edit: { do: 'insert', path: ['project', 'dependencies'] } },
  ),
);
const played = (...given: readonly BuilderEvent[]): BuilderState =>
  given.reduce((state, event) => model.update(scene, state, event), first);
const facts = (state: BuilderState) => Object.fromEntries(model.facts(scene, state));

describe('laws of the package builder’s model', () => modelLaws(model, scenario, events));

describe('every scenario', () => {
  it.each(builderFiles)('$id keeps what it promises', (file) => {
    const shipped = shipScenario(file);
    expect(file.expects.flatMap((expected) => brokenPromises(shipped, expected))).toEqual([]);
  });
});

describe('what was built and installed', () => {
  it('stays as it was while the project is edited, and is marked as older', () => {
    const state = played(
      { kind: 'built' },
      { kind: 'install-asked' },
      { kind: 'edited', edit: { do: 'try', change: 'bump' } },
      { kind: 'lens-chosen', lens: 'files' },
    );
    expect(facts(state)).toMatchObject({
      'metadata version': ['0.1.0'],
      'version-installed': '0.1.0',
      changed: ['pyproject.toml'],
    });
    expect(model.present(scene, state, { answer: 'shown' }).seen?.crate).toMatchObject({ mark: 'stale' });
  });

  it('stays when a later build fails', () => {
    const state = played(
      { kind: 'built' },
      { kind: 'typed', path: 'pyproject.toml', text: '[project' },
      { kind: 'built' },
    );
    const picture = model.present(scene, state, { answer: 'shown' });
    expect(facts(state)).toMatchObject({ built: 'none', stage: 'parse', 'metadata version': ['0.1.0'] });
    expect(picture.status.kind).toBe('stale');
    expect(picture.stations.map(({ word }) => word)).toEqual([
      'stops here',
      'not reached',
      'not reached',
      'not reached',
    ]);
    expect(picture.seen?.crate).toMatchObject({ name: 'greeting-0.1.0-py3-none-any.whl', mark: 'stale' });
  });
});

describe('a button on the way', () => {
  const bump: BuilderEvent = { kind: 'edited', edit: { do: 'try', change: 'bump' } };
  const through: readonly BuilderEvent[] = [
    { kind: 'built' },
    { kind: 'install-asked' },
    { kind: 'ran', command: 'greet' },
  ];
  const wordsAfter = (...given: readonly BuilderEvent[]) => {
    const { lens, stations } = model.present(scene, played(...given), { answer: 'shown' });
    return [lens, ...stations.map(({ word }) => word)];
  };

  it('leads to what came of it, and a new build or installation leaves nothing standing that is of the old one', () => {
    expect(wordsAfter(...through.slice(0, 1))).toEqual(['files', 'passed', 'passed', 'not reached', 'not reached']);
    expect(wordsAfter(...through.slice(0, 2))).toEqual(['installed', 'passed', 'passed', 'passed', 'not reached']);
    expect(wordsAfter(...through)).toEqual(['run', 'passed', 'passed', 'passed', 'passed']);
    const rebuilt = [...through, bump, { kind: 'built' }] as const;
    expect(wordsAfter(...rebuilt)).toEqual(['files', 'passed', 'passed', 'older build', 'older build']);
    expect(wordsAfter(...rebuilt, { kind: 'install-asked' })).toEqual([
      'installed',
      'passed',
      'passed',
      'passed',
      'not reached',
    ]);
  });

  it('leaves a lens that shows it too', () => {
    const seenUnder = (lens: BuilderState['lens']) =>
      wordsAfter({ kind: 'lens-chosen', lens }, ...through.slice(0, 2))[0];
    expect(LENSES.map(seenUnder)).toEqual(['installed', 'installed', 'installed', 'installed', 'tests']);
  });

  it('says who makes what where an sdist is asked for', () => {
    const state = played({ kind: 'target-chosen', target: 'sdist' }, { kind: 'built' });
    expect(model.present(scene, state, { answer: 'shown' }).stations.map(({ does }) => does)).toEqual([
      'the frontend reads pyproject.toml',
      'the backend makes the sdist',
      'the installer has a wheel made of it',
      'Python starts the command',
    ]);
  });
});

describe('a command that stops', () => {
  it('leads to the line from which its launcher was made, as long as that stands there', () => {
    const stopped: readonly BuilderEvent[] = [
      { kind: 'edited', edit: { do: 'try', change: 'wrong-target' } },
      { kind: 'built' },
      { kind: 'install-asked' },
      { kind: 'ran', command: 'greet' },
    ];
    const leads = (...more: readonly BuilderEvent[]) =>
      model.present(scene, played(...stopped, ...more), { answer: 'shown' }).notes.map((note) => note.leads);
    expect(leads()).toEqual([{ label: 'pyproject.toml, line 15', event: { kind: 'opened', path: 'pyproject.toml' } }]);
    expect(leads({ kind: 'edited', edit: { do: 'try', change: 'bump' } })).toEqual([undefined]);
  });
});

describe('a build that isn’t modelled', () => {
  it('is no failure: a real one may well make something of it', () => {
    const state = played({ kind: 'typed', path: 'pyproject.toml', text: '' }, { kind: 'built' });
    const { stations, notes, happened, seen } = model.present(scene, state, { answer: 'shown' });
    const says =
      'Without [project], setuptools takes everything from setup.py and setup.cfg: that isn’t modelled here.';
    expect(stations.map(({ word }) => word)).toEqual(['passed', 'not modelled', 'not reached', 'not reached']);
    expect(notes).toEqual([{ mark: 'note', words: [says], toolSays: undefined, leads: undefined }]);
    expect(textOf(happened)).toBe(says);
    expect(seen?.crate?.word).toBe('What a real build would write isn’t modelled.');
  });
});

describe('what is chosen in the box', () => {
  const box = { lens: 'record', path: 'greeting/__init__.py' };

  it('is told, and goes into a link', () => {
    const state = played(
      { kind: 'built' },
      { kind: 'lens-chosen', lens: 'box' },
      { kind: 'box-seen', lens: 'record' },
      { kind: 'box-opened', path: 'greeting/__init__.py' },
    );
    expect(model.write(state)).toEqual({ built: { kind: 'wheel' }, lens: 'box', box });
    expect(model.present(scene, state, { answer: 'shown' })).toMatchObject({
      box,
      announcement: 'The box, RECORD: greeting/__init__.py',
    });
  });

  it('is no more than a lens and a path', () => {
    const read = (written: typeof box | { readonly lens: string }) => model.read(scene, { box: written })?.box;
    expect(read(box)).toEqual(box);
    expect(read({ lens: 'compared' })).toBeUndefined();
    expect(read({ ...box, path: 'x'.repeat(401) })).toBeUndefined();
  });
});

describe('the task', () => {
  it('asks for nothing that is done', () => {
    const taskAfter = (...given: readonly BuilderEvent[]) =>
      model.present(scene, played(...given), { answer: 'shown' }).task;
    const [task, once] = [taskAfter({ kind: 'built' }), taskAfter({ kind: 'built' }, { kind: 'install-asked' })];
    expect([task, once].map((line) => line.split(' ', 5).join(' '))).toEqual([
      'Press Build and see which',
      'It is built and installed:',
    ]);
  });
});

describe('an edit after the installation', () => {
  const edits: readonly BuilderEvent[] = [
    { kind: 'typed', path: 'src/greeting/__init__.py', text: 'def greet(name): return name\n' },
    { kind: 'typed', path: 'tests/test_greet.py', text: '' },
    { kind: 'edited', edit: { do: 'try', change: 'bump' } },
    { kind: 'lens-chosen', lens: 'installed' },
  ];
  const TITLES = ['Seen at once', 'Only after another install', 'Not part of what is installed'];
  const edited = (...before: readonly BuilderEvent[]) => {
    const state = played(...before, ...edits);
    const { seen, happened } = model.present(scene, state, { answer: 'shown' });
    const listed = (seen?.groups ?? []).filter(({ title }) => TITLES.includes(title));
    const { seen: now, 'not-seen': later } = facts(state);
    return {
      listed: listed.map(({ title, rows = [] }) => [title, ...rows.map(({ name, word }) => `${name} ${word}`)]),
      happened: textOf(happened),
      now,
      later,
    };
  };

  it('is seen at once where an editable install leads to the code; what an installer wrote is not', () => {
    const path = 'src/greeting/__init__.py';
    expect(edited({ kind: 'how-chosen', how: 'editable' }, { kind: 'install-asked' })).toMatchObject({
      listed: [
        ['Seen at once', `${path} code changed`],
        ['Only after another install', '0.2.0 version changed'],
        ['Not part of what is installed', 'tests/test_greet.py file changed'],
      ],
      happened: expect.stringContaining('Of the edits since, 1 is seen at once, 1 only after another install.'),
      now: [path],
      later: ['0.2.0'],
    });
    expect(edited({ kind: 'built' }, { kind: 'install-asked' })).toMatchObject({
      listed: [
        ['Only after another install', `${path} code changed`, '0.2.0 version changed'],
        ['Not part of what is installed', 'tests/test_greet.py file changed'],
      ],
      happened: expect.stringContaining('What was edited since is seen only after another install.'),
      now: [],
      later: ['0.2.0', path],
    });
  });

  it('of the readme is told once: as what METADATA has of it', () => {
    const edit: BuilderEvent = { kind: 'typed', path: 'README.md', text: 'Other words.\n' };
    for (const how of HOWS) {
      const state = played(
        { kind: 'edited', edit: { do: 'layout', layout: 'flat' } },
        { kind: 'how-chosen', how },
        { kind: 'built' },
        { kind: 'install-asked' },
        edit,
      );
      const { seen } = model.present(scene, state, { answer: 'shown' });
      const told = (seen?.groups ?? []).filter(({ title }) => TITLES.includes(title)).flatMap(({ rows = [] }) => rows);
      expect(told.map(({ name, word }) => `${name} ${word}`)).toEqual(['Description field changed, by README.md']);
    }
  });

  it('isn’t spoken of where nothing is installed, or nothing was edited', () => {
    expect(edited()).toMatchObject({ listed: [], now: [], later: [] });
    const state = played({ kind: 'how-chosen', how: 'editable' }, { kind: 'install-asked' }, ...edits.slice(-1));
    const { seen, happened } = model.present(scene, state, { answer: 'shown' });
    expect(seen?.groups.map(({ title }) => title).filter((title) => TITLES.includes(title))).toEqual([]);
    expect(textOf(happened)).not.toContain('edited since');
  });
});

describe('covered', () => {
  it('nothing tells what a build came to', () => {
    const state = played(
      { kind: 'edited', edit: { do: 'try', change: 'wrong-target' } },
      { kind: 'built' },
      { kind: 'install-asked' },
    );
    for (const lens of LENSES) {
      const ran = model.update(scene, state, { kind: 'ran', command: 'greet' });
      const seen = model.present(scene, model.update(scene, ran, { kind: 'lens-chosen', lens }), { answer: 'hidden' });
      const told = JSON.stringify({ ...seen, open: undefined, manifest: undefined });
      expect(told).not.toMatch(/whl|dist-info|ImportError|stops here|site-packages|another install/);
    }
  });
});
