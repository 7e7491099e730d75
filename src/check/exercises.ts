/**
 * The check of exercises. Each file has its form; ids, misconceptions, lectures, figures and scenarios exist; hints don't give the
 * answer away too early. And the figure itself plays each exercise: the start does no task and shows no mistake, every solution
 * solves it, every typical mistake gets its own sentence and no other.
 */
import { type ExerciseEntry, exerciseOf, exerciseSchema } from '@/components/exercise/schema';
import {
  type Condition,
  checkExercise,
  doneTasks,
  type Exercise,
  type Facts,
  type Json,
  unfitFact,
} from '@/core/exercise';
import { answerWords, givenAway } from './hints';
import type { Identified } from './ids';
import { checkCatches, type Misconceptions } from './misconceptions';
import { type ContentProblem, type Path, readAll, type SourceFile, type Understood } from './source';

/** What an exercise needs of a figure with a scenario (src/figures/models.ts opens one). */
export interface ExercisePlayer {
  first(): { readonly facts: Facts };
  /** Undefined when the written state is none of the scenario. */
  play(written: Json): { readonly facts: Facts; readonly written: Json } | undefined;
}

/** Where exercises stand, and what plays them. */
export interface ExerciseContext {
  readonly misconceptions: Misconceptions;
  readonly lectures: ReadonlySet<string>;
  /** The figure with that scenario, or undefined when there is none. */
  readonly open: (figure: string, scenario: string) => ExercisePlayer | undefined;
  /** Whether the figure plays an exercise; each is read, as others name it. Without it, every one is played. */
  readonly isPlayed?: (file: SourceFile) => boolean;
}

type Placed = Understood<ExerciseEntry>;

function checkWords({ value, source, problem }: Placed): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  if (!source.path.endsWith(`/exercises/${value.id}.yaml`)) {
    const remedy = `Name the file content/exercises/${value.id}.yaml.`;
    problems.push(problem(['id'], `The id "${value.id}" isn’t the file’s folder and name.`, remedy));
  }
  value.tasks.forEach((task, i) => {
    if (value.tasks.findIndex(({ id }) => id === task.id) !== i) {
      problems.push(problem(['tasks', i, 'id'], `The id "${task.id}" is used twice.`, 'Choose another one.'));
    }
    const known = [value.title, value.goal, ...value.tasks.map(({ goal }) => goal)].join('\n');
    if (answerWords(task.hints, known).length === 0) {
      const reason = 'The last hint marks nothing as the answer that the goal doesn’t say already.';
      const remedy = 'Set the answer’s words in bold or as code: **so**.';
      problems.push(problem(['tasks', i, 'hints', task.hints.length - 1], reason, remedy));
    }
    for (const { hint, word } of givenAway(task.hints, known)) {
      const reason = `This hint gives the answer away: “${word}” is marked in the last one.`;
      problems.push(problem(['tasks', i, 'hints', hint], reason, 'Say it without, or leave it out.'));
    }
  });
  value.mistakes.forEach((mistake, i) => {
    if (value.tasks.some(({ id }) => id === mistake.task)) return;
    const remedy = `Write one of ${value.tasks.map(({ id }) => id).join(', ')}.`;
    problems.push(problem(['mistakes', i, 'task'], `There is no task "${mistake.task}".`, remedy));
  });
  return problems;
}

/** Every condition, with its place in the file. */
function conditionsOf({ tasks, mistakes }: ExerciseEntry): readonly (readonly [Path, Condition])[] {
  return [
    ...tasks.flatMap(({ checks }, i) =>
      checks.map(({ condition }, j) => [['tasks', i, 'checks', j], condition] as const),
    ),
    ...mistakes.flatMap(({ when }, i) => when.map((condition, j) => [['mistakes', i, 'when', j], condition] as const)),
  ];
}

function checkFacts({ value, problem }: Placed, facts: Facts): readonly ContentProblem[] {
  return conditionsOf(value).flatMap(([path, condition]) => {
    const unfit = unfitFact(condition, facts);
    if (unfit === undefined) return [];
    const { why, fact, wanted } = unfit;
    return [
      why === 'no-such-fact'
        ? problem(
            path,
            `The figure ${value.figure} has no fact "${fact}".`,
            `Write one of ${[...facts.keys()].join(', ')}.`,
          )
        : problem(
            path,
            `The fact "${fact}" isn’t ${wanted}.`,
            `It is ${JSON.stringify(facts.get(fact))} at the start.`,
          ),
    ];
  });
}

const saysMissing = ({ tasks }: ExerciseEntry, task: string, missing: readonly number[]): string =>
  missing.map((i) => tasks.find(({ id }) => id === task)?.checks[i]?.missing ?? '').join(' ');

