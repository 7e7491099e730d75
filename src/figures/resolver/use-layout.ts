/**
 * The layout of a drawing: its code is loaded with the first one. A small drawing is laid out at once, a larger one in a worker; until
 * that is done the last one stays.
 */
import { useEffect, useState } from 'react';
import { createWorkerClient, type WorkerClient } from '@/figures/frame/worker-client';
import type { Drawing } from './drawing';
import type { Layout } from './layout';
import '@/figures/frame/wire';

/** More boxes take longer than a frame or two. */
const MOST_AT_ONCE = 12;
/** More are never asked for. */
const MOST = 500;

/** Undefined until there is one. */
export function useLayout(drawing: Drawing): Layout | undefined {
  const shape = shapeOf(drawing);
  const [made, setMade] = useState<{ readonly of: string; readonly layout: Layout }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: its shape alone decides where everything stands
  useEffect(() => {
    const controller = new AbortController();
    const make = async () => {
      try {
        const layout = await laidOut(drawing, controller.signal);
        if (layout !== undefined && !controller.signal.aborted) setMade({ of: shape, layout });
      } catch {
        window.dispatchEvent(new CustomEvent('shipshape:part-missing'));
      }
    };
    void make();
    return () => controller.abort();
  }, [shape]);
  // A layout of other boxes has no place for these.
  return made !== undefined && drawing.boxes.every(({ id }) => made.layout.boxes.has(id)) ? made.layout : undefined;
}

let client: WorkerClient<Drawing, Layout> | undefined;

async function laidOut(drawing: Drawing, signal: AbortSignal): Promise<Layout | undefined> {
  if (drawing.boxes.length > MOST_AT_ONCE) {
    client ??= createWorkerClient({
      create: () => new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' }),
      sizeOf: ({ boxes }) => boxes.length,
      largest: MOST,
    });
    const outcome = await client.ask(drawing, { signal });
    if (outcome.kind === 'answered') return outcome.answer;
    if (outcome.kind !== 'crashed') return undefined;
  }
  const { place } = await import('./layout');
  // In a task of its own: what was drawn around it comes first.
  await new Promise((then) => setTimeout(then));
  return place(drawing);
}

/** What decides where everything stands. */
function shapeOf({ boxes, arrows, isSteady = false }: Drawing): string {
  const boxed = boxes.map(({ id, name, line, word }) => (isSteady ? [id, name] : [id, name, line, word]));
  return JSON.stringify([boxed, arrows.map(({ from, to, label }) => [from, to, label])]);
}
