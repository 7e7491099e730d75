import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExercise, doneTasks } from './check-exercise';
import type { Exercise } from './exercise';
import { formatExerciseDraft, readExerciseDraft } from './exercise-draft';
import {
  begun,
  type ExerciseRecord,
  exerciseHasChanged,
  hinted,
  type Result,
  resultRank,
  solutionShown,
  worked,
} from './exercise-record';
import type { Fact, Facts } from './fact';
import { mergeRecords } from './merge';
import { noMore } from './progress';
import { anyExerciseRecord } from './progress.arbitrary';
import { longestDraft } from './read-record';

const exercise: Exercise = {
  id: 'path/two-pips',
  revision: 2,
  tasks: [
    {
      id: 'own',
      hints: 2,
      checks: [
        { kind: 'is', fact: 'word', value: 'pip' },
        { kind: 'includes', fact: 'runs', value: '.venv' },
      ],
    },
    { id: 'system', hints: 3, checks: [{ kind: 'is', fact: 'runs', value: '/usr/bin/pip' }] },
  ],
  mistakes: [
    { task: 'own', when: [{ kind: 'is', fact: 'word', value: 'python' }] },
    { task: 'system', when: [{ kind: 'is', fact: 'runs', value: '' }] },
  ],
};
const state = (word: string, runs: string): Facts =>
  new Map<string, Fact>([
    ['word', word],
    ['runs', runs],
  ]);

describe('an exercise', () => {
  it('says of each task which of its checks aren’t met', () => {
    expect(checkExercise(exercise, state('pip', ''))).toEqual({
      tasks: [
        { kind: 'open', id: 'own', missing: [1] },
        { kind: 'open', id: 'system', missing: [0] },
      ],
      solved: false,
      mistakes: [1],
    });
  });

  it('is solved when every task is done, now or earlier in the attempt', () => {
    const own = checkExercise(exercise, state('pip', '/home/you/.venv/bin/pip'));
    expect(doneTasks(own)).toEqual(['own']);
    expect(own.solved).toBe(false);
    expect(checkExercise(exercise, state('pip', '/usr/bin/pip'), new Set(doneTasks(own)))).toEqual({
      tasks: [
        { kind: 'done', id: 'own' },
        { kind: 'done', id: 'system' },
      ],
      solved: true,
      mistakes: [],
    });
  });

  it('tells a mistake only while its task is open, and all that the state shows', () => {
    expect(checkExercise(exercise, state('python', '')).mistakes).toEqual([0, 1]);
    expect(checkExercise(exercise, state('python', ''), new Set(['own'])).mistakes).toEqual([1]);
  });

  it('is checked as its example says', () => {
    const one: Exercise = {
      id: 'path/first',
      revision: 1,
      mistakes: [],
      tasks: [{ id: 'found', hints: 2, checks: [{ kind: 'is', fact: 'runs', value: '/usr/bin/ls' }] }],
    };
    expect(checkExercise(one, new Map([['runs', '']]))).toEqual({
      tasks: [{ kind: 'open', id: 'found', missing: [0] }],
      solved: false,
      mistakes: [],
    });
  });
});

