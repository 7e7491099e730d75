/** The layout of a drawing: its code is loaded with the first one, and it is made anew when boxes or arrows change. */
import { useEffect, useMemo, useState } from 'react';
import type { Drawing } from './drawing';
import type { Layout, place } from './layout';
import '@/figures/frame/wire';

let loaded: typeof place | undefined;

/** Undefined until its code is there. */
export function useLayout(drawing: Drawing): Layout | undefined {
  const [lay, setLay] = useState(() => loaded);
  const isLoaded = lay !== undefined;
  useEffect(() => {
    if (isLoaded) return;
    let isHere = true;
    const load = async () => {
      try {
        loaded = (await import('./layout')).place;
        if (isHere) setLay(() => loaded);
      } catch {
        window.dispatchEvent(new CustomEvent('shipshape:part-missing'));
      }
    };
    void load();
    return () => {
      isHere = false;
    };
  }, [isLoaded]);
  const shape = shapeOf(drawing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its shape alone decides where everything stands
  return useMemo(() => lay?.(drawing), [lay, shape]);
}

/** What decides where everything stands. */
function shapeOf({ boxes, arrows, isSteady = false }: Drawing): string {
  const boxed = boxes.map(({ id, name, line, word }) => (isSteady ? [id, name] : [id, name, line, word]));
  return JSON.stringify([boxed, arrows.map(({ from, to, label }) => [from, to, label])]);
}
