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

/** What a script needs to find an item's record: its id, revision, and the ids that it had before. */
export interface ItemName {
  readonly id: string;
  readonly revision: number;
  readonly aliases: readonly string[];
}

/** The items of one lecture, as a script needs them to count answers. */
export async function itemNames(lecture: string): Promise<readonly ItemName[]> {
  const items = (await quizItems()).filter((placed) => placed.lecture === lecture);
  return items.map(({ item: { id, revision, aliases } }) => ({ id, revision, aliases }));
}
