import { describe, expect, it } from 'vitest';
import { type Fact, isObject, type Json } from '@/core/exercise';
import { checkExercises, type ExercisePlayer } from './exercises';
import { answerWords, givenAway } from './hints';
import { readMisconceptions } from './misconceptions';
import { type ContentProblem, formatContentProblem } from './source';

/** A figure with one wheel of three letters to turn: `{ at: 'a' }`. */
const dial: ExercisePlayer = {
  first: () => stateOf('a'),
  play(written: Json) {
    const at = isObject(written) ? written['at'] : undefined;
    return at === 'a' || at === 'b' || at === 'c' || at === 'd' ? stateOf(at) : undefined;
  },
};
const stateOf = (at: string) => ({
  facts: new Map<string, Fact>([
    ['at', at],
    ['vowel', at === 'a'],
    ['turns', at.charCodeAt(0) - 97],
  ]),
  written: { at },
});

const sound = `id: dial/turn
revision: 1
lecture: one
level: 1
figure: command-lookup
scenario: dial
title: Turn it
goal: Turn the dial to a consonant.
objectives: [turn a dial]
catches: [dials-are-stuck]
tasks:
  - id: consonant
    goal: A consonant that isn’t d.
    checks:
      - { fact: vowel, is: false, missing: It still stands at a vowel. }
      - { fact: at, isnt: d, missing: It stands at d. }
    hints:
      - Which letters are vowels?
      - Turn it to **b**.
solutions:
  - says: Once.
    states: [{ at: b }]
  - says: Twice.
    states: [{ at: b }, { at: c }]
mistakes:
  - task: consonant
    answer: { at: d }
    when: [{ fact: turns, atLeast: 3 }]
    says: That is one turn too many.
explain: Of the first letters only a is a vowel.
`;

const misconceptions = readMisconceptions(
  [
    {
      path: 'content/misconceptions/dials-are-stuck.yaml',
      text: 'id: dials-are-stuck\nlecture: 1\ndifficulty: 1\nbelief: So it is.\nmodel: So it isn’t.\n',
    },
  ],
  [],
);

function found(text: string, path = 'content/exercises/dial/turn.yaml', isPlayed = true): readonly string[] {
  const problems: ContentProblem[] = [];
  const context = {
    misconceptions,
    lectures: new Set(['one']),
    open: (figure: string, scenario: string) => (figure === 'command-lookup' && scenario === 'dial' ? dial : undefined),
    isPlayed: (file: { readonly path: string }) => isPlayed && file.path === path,
  };
  checkExercises([{ path, text }], context, problems);
  return problems.map(formatContentProblem);
}
const changed = (from: string, to: string) => {
  expect(sound).toContain(from);
  return sound.replace(from, to);
};

