/**
 * What the page around an embed asks of its figure, as its early script wrote it on `<html>` before anything was drawn. Elsewhere
 * nothing is asked. The server doesn't know, so the first render in the browser takes the defaults too.
 */
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** May the reader only look? */
export function useReadonly(): boolean {
  return useAsked('readonly');
}

/** Is the answer covered until someone lifts the cover? */
export function useHiddenAnswer(): boolean {
  return useAsked('hideAnswer');
}

function useAsked(what: 'readonly' | 'hideAnswer'): boolean {
  return useSyncExternalStore(
    never,
    () => document.documentElement.dataset[what] !== undefined,
    () => false,
  );
}
