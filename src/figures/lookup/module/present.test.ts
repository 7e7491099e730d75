/** The module figure's state and view-model, on the scenario that readers get. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '@/core/workstation';
import { moduleLaptop as scenario } from '../scenarios.fixture';
import { model } from './model';
import type { ModuleEvent, ModuleState } from './state';

const scene = model.open(scenario);
const first = model.first(scene);
const after = (...events: readonly ModuleEvent[]): ModuleState =>
  events.reduce((state, event) => model.update(scene, state, event), first);
const shows = (...events: readonly ModuleEvent[]) => model.present(scene, after(...events), { answer: 'shown' });
const name = (chosen: string): ModuleEvent => ({ kind: 'module-chosen', name: chosen });
const start = (chosen: string): ModuleEvent => ({ kind: 'start-chosen', start: chosen });
const stand = (folder: string): ModuleEvent => ({ kind: 'folder-chosen', folder });
const option = (chosen: '-P' | '-I'): ModuleEvent => ({ kind: 'option-switched', option: chosen });
const pythonPath: ModuleEvent = { kind: 'python-path-switched' };
const environment: ModuleEvent = { kind: 'interpreter-chosen', interpreter: 'venv' };

describe('the first moment', () => {
  it('has your own random.py lit, and shows what it hides', () => {
    const picture = shows();
    expect(picture.bays.map(({ label, status, why }) => [label, status, why])).toEqual([
      ['/home/you/dice', 'taken', 'taken'],
      ['/usr/lib/python313.zip', 'unreached', 'not reached'],
      ['/usr/lib/python3.13', 'hidden', 'has one too, hidden'],
      ['/usr/lib/python3.13/lib-dynload', 'unreached', 'not reached'],
      ['/usr/local/lib/python3.13/dist-packages', 'unreached', 'not reached'],
      ['/usr/lib/python3/dist-packages', 'unreached', 'not reached'],
    ]);
    expect([picture.prompt, picture.typed, picture.importing]).toEqual([
      '/home/you/dice$ ',
      '/usr/bin/python3 dice.py',
      'import random',
    ]);
  });
});

describe('one tap', () => {
  it('on -P or -I moves the light to the standard library, and leaves a trace of what was left out', () => {
    for (const chosen of ['-P', '-I'] as const) {
      const { bays } = shows(option(chosen));
      expect(bays[0]).toEqual({
        key: 'omitted first-entry',
        label: '/home/you/dice',
        note: 'the first place',
        holds: [],
        status: 'omitted',
        why: `left out by ${chosen}`,
      });
      expect(bays.find(({ status }) => status === 'taken')?.label).toBe('/usr/lib/python3.13');
    }
  });

  it('on PYTHONPATH puts a bay behind the first one; -I crosses it out where it stood', () => {
    expect(shows(pythonPath).bays[1]).toMatchObject({ label: '/home/you/greeting', note: 'from PYTHONPATH' });
    expect(
      shows(pythonPath, option('-I'))
        .bays.slice(0, 2)
        .map(({ why }) => why),
    ).toEqual(['left out by -I', 'ignored by -I']);
  });

  it('on another folder changes nothing for a script, and the first entry for -c', () => {
    const labels = (...events: readonly ModuleEvent[]) => shows(...events).bays.map(({ label }) => label);
    expect(labels(stand('/tmp'))).toEqual(labels());
    expect(shows(start('command'), stand('/tmp')).bays[0]).toMatchObject({
      label: "''",
      note: 'the current folder, /tmp',
    });
    expect(shows(stand('/tmp')).typed).toBe('/usr/bin/python3 /home/you/dice/dice.py');
  });

  it('on a link takes the folder of the real script', () => {
    expect(shows(start('link')).bays[0]).toMatchObject({
      label: '/home/you/greeting',
      note: 'the folder of the real script, not of the link',
    });
  });

  it('on -m looks for the module that is to be run, in the current folder first', () => {
    const found = shows(start('module'), name('greeting'), stand('/home/you/greeting'));
    expect([found.typed, found.importing, plainText(found.happened)]).toEqual([
      '/usr/bin/python3 -m greeting',
      '',
      'Python takes /home/you/greeting/greeting.py: the first greeting along sys.path.',
    ]);
    expect(plainText(shows(start('module'), name('greeting'), stand('/tmp')).happened)).toBe(
      '6 entries on sys.path, and none has greeting: /usr/bin/python3: No module named greeting',
    );
  });

  it('on the environment’s Python finds requests, and shows the system’s packages left out', () => {
    expect(plainText(shows(name('requests')).happened)).toContain("ModuleNotFoundError: No module named 'requests'");
    const { bays, happened } = shows(name('requests'), environment);
    expect(plainText(happened)).toContain('/home/you/greeting/.venv/lib/python3.13/site-packages/requests/__init__.py');
    expect(bays.at(-1)).toMatchObject({
      label: '/usr/local/lib/python3.13/dist-packages, /usr/lib/python3/dist-packages',
      status: 'omitted',
    });
  });

  it('on sys asks nobody after the modules that are loaded', () => {
    const { stops, walk } = shows(name('sys'));
    expect(stops.map(({ status }) => status)).toEqual(['has-it', 'unasked', 'unasked']);
    expect(walk?.total).toBe(1);
  });
});

describe('the walk', () => {
  it('says what each entry has', () => {
    const at = (to: number) => plainText(shows(name('mylib'), { kind: 'walked', to }).happened);
    expect([0, 1, 2, 3].map(at)).toEqual([
      'Nothing is asked yet.',
      'mylib is neither loaded nor part of the interpreter: Python goes along sys.path.',
      '/home/you/dice: not here. On to the next entry.',
      '/usr/lib/python313.zip: doesn’t exist. On to the next entry.',
    ]);
  });
});

const { names, starts, folders, interpreters } = scenario.modules;
const events = fc.array(
  fc.oneof(
    fc.constantFrom(...names).map(name),
    fc.constantFrom(...starts.map(({ id }) => id)).map(start),
    fc.constantFrom(...folders).map(stand),
    fc
      .constantFrom(...interpreters.map(({ id }) => id))
      .map((interpreter): ModuleEvent => ({ kind: 'interpreter-chosen', interpreter })),
    fc.constantFrom('-P' as const, '-I' as const).map(option),
    fc.constant(pythonPath),
    fc.oneof(fc.nat(9), fc.constant('end' as const)).map((to): ModuleEvent => ({ kind: 'walked', to })),
  ),
  { maxLength: 10 },
);

describe('laws of the module figure', () => {
  it('at most one bay is lit, and none while the walk isn’t there yet', () => {
    fc.assert(
      fc.property(events, (given) => {
        const { bays, walk } = shows(...given);
        const lit = bays.filter(({ status }) => status === 'taken').length;
        expect(lit).toBeLessThanOrEqual(walk?.done === walk?.total ? 1 : 0);
      }),
    );
  });

  it('switching an option twice changes nothing', () => {
    fc.assert(
      fc.property(events, fc.constantFrom('-P' as const, '-I' as const), (given, chosen) => {
        const once = after(...given, { kind: 'walked', to: 'end' });
        const twice = [option(chosen), option(chosen)].reduce(
          (state, event) => model.update(scene, state, event),
          once,
        );
        expect(twice).toEqual(once);
      }),
    );
  });

  it('bays have keys that tell them apart', () => {
    fc.assert(
      fc.property(events, (given) => {
        const keys = shows(...given).bays.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
