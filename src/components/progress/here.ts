/**
 * The store of this page, and the event by which parts of a page hear of it: `shipshape:progress` on the window, when something
 * was kept here or in another tab.
 */
import { progressCode, type Summary, summarise } from '@/core/exercise';
import { showNotice } from './notice';
import { type Change, ProgressStore } from './store';

declare global {
  interface WindowEventMap {
    'shipshape:progress': CustomEvent<Change>;
  }
}

export const progress: ProgressStore = new ProgressStore({
  storage: () => localStorage,
  now: () => Date.now(),
  changed: (detail) => dispatchEvent(new CustomEvent('shipshape:progress', { detail })),
  troubled: (trouble) => showNotice(trouble, () => progressCode(progress.all())),
});

addEventListener('storage', ({ key, newValue }) => progress.heard(key, newValue));

// A page that the browser had put aside missed what other tabs wrote meanwhile.
addEventListener('pageshow', (event) => {
  if (event.persisted) dispatchEvent(new CustomEvent('shipshape:progress', { detail: { kind: 'everything' } }));
});

/** Counts what this device knows of the items that a page names in `data-items` (quiz/items.ts writes it). */
export function countItems(items: string | undefined): Summary {
  const names = (items ?? '').split(' ').filter(Boolean);
  return summarise(
    names.map((name) => {
      const [id = '', ...aliases] = name.split(',');
      return { revision: 0, record: progress.answer({ id, aliases }) };
    }),
  );
}
