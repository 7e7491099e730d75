/** What a reader writes into the project: the Dockerfile, files, and what the build is asked for. */
import { describe, expect, it } from 'vitest';
import { beginSession, reduceSession } from '@/figures/frame/session';
import { layerScenario } from './layer-cache.fixture';
import { model } from './model';
import type { LayerEvent, LayerState } from './state';

const scene = model.open(layerScenario('code-first'));
const first = model.first(scene);
const text = scene.scenario.dockerfiles[0].text;

const played = (...events: readonly LayerEvent[]): LayerState =>
  events.reduce((state, event) => model.update(scene, state, event), first);
const dockerfile = (written: string): LayerEvent => ({ kind: 'typed', path: 'Dockerfile', text: written });
const shown = (state: LayerState) => model.present(scene, state, { answer: 'shown' });
const words = (state: LayerState) =>
  shown(state)
    .happened.map((word) => (typeof word === 'string' ? word : 'code' in word ? word.code : ''))
    .join('');
const facts = (state: LayerState) => Object.fromEntries(model.facts(scene, state));
const row = (state: LayerState, path: string) => {
  const found = shown(state).files.find((one) => one.path === path);
  return found && [found.mark, found.word, found.label];
};
const arrangements = (state: LayerState) =>
  shown(state).arrangements.map(({ label, chosen }) => (chosen ? `(${label})` : label));

describe('a Dockerfile of the reader’s own', () => {
  const own = played(dockerfile(`${text}EXPOSE 80\n`));

  it('takes the place of the arrangement, in what is built next', () => {
    expect(arrangements(own)).toEqual(['all files, then install', 'manifest and install first', '(your own)']);
    expect(facts(own)).toMatchObject({
      dockerfile: 'own',
      changed: ['Dockerfile'],
      runs: ['COPY . .', expect.anything()],
    });
    expect(words(own)).toContain('Dockerfile edited: 2 of 3 steps run');
  });

  it('is that arrangement again when it reads the same', () => {
    expect(model.update(scene, own, dockerfile(text))).toEqual(first);
  });

  it('goes when an arrangement is chosen, and comes back by undo', () => {
    const begun = beginSession({ scenario: 'code-first', scene, state: first });
    const events: LayerEvent[] = [
      dockerfile(`${text}E`),
      dockerfile(`${text}EX`),
      { kind: 'arranged', id: 'manifest-first' },
    ];
    const after = events.reduce((session, event) => reduceSession(model, session, { kind: 'figure', event }), begun);
    expect(arrangements(after.now.state)).toEqual(['all files, then install', '(manifest and install first)']);
    const back = reduceSession(model, after, { kind: 'undo' });
    expect(facts(back.now.state)['text']).toBe(`${text}EX`);
    // A run of letters is one step.
    expect(reduceSession(model, back, { kind: 'undo' }).now.state).toEqual(first);
  });

  it('can be taken back to what was built', () => {
    expect(model.update(scene, own, { kind: 'taken-back', path: 'Dockerfile' })).toEqual(first);
  });
});

