/**
 * The playground's parts that are loaded by themselves: the core, which is larger than all else on the page, with the first sign of a
 * reader, and the late parts, with what first needs them.
 */
import { useEffect, useEffectEvent, useReducer, useRef, useState } from 'react';
import type { FigurePicture } from '@/figures/frame/model';
import type { Host } from '@/figures/frame/use-figure';
import type { Core } from './core';
import { watchInterest } from './interest';
import type { Late } from './late';
import type { ResolverScenario } from './scenario';

export interface LoadedParts {
  readonly core: Core | undefined;
  readonly late: Late | undefined;
  /** Rises when more is known than before: the late parts have come, or the worker has answered. */
  readonly known: number;
  readonly learn: () => void;
  /** Loads the core, if that isn't done; then does the rest. */
  readonly withCore: (then: (core: Core) => void) => void;
  readonly loadLate: () => void;
}

const missing = () => window.dispatchEvent(new CustomEvent('shipshape:part-missing'));

export function useParts(id: string, host: Host, scenario: ResolverScenario): LoadedParts {
  const [core, setCore] = useState<Core>();
  const [late, setLate] = useState<Late>();
  const [known, learn] = useReducer((count: number) => count + 1, 0);
  const loading = useRef<Promise<Core | undefined>>(undefined);
  const asked = useRef(false);
  // Once for all who wait for it, so that what they do then is done in the order in which they came.
  const load = (): Promise<Core | undefined> => {
    loading.current ??= import('./core').then(
      async (loaded) => {
        await loaded.readAhead(scenario, () => new Promise((then) => setTimeout(then)));
        setCore(loaded);
        return loaded;
      },
      () => {
        loading.current = undefined;
        missing();
        return undefined;
      },
    );
    return loading.current;
  };
  const withCore = (then: (core: Core) => void) => {
    if (core !== undefined) then(core);
    else void load().then((loaded) => loaded && then(loaded));
  };
  const loadLate = () => {
    if (asked.current) return;
    asked.current = true;
    import('./late').then(
      (parts) => {
        setLate(parts);
        learn();
      },
      () => {
        asked.current = false;
        missing();
      },
    );
  };
  const soon = useEffectEvent(() => void load());
  const all = useEffectEvent(() => void load().then((loaded) => loaded && loadLate()));
  useEffect(() => watchInterest(id, host, { soon: () => soon(), all: () => all() }), [id, host]);
  return { core, late, known, learn, withCore, loadLate };
}

/** Loads the core for a state that came by a link or a slide, of which there is no picture yet. */
export function useCoreFor({ status }: FigurePicture, { core, withCore }: LoadedParts): void {
  const isAwaited = status.kind === 'loading' && core === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when a picture first needs it
  useEffect(() => {
    if (isAwaited) withCore(() => {});
  }, [isAwaited]);
}
