/**
 * The core is larger than all else on the page, so it is loaded by itself: on a slide as soon as the page is at rest, so that no tap needs
 * the network; elsewhere with the first sign of a reader.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FigurePicture } from '@/figures/frame/model';
import type { Host } from '@/figures/frame/use-figure';
import '@/figures/frame/wire';
import type { Core } from './core';

export interface LoadedCore {
  readonly core: Core | undefined;
  /** Loads it, if that isn’t done; then does the rest. */
  readonly withCore: (then: () => void) => void;
}

export function useCore(id: string, host: Host): LoadedCore {
  const [core, setCore] = useState<Core>();
  const loading = useRef<Promise<boolean>>(undefined);
  const isLoaded = core !== undefined;
  // Once for all who wait for it, so that what they do then is done in the order in which they came.
  const load = (): Promise<boolean> => {
    loading.current ??= import('./core').then(
      (loaded) => {
        setCore(loaded);
        return true;
      },
      () => {
        loading.current = undefined;
        window.dispatchEvent(new CustomEvent('shipshape:part-missing'));
        return false;
      },
    );
    return loading.current;
  };
  const withCore = (then: () => void) => {
    if (isLoaded) then();
    else void load().then((has) => has && then());
  };
  const soon = useEffectEvent(() => withCore(() => {}));
  useEffect(() => {
    if (host === 'embed' && document.documentElement.dataset['density'] === 'stage') {
      const wait = setTimeout(soon, 300);
      return () => clearTimeout(wait);
    }
    const figure = document.getElementById(id);
    const signs = ['pointerover', 'pointerdown', 'focusin'] as const;
    for (const sign of signs) figure?.addEventListener(sign, soon, { once: true, passive: true });
    return () => {
      for (const sign of signs) figure?.removeEventListener(sign, soon);
    };
  }, [id, host]);
  return { core, withCore };
}

/** Loads the core for a state that came by a link or a slide, of which there is no picture yet. */
export function useCoreFor({ status }: FigurePicture, { core, withCore }: LoadedCore): void {
  const isAwaited = status.kind === 'loading' && core === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when a picture first needs it
  useEffect(() => {
    if (isAwaited) withCore(() => {});
  }, [isAwaited]);
}
