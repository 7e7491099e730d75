/** The command figure's state and view-model, on the scenario that readers get. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '@/core/workstation';
import { commandLaptop as scenario } from '../scenarios.fixture';
import { model } from './model';
import type { CommandEvent, CommandState } from './state';

const scene = model.open(scenario);
const first = model.first(scene);
const after = (...events: readonly CommandEvent[]): CommandState =>
  events.reduce((state, event) => model.update(scene, state, event), first);
const shows = (...events: readonly CommandEvent[]) => model.present(scene, after(...events), { answer: 'shown' });
const type = (word: string): CommandEvent => ({ kind: 'word-chosen', word });
const activateIt = (environment: string): CommandEvent => ({ kind: 'environment-chosen', environment });

describe('the first moment', () => {
  const picture = shows();

  it('has one bay lit, and nothing to start again', () => {
    expect(picture.bays.map(({ label, status, why }) => [label, status, why])).toEqual([
      ['/home/you/.local/bin', 'passed', 'not here'],
      ['/usr/local/bin', 'passed', 'not here'],
      ['/usr/bin', 'taken', 'taken'],
      ['/bin', 'unreached', 'not reached'],
    ]);
    expect(picture.resetDisabledBecause).toBe('This is the first state.');
  });

  it('draws what is in each folder, the wanted name marked', () => {
    expect(picture.bays[2]?.holds).toEqual([
      { name: 'ls', wanted: false },
      { name: 'pip', wanted: false },
      { name: 'python3', wanted: true },
    ]);
    expect(picture.bays[3]?.note).toBe('a link to /usr/bin');
  });
});

describe('one tap', () => {
  it('on an environment puts a bay on top and moves the light there', () => {
    const picture = shows(activateIt('venv'));
    expect(picture.bays[0]).toMatchObject({
      label: '/home/you/greeting/.venv/bin',
      note: 'put here by activation',
      status: 'taken',
    });
    expect([picture.prompt, picture.announcement]).toEqual([
      '(.venv) $ ',
      'python3: taken at /home/you/greeting/.venv/bin/python3, entry 1 of 5.',
    ]);
  });

  it('on the moved environment shows that the folder on PATH is gone', () => {
    const picture = shows(type('python'), activateIt('moved'));
    expect(picture.bays[0]).toMatchObject({
      label: '/home/you/shop/.venv/bin',
      status: 'passed',
      why: 'no such folder',
    });
    expect(plainText(picture.happened)).toBe(
      '5 folders on PATH, and none has python to run: bash: python: command not found',
    );
  });

  it('on uv’s environment shows that pip is another Python’s', () => {
    expect(plainText(shows(type('pip'), activateIt('uv')).happened)).toBe(
      'bash takes /usr/bin/pip: the first executable pip along PATH. Its first line hands it to /usr/bin/python3.',
    );
  });

  it('on ls shows the alias, and then the file', () => {
    const picture = shows(type('ls'));
    expect(picture.stops.map(({ label, status, says }) => [label, status, says])).toEqual([
      ['alias', 'has-it', 'ls --color=auto'],
      ['keyword', 'has-not', 'no'],
      ['function', 'has-not', 'no'],
      ['builtin', 'has-not', 'no'],
      ['hash table', 'has-not', 'no'],
    ]);
    expect(picture.bays[2]?.status).toBe('taken');
  });

  it('on deactivate shows that type knows a function that which doesn’t see', () => {
    const picture = shows(activateIt('venv'), type('deactivate'));
    expect(picture.stops.map(({ status }) => status)).toEqual(['has-not', 'has-not', 'has-it', 'unasked', 'unasked']);
    expect(picture.bays.every(({ status }) => status === 'unreached')).toBe(true);
    expect(picture.exchanges).toEqual([
      { command: 'type deactivate', prints: 'deactivate is a function\n…' },
      { command: 'which deactivate', prints: '' },
    ]);
  });

  it('on a file without execute bit shows that it was refused, and bash’s own words', () => {
    const picture = shows(type('greet'));
    expect(picture.bays[0]).toMatchObject({ status: 'refused', why: 'not executable' });
    expect(picture.exchanges.at(-1)).toEqual({
      command: 'greet',
      prints: 'bash: /home/you/.local/bin/greet: Permission denied',
    });
  });
});

describe('what activation changed', () => {
  it('is nothing without an environment, and listed with one', () => {
    expect(shows().changes).toEqual([]);
    expect(shows(activateIt('venv')).changes.map(({ name }) => name)).toEqual([
      'PATH',
      'PS1',
      'VIRTUAL_ENV',
      'VIRTUAL_ENV_PROMPT',
      '_OLD_VIRTUAL_PATH',
      '_OLD_VIRTUAL_PS1',
      'deactivate',
    ]);
    expect(shows(activateIt('uv')).changes.at(-1)).toEqual({ name: 'pydoc', before: 'none', after: 'a function' });
  });
});

describe('the walk', () => {
  const walkTo = (to: number | 'end'): CommandEvent => ({ kind: 'walked', to });

  it('shows the entries one by one, and the verdict at the end only', () => {
    const at = (to: number | 'end') => {
      const { bays, happened, walk } = shows(walkTo(to));
      return [walk?.done, bays.map(({ status }) => status).join(' '), plainText(happened)];
    };
    expect([0, 1, 2, 3, 'end' as const].map(at)).toEqual([
      [0, 'ahead ahead ahead unreached', 'Nothing is asked yet.'],
      [
        1,
        'ahead ahead ahead unreached',
        'No keyword, function or builtin python3, nothing remembered: bash goes along PATH.',
      ],
      [2, 'passed ahead ahead unreached', '/home/you/.local/bin: not here. On to the next entry.'],
      [3, 'passed passed ahead unreached', '/usr/local/bin: not here. On to the next entry.'],
      [
        4,
        'passed passed taken unreached',
        'bash takes /usr/bin/python3: the first executable python3 along PATH. Links followed, that is /usr/bin/python3.13.',
      ],
    ]);
  });

  it('ends when another word is chosen', () => {
    expect(after(walkTo(1), type('pip')).walked).toBe('end');
  });
});

const events = fc.array(
  fc.oneof(
    fc.constantFrom(...scenario.commands.words).map(type),
    fc.constantFrom(...scenario.commands.environments.map(({ id }) => id)).map(activateIt),
    fc.oneof(fc.nat(9), fc.constant('end' as const)).map((to): CommandEvent => ({ kind: 'walked', to })),
  ),
  { maxLength: 8 },
);

describe('laws of the command figure', () => {
  it('at most one bay is lit, and none while the walk isn’t there yet', () => {
    fc.assert(
      fc.property(events, (given) => {
        const { bays, walk } = shows(...given);
        const lit = bays.filter(({ status }) => status === 'taken').length;
        expect(lit).toBeLessThanOrEqual(walk?.done === walk?.total ? 1 : 0);
      }),
    );
  });

  it('exactly one word and one environment are chosen', () => {
    fc.assert(
      fc.property(events, (given) => {
        const { words, environments } = shows(...given);
        expect([words, environments].map((all) => all.filter(({ chosen }) => chosen).length)).toEqual([1, 1]);
      }),
    );
  });
});
