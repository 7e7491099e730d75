import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { model } from './model';
import { finishRace } from './race';
import { resolverScenario } from './resolver.fixture';
import { firstState, type ResolverState } from './state';
import { stillModel } from './still-model';

/** What a lens shows of a scenario. */
function shown(id: string, state: Partial<ResolverState>) {
  const scene = model.open(resolverScenario(id));
  return model.present(scene, { ...model.first(scene), ...state }, { answer: 'shown' });
}

const stepsOf = (id: string, step: number, strategy: ResolverState['strategy'] = 'pubgrub') => {
  const { steps } = shown(id, { lens: 'steps', step, strategy });
  if (steps === undefined) throw new Error(`${id} has steps.`);
  return steps;
};

const lanesOf = ({ lanes }: ReturnType<typeof stepsOf>) =>
  lanes.of.map(({ label, items, isTakenBack }) => [
    `${label}${isTakenBack ? ', taken back' : ''}`,
    ...items.map(({ text, isChosen, by }) => (isChosen ? `${text}!` : `${text} ${by}`)),
  ]);

describe('the steps of PubGrub', () => {
  it('begin with nothing, and end with the answer', () => {
    const { total } = stepsOf('lecture-by-hand', 0);
    expect(total).toBe(35);
    expect(stepsOf('lecture-by-hand', 0)).toMatchObject({ kind: 'start', lanes: { of: [] }, notes: { of: [] } });
    expect(lanesOf(stepsOf('lecture-by-hand', total))).toEqual([
      ['level 0', 'your requirements by 0'],
      ['level 1', 'your requirements!', 'terminal 2.0 by 2', 'banner 1.0 by 10'],
      ['level 2', 'banner 1.0!'],
      ['level 3', 'terminal 2.0!', 'not glyphs 1.0 by 8', 'not colours by 6'],
    ]);
  });

  it('say the answer at the last step and not before', () => {
    const at = (step: number) => {
      const { verdict, happened, exits } = shown('back-shared-library-pinned', { lens: 'steps', step });
      return [verdict.kind, verdict.word, happened.length, exits.first.length];
    };
    const { total } = stepsOf('back-shared-library-pinned', 0);
    expect([at(0), at(total - 1), at(total)]).toEqual([
      ['open', 'No answer yet: the search has not begun.', 1, 0],
      ['open', 'No answer yet: the search goes on.', 1, 0],
      ['unsolvable', 'no solution', 1, 3],
    ]);
    const { verdict, happened } = stillModel.present(
      stillModel.open(resolverScenario('back-shared-library-pinned')),
      { ...firstState(), lens: 'steps' },
      { answer: 'shown' },
    );
    expect([verdict.kind, happened]).toEqual(['open', ['The steps are on their way …']]);
  });

  it('call rules by the numbers and in the notation of the lecture, learned ones with their parents', () => {
    const { says, notes, kind } = stepsOf('lecture-by-hand', 28);
    expect(says).toBe(
      'Learned, rule 9: colours 1.0 needs terminal 1.0. Whatever becomes of glyphs, rules 6 and 8 come to this.',
    );
    expect(kind).toBe('learned');
    expect(notes.of.filter(({ isInUse }) => isInUse).map(({ name, notation, from }) => [name, notation, from])).toEqual(
      [
        ['rule 9', '{colours, not terminal 1.0}', 'from rules 6 and 8, over glyphs'],
        ['rule 8', '{glyphs 1.0, not terminal 1.0}', ''],
        ['rule 6', '{colours, not glyphs 1.0}', ''],
      ],
    );
  });

  it('show what a backjump takes back while it goes', () => {
    const back = stepsOf('lecture-by-hand', 30);
    expect([back.says, back.kind]).toEqual([
      'Go back from level 4 to level 1, where rule 10 leaves one statement open.',
      'go back',
    ]);
    expect(lanesOf(back).slice(2)).toEqual([
      ['level 2, taken back', 'banner 1.1!', 'colours by 4', 'fonts by 3'],
      ['level 3, taken back', 'terminal 2.0!'],
      ['level 4, taken back', 'fonts 1.0!', 'glyphs 2.0 by 8'],
    ]);
    expect(stepsOf('lecture-by-hand', 31).lanes.of.some(({ isTakenBack }) => isTakenBack)).toBe(false);
  });

  it('lead to the next conflict, and mark who is in it by shape and word', () => {
    const first = stepsOf('lecture-by-hand', 0).nextConflict ?? 0;
    const { drawing, tone } = stepsOf('lecture-by-hand', first);
    expect(tone).toBe('conflict');
    expect(drawing?.boxes.filter(({ look }) => look === 'conflict').map(({ name, word }) => [name, word])).toEqual([
      ['terminal', 'in conflict'],
      ['glyphs', 'in conflict'],
    ]);
    expect(drawing?.arrows.filter(({ look }) => look === 'conflict')).toEqual([
      { from: 'glyphs', to: 'terminal', label: '', look: 'conflict' },
    ]);
  });

  it('keep the drawing’s boxes and arrows from the first step to the last', () => {
    const { total } = stepsOf('lecture-by-hand', 0);
    const shapes = [0, 12, 24, total].map((step) => {
      const { drawing } = stepsOf('lecture-by-hand', step);
      return [drawing?.boxes.map(({ id }) => id), drawing?.arrows.map(({ from, to }) => [from, to])];
    });
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });
});

