/**
 * The store of this page, and the events by which parts of a page hear of it: `shipshape:progress` when something was kept or
 * another tab wrote, `shipshape:trouble` once when nothing can be kept.
 */
import { type Change, ProgressStore, type Trouble } from './store';

declare global {
  interface WindowEventMap {
    'shipshape:progress': CustomEvent<Change>;
    'shipshape:trouble': CustomEvent<Trouble>;
  }
}

export const progress = new ProgressStore({
  storage: () => localStorage,
  now: () => Date.now(),
  changed: (detail) => dispatchEvent(new CustomEvent('shipshape:progress', { detail })),
  troubled: (detail) => dispatchEvent(new CustomEvent('shipshape:trouble', { detail })),
});

const isLocal = (area: Storage | null): boolean => {
  try {
    return area === localStorage;
  } catch {
    return false;
  }
};

addEventListener('storage', (event) => {
  if (isLocal(event.storageArea)) progress.heard(event.key, event.newValue);
});

// A page that the browser had put aside missed what other tabs wrote meanwhile.
addEventListener('pageshow', (event) => {
  if (event.persisted) dispatchEvent(new CustomEvent('shipshape:progress', { detail: { kind: 'everything' } }));
});
