/** The course's quiz items at build time, each with the lecture whose file it stands in. */
import { getCollection } from 'astro:content';
import type { QuizEntry } from './schema';

export interface PlacedItem {
  readonly lecture: string;
  readonly item: QuizEntry;
}

/** All items, lecture by lecture, in the order of their files. */
export async function quizItems(): Promise<readonly PlacedItem[]> {
  const files = await getCollection('quiz');
  return files
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((file) => file.data.items.map((item) => ({ lecture: file.id, item })));
}

/** The item of an id. Throws, and so stops the build, when there is none. */
export async function quizItem(id: string): Promise<PlacedItem> {
  const found = (await quizItems()).find(({ item }) => item.id === id);
  if (!found)
    throw new Error(`There is no quiz item "${id}" in content/quiz: add it (content/quiz/README.md) or mend the id.`);
  return found;
}

/**
 * The items of one lecture as its page hands them to a script that counts answers: `venv/moved venv/copy,venv/old-name`, the ids
 * that an item had before after commas. countItems of progress/here.ts reads it.
 */
export async function itemsAttribute(lecture: string): Promise<string> {
  const items = (await quizItems()).filter((placed) => placed.lecture === lecture);
  return items.map(({ item }) => [item.id, ...item.aliases].join(',')).join(' ');
}