describe('the steps of backtracking', () => {
  it('are requirements, pins, conflicts and going back, each with its round', () => {
    const { total } = stepsOf('lecture-by-hand', 0, 'backtracking');
    const told = Array.from({ length: total }, (_, at) => stepsOf('lecture-by-hand', at + 1, 'backtracking'));
    expect(told.slice(0, 3).map(({ kind, says }) => [kind, says])).toEqual([
      ['asked for', 'Your requirements are noted: banner, terminal>=2.'],
      ['asked for, round 1', 'Try banner 1.1; it asks for fonts>=1, colours>=1.'],
      ['pin, round 1', 'Pinned: banner 1.1.'],
    ]);
    const back = told.find(({ kind }) => kind.startsWith('go back'));
    expect(back?.says).toBe(
      'Go back over colours 1.0, terminal 2.0, Python 3.12.0, banner 1.1; banner 1.1 won’t be tried again from here.',
    );
    expect(back && lanesOf(back).map(([label]) => label)).toEqual(Array(4).fill('taken back, taken back'));
    expect(told.at(-1)?.kind).toBe('end, round 9');
  });

  it('don’t exist for all environments at once, and that is said', () => {
    const { total, says } = stepsOf('fork-by-platform', 3, 'backtracking');
    expect([total, says]).toEqual([
      0,
      'pip resolves for one environment, and this is asked for all of them: there are no steps to show.',
    ]);
  });

  it('are bounded, and say that there are more', () => {
    const { total, isCut } = stepsOf('race-seven-layers', 0, 'backtracking');
    expect([total, isCut]).toEqual([1_500, true]);
  });
});

describe('the graph', () => {
  const graphOf = (id: string, state: Partial<ResolverState> = {}) => {
    const { graph } = shown(id, { lens: 'graph', ...state });
    if (graph === undefined) throw new Error(`${id} has a graph.`);
    return graph;
  };

  it('lights what the release in focus asks for and who asks for it, and says why it is this one', () => {
    const { drawing, focus } = graphOf('back-shared-library');
    expect(drawing.boxes.map(({ name, line, look }) => [name, line, look])).toEqual([
      ['you', '', 'you'],
      ['shop', '1.0.0', 'chosen'],
      ['stock', '1.1.0', 'chosen'],
      ['shared', '1.4.0', 'chosen'],
    ]);
    expect(drawing.arrows.map(({ from, to, label, look }) => [from, to, label, look])).toEqual([
      ['<you>', 'shop', 'any', 'dim'],
      ['<you>', 'stock', 'any', 'dim'],
      ['shop', 'shared', '>=1,<2', 'to-focus'],
      ['stock', 'shared', '>=1,<2', 'to-focus'],
    ]);
    expect(focus?.why).toEqual([
      'shared 1.4.0 is the newest release in every range. Shop 1.0.0 and stock 1.1.0 ask for it.',
      '2.0.0 is out: shop 1.0.0 asks for >=1,<2 and stock 1.1.0 asks for >=1,<2.',
    ]);
    expect(graphOf('back-shared-library', { focus: 'shop' }).focus?.why[1]).toBe(
      '1.1.0 is out: it asks for shared>=2,<3, and shared is 1.4.0.',
    );
  });

  it('shows on demand what was passed over, and what stood against it', () => {
    const { withPassed } = graphOf('back-shared-library');
    expect(
      withPassed?.boxes.filter(({ look }) => look === 'passed').map(({ name, line, word }) => [name, line, word]),
    ).toEqual([['shop', '1.1.0', 'passed over']]);
    expect(withPassed?.arrows.filter(({ look }) => look === 'conflict')).toEqual([
      { from: 'shop 1.1.0', to: 'shared', label: '>=2,<3', look: 'conflict' },
    ]);
  });

  it('of a failure draws what it rests on, the conflict marked by shape and word', () => {
    const { drawing, isFailure, says, focus } = graphOf('back-shared-library-pinned');
    expect([isFailure, says]).toEqual([true, 'No shared can be chosen: no release is in all ranges.']);
    expect(drawing.boxes.map(({ name, look, word }) => [name, look, word])).toEqual([
      ['you', 'you', ''],
      ['shop', 'open', ''],
      ['stock', 'open', ''],
      ['shared', 'conflict', 'no release is left'],
    ]);
    expect(focus?.why.slice(1)).toEqual(['Shop 1.1.0 asks for >=2,<3.', 'Every stock asks for >=1,<2.']);
  });

  it('is one for each fork of an answer in forks', () => {
    const { forks } = graphOf('fork-by-platform');
    expect(forks.length).toBeGreaterThan(1);
    const versions = forks.map((_, fork) =>
      graphOf('fork-by-platform', { fork }).drawing.boxes.map(({ line }) => line),
    );
    expect(new Set(versions.map((each) => each.join())).size).toBe(forks.length);
  });

  it('says the same as a list and as the trees of uv', () => {
    const { list, tree, inverse } = graphOf('back-shared-library');
    expect(list.map(({ name, requires, requiredBy }) => [name, requires.length, requiredBy.length])).toEqual([
      ['shop', 1, 1],
      ['stock', 1, 1],
      ['shared', 0, 2],
    ]);
    expect(tree?.lines.map(({ branch, text }) => branch + text)).toEqual([
      'your project',
      '├── shop v1.0.0',
      '│   └── shared v1.4.0',
      '└── stock v1.1.0',
      '    └── shared v1.4.0',
    ]);
    expect(inverse?.lines[0]?.text).toBe('shared v1.4.0');
  });
});