describe('what the builder refuses', () => {
  const edited: LayerEvent = { kind: 'tapped', path: 'app.py' };
  const broken = dockerfile(`${text}RUM x\n`);
  const opened: LayerEvent = { kind: 'opened', path: 'Dockerfile' };

  it('leaves the last that it took in view, marked, with the complaint in the builder’s words at its place', () => {
    const good = played(edited);
    const state = played(edited, opened, broken);
    const { stages, total, status, open, build } = shown(state);
    expect(stages).toEqual(shown(good).stages);
    expect(total).toEqual({ ...shown(good).total, mark: 'stale', says: `before that: ${shown(good).total.says}` });
    expect(status.kind).toBe('stale');
    expect(open?.problems).toEqual([
      {
        at: { start: text.length, end: text.length + 3 },
        message: 'dockerfile parse error on line 6: unknown instruction: RUM (did you mean RUN?)',
      },
    ]);
    expect(build.disabledBecause).toBe('The builder refuses it: there is nothing to build yet.');
    expect(model.update(scene, state, { kind: 'built' })).toBe(state);
  });

  it('may go on for as many letters as one likes, and over a link', () => {
    const state = played(edited, broken, dockerfile(`${text}RUM xy\n`), dockerfile(''));
    expect(shown(state).stages).toEqual(shown(played(edited)).stages);
    const read = model.read(scene, JSON.parse(JSON.stringify(model.write(state))));
    expect(read).toEqual(state);
  });

  it('is forgotten once it is mended', () => {
    expect(played(edited, broken, dockerfile(text))).toEqual(played(edited));
  });

  it('may be an ignore file', () => {
    const state = played(
      { kind: 'added', path: '.dockerignore' },
      { kind: 'typed', path: '.dockerignore', text: 'logs\n[a-\n' },
    );
    expect(shown(state).open?.problems).toEqual([{ at: { start: 5, end: 8 }, message: 'syntax error in pattern' }]);
    expect(shown(state).status.kind).toBe('stale');
  });

  it('may be a target that isn’t there, which stands at no place', () => {
    const state = played(opened, { kind: 'targeted', stage: 'test' });
    expect(shown(state).open?.problems).toEqual([]);
    expect(shown(state).status).toEqual({
      kind: 'stale',
      says: [
        'The builder says: ',
        { code: 'target stage "test" could not be found' },
        '.',
        ' The steps are those of the last that it took.',
      ],
    });
    expect(shown(state).asked.targets.map(({ label, chosen }) => [label, chosen])).toEqual([
      ['the last stage', false],
      ['test', true],
    ]);
  });

  it('shows nothing where nothing was ever taken', () => {
    const state = model.read(scene, { builds: [{ dockerfile: { text: 'x' } }] });
    expect(state && shown(state).status.kind).toBe('error');
    expect(state && shown(state).stages).toEqual([]);
  });
});

describe('files', () => {
  it('are edited by their text; what reads as it was built is that file again', () => {
    const state = played({ kind: 'typed', path: 'app.py', text: 'print(1)\n' });
    expect(row(state, 'app.py')).toEqual(['changed', 'edited', 'Take back: app.py edited']);
    const old = scene.first.files.get('app.py')?.text ?? '';
    expect(model.update(scene, state, { kind: 'typed', path: 'app.py', text: old })).toEqual(first);
  });

  it('that are new are open to be written, and go with the next tap', () => {
    const state = played({ kind: 'added', path: 'src/new.py' });
    expect(shown(state).open).toMatchObject({ path: 'src/new.py', text: '' });
    expect(row(state, 'src/new.py')).toEqual(['changed', 'new', 'Take back: src/new.py new']);
    expect(model.update(scene, state, { kind: 'tapped', path: 'src/new.py' })).toEqual(first);
  });

  it('that are renamed are one change, with the name that they had', () => {
    const state = played({ kind: 'renamed', path: 'app.py', to: 'main.py' });
    expect(words(state)).toContain('app.py renamed main.py: 2 of 3');
    expect([row(state, 'app.py'), row(state, 'main.py')]).toEqual([
      undefined,
      ['changed', 'was app.py', 'Take back: main.py renamed'],
    ]);
    expect(facts(state)['changed']).toEqual(['main.py']);
    expect(model.update(scene, state, { kind: 'tapped', path: 'main.py' })).toEqual(first);
  });

  it('without a text show their size, and keep it under another name', () => {
    const state = played(
      { kind: 'opened', path: 'data/stations.csv' },
      { kind: 'renamed', path: 'data/stations.csv', to: 'stations.csv' },
    );
    expect(shown(state).open).toEqual({
      path: 'stations.csv',
      hint: '200 kB, which nobody reads here: only how large it is counts.',
      text: undefined,
      largest: 20_000,
      problems: [],
      takeBack: { kind: 'taken-back', path: 'stations.csv' },
      isFree: true,
    });
    expect(model.read(scene, model.write(state))).toEqual(state);
  });

  it('that are gone can’t come back where a folder stands now', () => {
    const state = played({ kind: 'deleted', path: 'README.md' }, { kind: 'added', path: 'README.md/en' });
    expect(shown(state).files.find(({ path }) => path === 'README.md')).toMatchObject({
      mark: 'gone',
      event: undefined,
    });
    expect(model.update(scene, state, { kind: 'tapped', path: 'README.md' })).toBe(state);
  });

  it('that aren’t there, or can’t be, change nothing', () => {
    const events: LayerEvent[] = [
      { kind: 'opened', path: 'nowhere.py' },
      { kind: 'typed', path: 'nowhere.py', text: 'x' },
      { kind: 'typed', path: 'app.py', text: 'x'.repeat(20_001) },
      { kind: 'typed', path: 'data/stations.csv', text: 'x' },
      { kind: 'added', path: '../x' },
      { kind: 'renamed', path: 'app.py', to: 'README.md' },
      { kind: 'deleted', path: 'nowhere.py' },
      { kind: 'taken-back', path: 'app.py' },
      { kind: 'targeted', stage: undefined },
      { kind: 'argument-typed', name: 'V', value: '' },
      { kind: 'walked', to: 99 },
    ];
    for (const event of events) expect(model.update(scene, first, event), JSON.stringify(event)).toBe(first);
  });

  it('stand below the Dockerfile and the ignore file', () => {
    const state = played({ kind: 'added', path: '.dockerignore' }, { kind: 'added', path: '.a' });
    expect(
      shown(state)
        .files.slice(0, 4)
        .map(({ path }) => path),
    ).toEqual(['Dockerfile', '.dockerignore', '.a', 'README.md']);
  });
});

