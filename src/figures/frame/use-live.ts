/**
 * Is the figure alive? The server and the first render in the browser say no, so that both draw the same still;
 * from then on yes.
 */
import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False in the HTML as served, true once React has taken the figure over. */
export function useLive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