function checkStart({ value, problem }: Placed, exercise: Exercise, facts: Facts): readonly ContentProblem[] {
  const verdict = checkExercise(exercise, facts);
  return [
    ...doneTasks(verdict).map((task) => {
      const i = value.tasks.findIndex(({ id }) => id === task);
      const remedy = 'Begin elsewhere, or ask for more: a check that the start passes checks nothing.';
      return problem(['tasks', i, 'checks'], `The start already does the task "${task}".`, remedy);
    }),
    ...verdict.mistakes.map((i) =>
      problem(['mistakes', i, 'when'], 'The start already shows this mistake.', 'Ask for more, or begin elsewhere.'),
    ),
  ];
}

function checkSolutions(placed: Placed, exercise: Exercise, player: ExercisePlayer): readonly ContentProblem[] {
  const { value, problem } = placed;
  const ways = new Map<string, number>();
  return value.solutions.flatMap(({ states }, i): readonly ContentProblem[] => {
    const reached = new Set<string>();
    const way: Json[] = [];
    for (const [j, written] of states.entries()) {
      const played = player.play(written);
      if (played === undefined) return [noState(placed, ['solutions', i, 'states', j])];
      way.push(played.written);
      for (const task of doneTasks(checkExercise(exercise, played.facts, reached))) reached.add(task);
      if (j < states.length - 1) continue;
      for (const task of checkExercise(exercise, played.facts, reached).tasks) {
        if (task.kind === 'done') continue;
        const reason = `This solution doesn’t do the task "${task.id}": ${saysMissing(value, task.id, task.missing)}`;
        return [problem(['solutions', i], reason, 'Mend the state, or the check.')];
      }
    }
    const key = JSON.stringify(way);
    const twin = ways.get(key);
    ways.set(key, i);
    if (twin === undefined) return [];
    const remedy = 'Show another way, or ask for less, so that there is one.';
    return [problem(['solutions', i], `Solution ${twin + 1} goes the same way.`, remedy)];
  });
}

function checkMistakes(placed: Placed, exercise: Exercise, player: ExercisePlayer): readonly ContentProblem[] {
  const { value, problem } = placed;
  return value.mistakes.flatMap(({ answer, task }, i): readonly ContentProblem[] => {
    const played = player.play(answer);
    if (played === undefined) return [noState(placed, ['mistakes', i, 'answer'])];
    const verdict = checkExercise(exercise, played.facts);
    if (doneTasks(verdict).includes(task)) {
      const reason = `This answer does the task "${task}": it is right.`;
      return [problem(['mistakes', i, 'answer'], reason, 'Mend the answer, or make the checks stricter.')];
    }
    const at = [...verdict.mistakes];
    if (at.length === 1 && at[0] === i) return [];
    const reason = at.includes(i)
      ? `This answer gets the sentence of mistake ${at
          .filter((other) => other !== i)
          .map((other) => other + 1)
          .join(', ')} too.`
      : 'This answer doesn’t get its own sentence: `when` doesn’t hold in it.';
    return [problem(['mistakes', i, 'when'], reason, 'Mend `when`, so that it tells this mistake from the others.')];
  });
}

const noState = ({ value, problem }: Placed, path: Path): ContentProblem =>
  problem(
    path,
    `This is no state of ${value.figure} with the scenario "${value.scenario}".`,
    'docs/add-an-exercise.md says how each figure writes its state.',
  );

/** The figure plays one exercise. */
function playExercise(placed: Placed, { open }: ExerciseContext): readonly ContentProblem[] {
  const { value, problem } = placed;
  const player = open(value.figure, value.scenario);
  if (player === undefined) {
    const reason = `There is no scenario "${value.scenario}" of ${value.figure}.`;
    return [problem(['scenario'], reason, 'Name one of content/scenarios, without its ending.')];
  }
  const start = value.start === undefined ? player.first() : player.play(value.start);
  if (start === undefined) return [noState(placed, ['start'])];
  const unfit = checkFacts(placed, start.facts);
  if (unfit.length > 0) return unfit;
  const exercise = exerciseOf(value);
  return [
    ...checkStart(placed, exercise, start.facts),
    ...checkSolutions(placed, exercise, player),
    ...checkMistakes(placed, exercise, player),
  ];
}

/**
 * Takes the text of the exercises and what they may refer to; adds what is wrong to the list, and returns the exercises with
 * their lecture, and their ids for checkIds.
 */
export function checkExercises(
  sources: readonly SourceFile[],
  context: ExerciseContext,
  problems: ContentProblem[],
): readonly (Identified & { readonly lecture: string })[] {
  const files = readAll(sources, exerciseSchema, 'docs/add-an-exercise.md shows the form.', problems);
  for (const file of files) {
    const { value, problem } = file;
    if (!context.lectures.has(value.lecture)) {
      const remedy = 'Write the id of one of content/course.yaml.';
      problems.push(problem(['lecture'], `There is no lecture "${value.lecture}".`, remedy));
    }
    problems.push(
      ...checkWords(file),
      ...checkCatches(value.catches, context.misconceptions, problem),
      ...((context.isPlayed?.(file.source) ?? true) ? playExercise(file, context) : []),
    );
  }
  return files.map(({ value, problem }) => ({
    id: value.id,
    aliases: value.aliases,
    lecture: value.lecture,
    problem,
  }));
}