describe('what is kept of an exercise', () => {
  const fresh: ExerciseRecord = {
    kind: 'exercise',
    id: 'path/two-pips',
    solved: 'no',
    revision: undefined,
    attempts: 0,
    tasks: [],
    first: 1,
    last: 1,
    more: noMore,
  };
  const all = ['own', 'system'];

  it('counts its beginnings', () => {
    const once = begun(undefined, exercise, 1);
    expect(once).toEqual({ ...fresh, attempts: 1 });
    expect(begun(once, exercise, 4)).toEqual({ ...fresh, attempts: 2, last: 4 });
  });

  it('is solved alone, task by task', () => {
    const one = worked(undefined, exercise, { done: ['system'], at: 1 });
    expect(one).toEqual({ ...fresh, tasks: [{ id: 'system', solved: 'alone', hints: 0 }] });
    expect(worked(one, exercise, { done: all, at: 2 })).toEqual({
      ...fresh,
      solved: 'alone',
      revision: 2,
      tasks: [
        { id: 'own', solved: 'alone', hints: 0 },
        { id: 'system', solved: 'alone', hints: 0 },
      ],
      last: 2,
    });
  });

  it('is solved with hints when a hint of any task was taken before that task was done', () => {
    const before = hinted(undefined, exercise, { task: 'own', hints: 1, at: 1 });
    const solved = worked(before, exercise, { done: all, at: 2 });
    expect([solved.solved, ...solved.tasks.map((task) => task.solved)]).toEqual(['hints', 'hints', 'alone']);
    const late = hinted(worked(undefined, exercise, { done: ['own'], at: 1 }), exercise, {
      task: 'own',
      hints: 2,
      at: 2,
    });
    expect(worked(late, exercise, { done: all, at: 3 }).solved).toBe('alone');
  });

  it('never takes hints back', () => {
    const two = hinted(undefined, exercise, { task: 'own', hints: 2, at: 1 });
    expect(hinted(two, exercise, { task: 'own', hints: 1, at: 2 })).toEqual({ ...two, last: 2 });
  });

  it('counts as shown once a solution was, and what is solved from then on too', () => {
    const seen = solutionShown(undefined, exercise, 1);
    expect(seen).toEqual({ ...fresh, solved: 'shown', revision: 2 });
    const solved = worked(seen, exercise, { done: all, at: 2 });
    expect([solved.solved, ...solved.tasks.map((task) => task.solved)]).toEqual(['shown', 'shown', 'shown']);
  });

  it('keeps what was done alone before a solution was shown', () => {
    const one = worked(undefined, exercise, { done: ['own'], at: 1 });
    const solved = worked(solutionShown(one, exercise, 2), exercise, { done: all, at: 3 });
    expect([solved.solved, ...solved.tasks.map((task) => task.solved)]).toEqual(['shown', 'alone', 'shown']);
  });

  it('is never taken back: not by looking, not by hints, not by starting again', () => {
    const solved = worked(undefined, exercise, { done: all, at: 1 });
    expect(solutionShown(solved, exercise, 2).solved).toBe('alone');
    expect(begun(solved, exercise, 2).solved).toBe('alone');
    expect(
      worked(hinted(solved, exercise, { task: 'own', hints: 1, at: 2 }), exercise, { done: [], at: 3 }),
    ).toMatchObject({
      solved: 'alone',
      tasks: [
        { id: 'own', solved: 'alone', hints: 1 },
        { id: 'system', solved: 'alone', hints: 0 },
      ],
    });
  });

  it('says that the exercise has changed when its revision rose since it was solved', () => {
    const solved = worked(undefined, exercise, { done: all, at: 1 });
    expect([1, 2, 3].map((revision) => exerciseHasChanged(solved, revision))).toEqual([false, false, true]);
    expect(exerciseHasChanged(fresh, 9)).toBe(false);
    expect(worked(solved, { ...exercise, revision: 3 }, { done: all, at: 2 }).revision).toBe(3);
  });

  it('keeps tasks that the exercise no longer has, out of its result', () => {
    const old = hinted(undefined, exercise, { task: 'gone', hints: 3, at: 1 });
    expect(worked(old, exercise, { done: all, at: 2 })).toMatchObject({
      solved: 'alone',
      tasks: [{ id: 'gone', hints: 3 }, { id: 'own' }, { id: 'system' }],
    });
  });

  it('law: no act lowers a result, a count or a task, whatever was done before', () => {
    const act = fc.oneof(
      fc.record({ do: fc.constant('begin' as const) }),
      fc.record({ do: fc.constant('hint' as const), task: fc.constantFrom('own', 'system'), hints: fc.nat(3) }),
      fc.record({ do: fc.constant('show' as const) }),
      fc.record({ do: fc.constant('work' as const), done: fc.subarray(all) }),
    );
    const rank = (solved: Result | undefined): number => resultRank[solved ?? 'no'];
    fc.assert(
      fc.property(anyExerciseRecord, act, fc.nat(9), (before, one, at) => {
        const after =
          one.do === 'begin'
            ? begun(before, exercise, at)
            : one.do === 'hint'
              ? hinted(before, exercise, { ...one, at })
              : one.do === 'show'
                ? solutionShown(before, exercise, at)
                : worked(before, exercise, { ...one, at });
        expect(rank(after.solved)).toBeGreaterThanOrEqual(rank(before.solved));
        expect(after.attempts).toBeGreaterThanOrEqual(before.attempts);
        expect(after.last).toBeGreaterThanOrEqual(before.last);
        for (const task of before.tasks) {
          const now = after.tasks.find(({ id }) => id === task.id);
          expect(rank(now?.solved)).toBeGreaterThanOrEqual(rank(task.solved));
          expect(now?.hints).toBeGreaterThanOrEqual(task.hints);
        }
        expect(mergeRecords(before, after)).toEqual({ ...after, tasks: mergeRecords(after, after).tasks });
      }),
    );
  });
});

describe('a draft of an exercise', () => {
  it('comes back as it was', () => {
    const draft = { state: { word: 'pip' }, done: ['own'] };
    expect(readExerciseDraft(formatExerciseDraft(draft) ?? '')).toEqual(draft);
    expect(readExerciseDraft('{"state":{"word":"pip"},"done":[]}')).toEqual({ state: { word: 'pip' }, done: [] });
  });

  it('is none when it is too long, damaged, thrown away, or nested too deep', () => {
    expect(formatExerciseDraft({ state: 'x'.repeat(longestDraft), done: [] })).toBeUndefined();
    const deep = `{"state":${'['.repeat(40)}${']'.repeat(40)},"done":[]}`;
    const texts = [
      '',
      'x',
      '[]',
      '{"state":1}',
      '{"done":[]}',
      `{"state":"${'x'.repeat(longestDraft)}","done":[]}`,
      deep,
    ];
    expect(texts.map(readExerciseDraft)).toEqual(texts.map(() => undefined));
  });
});
