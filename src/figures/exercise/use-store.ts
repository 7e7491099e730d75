/**
 * Where an exercise is kept. Until the page's own store has come, and for good where it doesn't, a store in memory takes what the
 * reader does; all of it is done again in the page's own as soon as that is there.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ExerciseStore } from '@/components/progress/store';
import { createMemoryStore } from './memory-store';

/** Opens the store that keeps exercises on this page; undefined where nothing is kept. */
export type OpenStore = (() => Promise<ExerciseStore>) | undefined;

type Act = (store: ExerciseStore) => void;

export interface StoreInUse {
  /** Does something in the store, now and in one that comes later. */
  readonly act: (act: Act) => void;
  /** Reads from the store as it is now. */
  readonly read: <T>(look: (store: ExerciseStore) => T) => T;
}

/** @param opened called once, when the page's own store has come */
export function useStore(open: OpenStore, opened: () => void): StoreInUse {
  const [memory] = useState(() => createMemoryStore(() => Date.now()));
  const store = useRef(memory);
  const early = useRef<Act[]>([]);

  const take = useEffectEvent((own: ExerciseStore) => {
    store.current = own;
    for (const act of early.current) act(own);
    early.current = [];
    opened();
  });
  useEffect(() => {
    let isGone = false;
    // Where its script can't be had, the exercise goes on in memory, and the page says that it is out of date.
    open?.().then(
      (own) => isGone || take(own),
      () => dispatchEvent(new Event('shipshape:part-missing')),
    );
    return () => {
      isGone = true;
    };
  }, [open]);

  return {
    act: (act) => {
      act(store.current);
      if (store.current === memory) early.current.push(act);
    },
    read: (look) => look(store.current),
  };
}
