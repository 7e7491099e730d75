/** The items of a lecture as a page hands them to its script: `venv/moved venv/copy,venv/old-name`, older ids after commas. */
import { type Summary, summarise } from '@/core/exercise';
import { progress } from './here';

/** What a page writes into `data-items`. */
export const formatItems = (items: readonly { readonly id: string; readonly aliases: readonly string[] }[]): string =>
  items.map((item) => [item.id, ...item.aliases].join(',')).join(' ');

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
