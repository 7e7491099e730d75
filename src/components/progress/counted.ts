/** Counting the items of a lecture, which a page names in `data-items` (quiz/items.ts writes it). */
import { type Summary, summarise } from '@/core/exercise';
import { progress } from './here';

/** Counts what this device knows of the items of a `data-items`. */
export function countItems(items: string | undefined): Summary {
  const names = (items ?? '').split(' ').filter(Boolean);
  return summarise(
    names.map((name) => {
      const [id = '', ...aliases] = name.split(',');
      return { revision: 0, record: progress.answer({ id, aliases }) };
    }),
  );
}
