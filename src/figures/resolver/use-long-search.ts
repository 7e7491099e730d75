/** The other strategy on what is shown: asked of the worker when it is needed, cancelled when something else is shown. */
import { useEffect, useRef, useState } from 'react';
import type { WorkerOutcome } from '@/figures/frame/worker-client';
import type { LongAnswer } from './long-search';
import { askBacktracking } from './whole-client';

export type LongSearch = { readonly kind: 'running' } | WorkerOutcome<LongAnswer | undefined>;

/** What became of the search; undefined where none is needed. `cancel` ends it. */
export function useLongSearch(_strategy: 'backtracking', text: string | undefined) {
  const abort = useRef<AbortController>(undefined);
  const [result, setResult] = useState<{ readonly of: string; readonly search: LongSearch }>();
  useEffect(() => {
    if (text === undefined) return;
    const controller = new AbortController();
    abort.current = controller;
    setResult({ of: text, search: { kind: 'running' } });
    void askBacktracking(text, controller).then((search) => {
      if (abort.current === controller) setResult({ of: text, search });
    });
    return () => {
      if (abort.current === controller) abort.current = undefined;
      controller.abort();
    };
  }, [text]);
  const search = result !== undefined && result.of === text ? result.search : undefined;
  return { search, cancel: () => abort.current?.abort() };
}
