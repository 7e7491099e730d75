/**
 * Is the figure alive? The server and the first render in the browser say no, so that both draw the same still;
 * from then on yes, unless the slide that shows it wants it to stand still.
 */
import { useSyncExternalStore } from 'react';
import { useReadonly } from './use-host';

const never = () => () => {};

/** False in the HTML as served, true once React has taken the figure over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/** May its controls be used? */
export function useLive(): boolean {
  const readonly = useReadonly();
  return useHydrated() && !readonly;
}
