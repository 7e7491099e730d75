/** A long search for what is shown: asked of the worker when it is needed, cancelled when something else is shown. */
import { useEffect, useRef, useState } from 'react';
import { createWorkerClient, type WorkerClient, type WorkerOutcome } from '@/figures/frame/worker-client';
import type { LongAnswer, LongQuestion } from './long-search';
import { LARGEST_TEXT } from './state';

export type LongSearch = { readonly kind: 'running' } | WorkerOutcome<LongAnswer | undefined>;

type Client = WorkerClient<LongQuestion, LongAnswer | undefined>;

const openClient = (): Client =>
  createWorkerClient({
    create: () => new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
    sizeOf: ({ text }) => text.length,
    largest: LARGEST_TEXT,
  });

/** What became of the search; undefined where none is needed. `cancel` ends it. */
export function useLongSearch(strategy: LongQuestion['strategy'], text: string | undefined) {
  const client = useRef<Client>(undefined);
  const abort = useRef<AbortController>(undefined);
  const [result, setResult] = useState<{ readonly of: string; readonly search: LongSearch }>();
  useEffect(() => {
    if (text === undefined) return;
    const controller = new AbortController();
    abort.current = controller;
    client.current ??= openClient();
    setResult({ of: text, search: { kind: 'running' } });
    void client.current.ask({ strategy, text }, { signal: controller.signal }).then((search) => {
      if (abort.current === controller) setResult({ of: text, search });
    });
    return () => {
      if (abort.current === controller) abort.current = undefined;
      controller.abort();
    };
  }, [strategy, text]);
  useEffect(() => () => client.current?.close(), []);
  const search = result !== undefined && result.of === text ? result.search : undefined;
  return { search, cancel: () => abort.current?.abort() };
}
