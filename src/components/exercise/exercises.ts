/** The course's exercises at build time, and an exercise as its page shows it. */
import { getCollection } from 'astro:content';
import { blockMarkdown, inlineMarkdown } from '@/components/markdown';
import type { Said, ShownExercise } from '@/figures/exercise/shown-exercise';
import { plainMarkdown } from './plain-markdown';
import type { ExerciseEntry } from './schema';

/** All exercises, lecture by lecture, the easy ones first. */
export async function exercises(): Promise<readonly ExerciseEntry[]> {
  const course = (await getCollection('course')).sort((a, b) => a.data.number - b.data.number).map(({ id }) => id);
  const place = (entry: ExerciseEntry) => course.indexOf(entry.lecture);
  return (await getCollection('exercises'))
    .map(({ data }) => data)
    .sort((a, b) => place(a) - place(b) || a.level - b.level || (a.id < b.id ? -1 : 1));
}

/** The exercise of an id. Throws, and so stops the build, when there is none. */
export async function exercise(id: string): Promise<ExerciseEntry> {
  const found = (await exercises()).find((one) => one.id === id);
  if (!found)
    throw new Error(
      `There is no exercise "${id}" in content/exercises: add it (docs/add-an-exercise.md) or mend the id.`,
    );
  return found;
}

export const exercisePath = (id: string): string => `/exercises/${id}/`;

export const levelWords: Readonly<Record<number, string>> = { 1: 'easy', 2: 'medium', 3: 'hard' };

const said = async (text: string): Promise<Said> => ({ html: await inlineMarkdown(text), plain: plainMarkdown(text) });

/** The exercise with its texts set. */
export async function shownExercise(entry: ExerciseEntry): Promise<ShownExercise> {
  const { id, aliases, revision, start, tasks, mistakes, solutions, explain } = entry;
  return {
    id,
    aliases,
    revision,
    ...(start === undefined ? {} : { start }),
    tasks: await Promise.all(
      tasks.map(async (task) => ({
        id: task.id,
        goal: await inlineMarkdown(task.goal),
        checks: await Promise.all(
          task.checks.map(async ({ condition, missing }) => ({ condition, missing: await inlineMarkdown(missing) })),
        ),
        hints: await Promise.all(task.hints.map(said)),
      })),
    ),
    mistakes: await Promise.all(mistakes.map(async ({ task, when, says }) => ({ task, when, says: await said(says) }))),
    solutions: await Promise.all(
      solutions.map(async ({ says, states }) => ({ says: await inlineMarkdown(says), state: states.at(-1) ?? null })),
    ),
    explain: await blockMarkdown(explain),
  };
}
