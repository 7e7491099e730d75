/**
 * What an author may write in content/exercises/<topic>/<words>.yaml (docs/add-an-exercise.md shows it). The shape stands here; what
 * only the figure can tell (solutions that solve, a start that doesn't, mistakes that are told) stands in src/check/exercises.ts.
 */
import { z } from 'astro/zod';
import type { Exercise, Json } from '@/core/exercise';
import { figureNames } from '@/figures/frame/model';
import { checkSchema, conditionSchema } from './condition-schema';
import { mostSaid, wordsIn } from './said-aloud';

const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
const exerciseId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'An exercise’s id is `topic/what-it-asks`, lower case, with one slash.');
const markdown = z.string().trim().min(1, 'This text is empty.').max(4000);

/** The figures by their permanent names (src/figures/frame/model.ts). */
const figure = z.enum(figureNames);

const said = (most: number) =>
  markdown.refine((text) => wordsIn(text) <= most, `This is said aloud: leave it at ${most} words.`);

/** A state as its figure writes it; the figure's own reader decides whether it is one. */
const state = z.json() as z.ZodType<Json>;

const task = z.strictObject({
  id: word,
  /** What is to be reached, in the reader's terms. */
  goal: markdown,
  checks: z.array(checkSchema).min(1).max(8),
  /** From a nudge to the answer, which is the last. “Hint 2:” is said before it. */
  hints: z
    .array(said(mostSaid - 2))
    .min(2, 'A ladder has two rungs at least: a nudge, and the answer.')
    .max(8),
});

const solution = z.strictObject({
  /** The way, in words: without script it is all that a reader has. */
  says: markdown,
  /** The states that lead there, the last one at its end. */
  states: z.array(state).min(1).max(8),
});

const mistake = z.strictObject({
  /** The task that it is a mistake about. */
  task: word,
  /** A state that shows it. */
  answer: state,
  /** What every state that shows it has in common. */
  when: z.array(conditionSchema).min(1).max(8),
  says: said(mostSaid),
});

export const exerciseSchema = z.strictObject({
  id: exerciseId,
  /** Raised when the task changes, not when a word is mended. */
  revision: z.int().min(1),
  /** Ids that it had before. */
  aliases: z.array(exerciseId).default([]),
  /** The lecture that it belongs to, by its id. */
  lecture: word,
  /** 1 easy to 3 hard. */
  level: z.int().min(1).max(3),
  figure,
  /** The figure's scenario, by its id. */
  scenario: word,
  title: z.string().trim().min(1).max(80),
  /** What it is about and what to reach. */
  goal: markdown,
  /** What one can do after it: “say which …”. */
  objectives: z.array(markdown).min(1).max(4),
  catches: z.array(word).min(1, 'Name at least one misconception that this exercise catches.'),
  /** The state to begin with; without it, the first of the scenario. */
  start: state.optional(),
  tasks: z.array(task).min(1).max(6),
  solutions: z.array(solution).min(2, 'Show two ways at least, so that the checks don’t know one only.').max(6),
  mistakes: z.array(mistake).min(1, 'Name a typical wrong answer, and what is said to it.').max(8),
  /** Shown when it is solved: why. */
  explain: markdown,
});

export type ExerciseEntry = z.infer<typeof exerciseSchema>;

/** An exercise without its prose, as the core checks it. */
export const exerciseOf = ({ id, revision, tasks, mistakes }: ExerciseEntry): Exercise => ({
  id,
  revision,
  tasks: tasks.map((task) => ({
    id: task.id,
    checks: task.checks.map(({ condition }) => condition),
    hints: task.hints.length,
  })),
  mistakes: mistakes.map((mistake) => ({ task: mistake.task, when: mistake.when })),
});
