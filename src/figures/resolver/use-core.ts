/** The playground's core, loaded with the first thing that a reader does: it is larger than all else on the page. */
import { useEffect, useState } from 'react';
import type { FigurePicture } from '@/figures/frame/model';
import '@/figures/frame/wire';
import type { Core } from './core';

export interface LoadedCore {
  readonly core: Core | undefined;
  /** Loads it, if that isn't done; then does the rest. */
  readonly withCore: (then: () => void) => void;
}

export function useCore(): LoadedCore {
  const [core, setCore] = useState<Core>();
  const isLoaded = core !== undefined;
  const load = async () => {
    try {
      setCore(await import('./core'));
    } catch {
      window.dispatchEvent(new CustomEvent('shipshape:part-missing'));
    }
  };
  const withCore = (then: () => void) => {
    if (isLoaded) then();
    else void load().then(then);
  };
  useEffect(() => {
    if (isLoaded) return;
    // A slide's command needs the walk, which the core has: it is given again when that is there.
    const commanded = ({ detail }: WindowEventMap['shipshape:figure-command']) => {
      load().then(() =>
        setTimeout(() => window.dispatchEvent(new CustomEvent('shipshape:figure-command', { detail }))),
      );
    };
    addEventListener('shipshape:figure-command', commanded);
    return () => removeEventListener('shipshape:figure-command', commanded);
  });
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
