/**
 * The parts of a figure that are loaded by themselves: its core, which is larger than all else on the page, with the first sign of a
 * reader, and its late parts, with what first needs them. Where one doesn't come, the page says so, and it is asked for again.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { watchInterest } from './interest';
import type { FigurePicture } from './model';
import type { Host } from './use-figure';

export interface LoadedParts<Core, Late> {
  readonly core: Core | undefined;
  readonly late: Late | undefined;
  /** Loads the core, if that isn't done; then does the rest. */
  readonly withCore: (then: (core: Core) => void) => void;
  readonly loadLate: () => void;
}

export interface PartLoaders<Core, Late> {
  readonly core: () => Promise<Core>;
  readonly late: () => Promise<Late>;
}

const missing = () => window.dispatchEvent(new CustomEvent('shipshape:part-missing'));

export function useParts<Core extends object, Late extends object>(
  id: string,
  host: Host,
  loaders: PartLoaders<Core, Late>,
): LoadedParts<Core, Late> {
  const [core, setCore] = useState<Core>();
  const [late, setLate] = useState<Late>();
  const loading = useRef<Promise<Core | undefined>>(undefined);
  const asked = useRef(false);
  // Once for all who wait for it, so that what they do then is done in the order in which they came.
  const load = (): Promise<Core | undefined> => {
    loading.current ??= loaders.core().then(
      (loaded) => {
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
    loaders.late().then(setLate, () => {
      asked.current = false;
      missing();
    });
  };
  const soon = useEffectEvent(() => void load());
  const all = useEffectEvent(() => void load().then((loaded) => loaded && loadLate()));
  useEffect(() => watchInterest(id, host, { soon: () => soon(), all: () => all() }), [id, host]);
  return { core, late, withCore, loadLate };
}

/** Loads the core for a state that came by a link or a slide, of which there is no picture yet. */
export function useCoreFor<Core, Late>({ status }: FigurePicture, { core, withCore }: LoadedParts<Core, Late>): void {
  const isAwaited = status.kind === 'loading' && core === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when a picture first needs it
  useEffect(() => {
    if (isAwaited) withCore(() => {});
  }, [isAwaited]);
}

/** Loads the late parts when they are first needed, once the core is there. */
export function useLateFor<Core, Late>(isNeeded: boolean, { core, loadLate }: LoadedParts<Core, Late>): void {
  const isTime = core !== undefined && isNeeded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, when they are first needed
  useEffect(() => {
    if (isTime) loadLate();
  }, [isTime]);
}
