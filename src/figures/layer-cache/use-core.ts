/**
 * The core is larger than all else on the page, so it is loaded by itself: on a slide as soon as the page is at rest, so that no tap needs
 * the network; elsewhere with the first sign of a reader. The lenses beside the steps come with the first that is chosen.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FigurePicture } from '@/figures/frame/model';
import type { Host } from '@/figures/frame/use-figure';
import '@/figures/frame/wire';
import type { Core } from './core';
import type { Late } from './late';
import type { LayerPicture } from './picture';

export interface LoadedCore {
  readonly core: Core | undefined;
  readonly late: Late | undefined;
  /** Loads it, if that isn’t done; then does the rest. */
  readonly withCore: (then: () => void) => void;
  readonly loadLate: () => void;
}

const missing = () => window.dispatchEvent(new CustomEvent('shipshape:part-missing'));

export function useCore(id: string, host: Host): LoadedCore {
  const [core, setCore] = useState<Core>();
  const [late, setLate] = useState<Late>();
  const asked = useRef(false);
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
        missing();
        return false;
      },
    );
    return loading.current;
  };
  const withCore = (then: () => void) => {
    if (isLoaded) then();
    else void load().then((has) => has && then());
  };
  const loadLate = () => {
    if (asked.current) return;
    asked.current = true;
    import('./late').then(setLate, () => {
      asked.current = false;
      missing();
    });
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
  return { core, late, withCore, loadLate };
}

/** Loads the core for a state that came by a link or a slide, of which there is no picture yet. */
export function useCoreFor({ status }: FigurePicture, { core, withCore }: LoadedCore): void {
  const isAwaited = status.kind === 'loading' && core === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when a picture first needs it
  useEffect(() => {
    if (isAwaited) withCore(() => {});
  }, [isAwaited]);
}

/** The lenses come with the first that is chosen, and for an exercise, which may ask about what they know. */
export function useLateFor({ lens }: LayerPicture, isAsked: boolean, { core, loadLate }: LoadedCore): void {
  const isNeeded = core !== undefined && (lens !== 'steps' || isAsked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when they are first needed
  useEffect(() => {
    if (isNeeded) loadLate();
  }, [isNeeded]);
}