describe('the race', () => {
  const raceOf = (id: string) => {
    const { race } = shown(id, { lens: 'race' });
    if (race === undefined) throw new Error(`${id} has a race.`);
    return race;
  };

  it('has the counts of both, says how they compare and what a step is in each', () => {
    const { racers, rows, says, notes } = raceOf('lecture-by-hand');
    expect(racers.map(({ name, result }) => [name, result])).toEqual([
      ['PubGrub', 'solved: 2 releases'],
      ['Backtracking', 'solved: 2 releases'],
    ]);
    expect(rows.map(({ label, values }) => [label, ...values])).toEqual([
      ['steps', '32', '9'],
      ['versions chosen', '7', '7'],
      ['conflicts', '2', '1'],
      ['releases read', '6', '7'],
    ]);
    expect(says).toBe('PubGrub took 3.6 times the steps.');
    expect(notes).toEqual([
      'A step of PubGrub draws the conclusions about one package, or chooses a version; a step of backtracking is a round: one pin, or one going back.',
    ]);
  });

  it('goes on elsewhere where it would hold the page up, and says what was found there from then on', () => {
    const { text } = resolverScenario('race-seven-layers');
    const { isOpen, says } = raceOf('race-seven-layers');
    expect([isOpen, says]).toEqual([true, 'PubGrub took 182 steps. Backtracking takes more than 10,000.']);
    const counts = { steps: 35_192, decisions: 20_000, conflicts: 17_000, releasesRead: 90 };
    finishRace(text, { kind: 'solved', counts, pins: [], why: [] });
    expect(shown('race-seven-layers', { lens: 'race' })).toMatchObject({
      happened: ['Backtracking took 193 times the steps.'],
      race: { isOpen: false, says: 'Backtracking took 193 times the steps.' },
    });
  });

  it('is what an exercise asks of, up to a hundred times', () => {
    const scene = model.open(resolverScenario('race-seven-layers'));
    const facts = model.facts(scene, { ...model.first(scene), lens: 'race' });
    expect([facts.get('times'), facts.get('backtracking-steps')]).toEqual([100, 35_192]);
  });

  it('isn’t run for an answer in forks, which pip doesn’t give', () => {
    const { racers, isRunnable } = raceOf('fork-by-platform');
    expect([racers[1].result, isRunnable]).toEqual(['resolves for one environment only', false]);
  });
});

describe('every lens', () => {
  const ids = readdirSync('content/scenarios/resolver')
    .filter((file) => /^(real|lecture|fork-by|un-three|wheel)-?.*\.toml$/.test(file))
    .map((file) => file.replace('.toml', ''));

  it('says what happened, and announces it in at most eighteen words', () => {
    const long: string[] = [];
    for (const id of ids) {
      for (const lens of ['steps', 'graph', 'race'] as const) {
        const { announcement, happened } = shown(id, { lens, step: 12 });
        if (announcement.split(/\s+/).length > 18 || announcement === '' || happened.length === 0)
          long.push(`${id} ${lens}`);
      }
    }
    expect(long).toEqual([]);
  });
});
