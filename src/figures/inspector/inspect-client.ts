/** The page's side of the inspector’s worker: one for all figures of a page, begun by the first file. */
import { createWorkerClient, type WorkerClient } from '@/figures/frame/worker-client';
import type { InspectAnswer, InspectQuestion, Stage } from './inspect-files';

/** Milliseconds: a wheel of 256 MiB takes some twenty seconds on a laptop. */
const LONGEST = 90_000;

let client: WorkerClient<InspectQuestion, InspectAnswer, Stage> | undefined;

export const inspectClient = (): WorkerClient<InspectQuestion, InspectAnswer, Stage> => {
  client ??= createWorkerClient<InspectQuestion, InspectAnswer, Stage>({
    create: () => new Worker(new URL('./inspect.worker.ts', import.meta.url), { type: 'module' }),
    // How large a file may be, the core says.
    sizeOf: () => 0,
    largest: 0,
    timeLimit: LONGEST,
  });
  return client;
};