describe('the check of exercises', () => {
  it('is content with a sound file', () => {
    expect(found(sound)).toEqual([]);
  });

  it.each([
    [
      'an id that isn’t the file’s place',
      changed('dial/turn', 'dial/twist'),
      'turn.yaml:1: The id "dial/twist" isn’t the file’s folder and name. Name the file content/exercises/dial/twist.yaml.',
    ],
    [
      'a lecture that isn’t there',
      changed('lecture: one', 'lecture: two'),
      'turn.yaml:3: There is no lecture "two". Write the id of one of content/course.yaml.',
    ],
    [
      'a misconception that isn’t there',
      changed('[dials-are-stuck]', '[dials-turn]'),
      'turn.yaml:10: There is no misconception "dials-turn". Add content/misconceptions/dials-turn.yaml, or mend the id.',
    ],
    [
      'a figure that isn’t there',
      changed('figure: command-lookup', 'figure: dial'),
      /turn\.yaml:5: figure: Invalid option: .+ docs\/add-an-exercise\.md shows the form\./,
    ],
    [
      'a scenario that isn’t there',
      changed('scenario: dial', 'scenario: knob'),
      'turn.yaml:6: There is no scenario "knob" of command-lookup. Name one of content/scenarios, without its ending.',
    ],
    [
      'a start that is no state',
      changed('tasks:\n', 'start: { at: z }\ntasks:\n'),
      'turn.yaml:11: This is no state of command-lookup with the scenario "dial". docs/add-an-exercise.md says how each figure writes its state.',
    ],
    [
      'a start that does a task',
      changed('tasks:\n', 'start: { at: c }\ntasks:\n'),
      'turn.yaml:15: The start already does the task "consonant". Begin elsewhere, or ask for more: a check that the start passes checks nothing.',
    ],
    [
      'a start that shows a mistake',
      changed('atLeast: 3', 'atLeast: 0'),
      'turn.yaml:28: The start already shows this mistake. Ask for more, or begin elsewhere.',
    ],
    [
      'a fact that isn’t there',
      changed('fact: turns', 'fact: turn'),
      'turn.yaml:28: The figure command-lookup has no fact "turn". Write one of at, vowel, turns.',
    ],
    [
      'a fact of another kind',
      changed('fact: vowel, is: false', 'fact: vowel, is: no'),
      'turn.yaml:15: The fact "vowel" isn’t a string. It is true at the start.',
    ],
    [
      'a check of nothing',
      changed('{ fact: vowel, is: false, missing', '{ fact: vowel, missing'),
      /turn\.yaml:15: This asks nothing of a fact\. Give it `fact` and one of is, isnt/,
    ],
    [
      'a check of two things',
      changed('is: false,', 'is: false, isnt: true,'),
      /turn\.yaml:15: This asks several things at once\. Give it `fact` and one of is, isnt/,
    ],
    [
      'a check without its sentence',
      changed(', missing: It still stands at a vowel.', ''),
      /turn\.yaml:15: tasks\.0\.checks\.0\.missing: /,
    ],
    [
      'a solution that isn’t one',
      changed('states: [{ at: b }]', 'states: [{ at: d }]'),
      'turn.yaml:21: This solution doesn’t do the task "consonant": It stands at d. Mend the state, or the check.',
    ],
    [
      'a solution that is no state',
      changed('[{ at: b }, { at: c }]', '[{ at: b }, 3]'),
      'turn.yaml:24: This is no state of command-lookup with the scenario "dial". docs/add-an-exercise.md says how each figure writes its state.',
    ],
    [
      'two solutions that are one',
      changed('[{ at: b }, { at: c }]', '[{ at: b }]'),
      'turn.yaml:23: Solution 1 goes the same way. Show another way, or ask for less, so that there is one.',
    ],
    [
      'one solution only',
      changed('  - says: Twice.\n    states: [{ at: b }, { at: c }]\n', ''),
      /turn\.yaml:20: solutions: Show two ways at least/,
    ],
    [
      'a mistake that is right',
      changed('answer: { at: d }', 'answer: { at: b }'),
      'turn.yaml:27: This answer does the task "consonant": it is right. Mend the answer, or make the checks stricter.',
    ],
    [
      'a mistake that isn’t told',
      changed('atLeast: 3', 'atLeast: 4'),
      'turn.yaml:28: This answer doesn’t get its own sentence: `when` doesn’t hold in it. Mend `when`, so that it tells this mistake from the others.',
    ],
    [
      'a mistake that gets two sentences',
      changed(
        'explain:',
        '  - task: consonant\n    answer: { at: d }\n    when: [{ fact: at, is: d }]\n    says: Not d.\nexplain:',
      ),
      /turn\.yaml:28: This answer gets the sentence of mistake 2 too\./,
    ],
    [
      'a mistake about no task',
      changed('- task: consonant', '- task: vowel'),
      'turn.yaml:26: There is no task "vowel". Write one of consonant.',
    ],
    [
      'a mistake told at length',
      changed('That is one turn too many.', 'That is one turn too many. '.repeat(4)),
      /turn\.yaml:29: mistakes\.0\.says: This is said aloud: leave it at 20 words\./,
    ],
    [
      'a hint that gives the answer away',
      changed('Which letters are vowels?', 'It could be b.'),
      'turn.yaml:18: This hint gives the answer away: “b” is marked in the last one. Say it without, or leave it out.',
    ],
    [
      'a ladder without an answer',
      changed('**b**', 'another'),
      'turn.yaml:19: The last hint marks nothing as the answer that the goal doesn’t say already. Set the answer’s words in bold or as code: **so**.',
    ],
    [
      'a ladder of one rung',
      changed('      - Which letters are vowels?\n', ''),
      /turn\.yaml:17: tasks\.0\.hints: A ladder has two rungs at least/,
    ],
    ['a revision of nought', changed('revision: 1', 'revision: 0'), /turn\.yaml:2: revision: /],
    ['a key that isn’t known', changed('level: 1', 'level: 1\npoints: 10'), /turn\.yaml:1: Unrecognized key: "points"/],
  ] satisfies [string, string, string | RegExp][])('finds %s, with its line', (_, text, message) => {
    const problems = found(text);
    const isTold = (problem: string) =>
      typeof message === 'string' ? problem === `content/exercises/dial/${message}` : message.test(problem);
    expect(problems.filter(isTold), problems.join('\n')).toHaveLength(1);
  });

  it('reads what isn’t to be played, and plays what is', () => {
    const unsound = changed('answer: { at: d }', 'answer: { at: b }').replace('lecture: one', 'lecture: two');
    const path = 'content/exercises/dial/turn.yaml';
    const lecture = `${path}:3: There is no lecture "two". Write the id of one of content/course.yaml.`;
    const mistake = `${path}:27: This answer does the task "consonant": it is right. Mend the answer, or make the checks stricter.`;
    expect(found(unsound, path, false)).toEqual([lecture]);
    expect(found(unsound, path, true)).toEqual([lecture, mistake]);
  });

  it('lets a mistake be told by any of several facts', () => {
    expect(
      found(changed('{ fact: turns, atLeast: 3 }', '{ anyOf: [{ fact: turns, is: 3 }, { fact: at, is: e }] }')),
    ).toEqual([]);
  });
});

describe('a ladder of hints', () => {
  it('marks the answer in its last rung, apart from what the goal says', () => {
    expect(answerWords(['Look.', 'Add **`-P`** to `random`.'], 'Import random.')).toEqual(['-P']);
    expect(answerWords(['Look.', 'Add `-P` or `-I`.'], 'Use -I.')).toEqual(['-P']);
  });

  it('gives nothing away before, whatever the case, but may hold it within another word', () => {
    const hints = ['Alpine?', 'alpines and subalpine', 'Is ALPINE one?', 'Choose **Alpine**.'];
    expect(givenAway(hints, 'A goal.')).toEqual([
      { hint: 0, word: 'Alpine' },
      { hint: 2, word: 'Alpine' },
    ]);
  });
});