describe('what is asked for', () => {
  const traps = model.open(layerScenario('argument-traps'));
  const asked = (...events: readonly LayerEvent[]) =>
    events.reduce((state, event) => model.update(traps, state, event), model.first(traps));
  const say = (state: LayerState) => model.present(traps, state, { answer: 'shown' });

  it('is an argument, of the values that are offered or any other', () => {
    const state = asked({ kind: 'argument-chosen', name: 'REVISION', value: '4f2a91c' });
    const { announcement, settings, asked: drawn } = say(state);
    expect(announcement).toBe('REVISION is 4f2a91c: 3 of 5 steps run, 1.4 seconds.');
    expect(settings).toEqual([
      'Dockerfile: ARG above the install',
      ', ',
      { code: 'REVISION=4f2a91c' },
      ', 1 build so far',
      '; ',
      '',
      { code: 'REVISION' },
      ' is ',
      { code: '4f2a91c' },
      '.',
    ]);
    expect(drawn.offered.map(({ choices }) => choices.map(({ label, chosen }) => [label, chosen]))).toEqual([
      [
        ['none', false],
        ['4f2a91c', true],
        ['b07d3e5', false],
      ],
    ]);
    expect(drawn.fields).toEqual([{ name: 'REVISION', value: '4f2a91c', standard: 'none', says: '' }]);
    expect(model.update(traps, state, { kind: 'argument-chosen', name: 'REVISION', value: undefined })).toEqual(
      model.first(traps),
    );
  });

  it('may be an argument that the Dockerfile no longer declares', () => {
    const state = asked(
      { kind: 'argument-typed', name: 'REVISION', value: 'x' },
      dockerfile('FROM python:3.13-slim\n'),
    );
    expect(say(state).asked.fields).toEqual([
      {
        name: 'REVISION',
        value: 'x',
        standard: '',
        says: 'The Dockerfile doesn’t declare it: the builder says so, and builds.',
      },
    ]);
  });

  it('is a target by its name', () => {
    const sides = model.open(layerScenario('parallel-stages'));
    const state = model.update(sides, model.first(sides), { kind: 'targeted', stage: 'tests' });
    const { announcement, asked: drawn } = model.present(sides, state, { answer: 'shown' });
    expect(announcement).toBe('The target is tests: 1 of 5 steps run, 1.5 seconds.');
    expect(drawn.targets.map(({ label }) => label)).toEqual(['the last stage', 'page', 'server', 'tests']);
  });

  it('is that the cache is left aside, which WORKDIR doesn’t do', () => {
    const state = asked({ kind: 'cache-switched' });
    expect(say(state).announcement).toMatch(/^The cache isn’t used: 4 of 5 steps run/);
    expect(say(state).asked.options).toEqual(['--no-cache']);
    expect(model.update(traps, state, { kind: 'cache-switched' })).toEqual(model.first(traps));
  });
});

describe('the walk of a slide', () => {
  it('goes from promise to promise of the scenario', () => {
    const told = [0, 1, 2, 3, 4, 5].map((to) => {
      const { dockerfile: id, changed, ran } = facts(played({ kind: 'walked', to }));
      return [id, changed, ran];
    });
    expect(told).toEqual([
      ['code-first', [], 0],
      ['code-first', ['app.py'], 2],
      ['code-first', ['README.md'], 2],
      ['code-first', ['app.py'], 0],
      ['manifest-first', ['app.py'], 1],
      ['manifest-first', ['requirements.txt'], 3],
    ]);
  });
});
