/** An archive, from the worker: asked for once for what is in it, and kept while it is shown. */
import { useEffect, useState } from 'react';
import { createWorkerClient, type WorkerClient } from '@/figures/frame/worker-client';
import type { BoxAnswer, BoxQuestion } from './box-file';
import { LARGEST_PROJECT } from './files';
import type { Packed, TakenPicture } from './picture';

/** Milliseconds: writing and hashing sixty small files takes a fraction of a second, and loading the worker some more. */
const LONGEST = 20_000;

let client: WorkerClient<BoxQuestion, BoxAnswer> | undefined;

const boxClient = (): WorkerClient<BoxQuestion, BoxAnswer> => {
  client ??= createWorkerClient<BoxQuestion, BoxAnswer>({
    create: () => new Worker(new URL('./box.worker.ts', import.meta.url), { type: 'module' }),
    sizeOf: ({ files }) => files.reduce((sum, [, text]) => sum + text.length, 0),
    largest: LARGEST_PROJECT,
    timeLimit: LONGEST,
    onMissing: () => window.dispatchEvent(new CustomEvent('shipshape:part-missing')),
  });
  return client;
};

const kept = new WeakMap<Packed['files'], Map<Packed['kind'], BoxAnswer>>();

const keptOf = ({ files, kind }: Packed): BoxAnswer | undefined => kept.get(files)?.get(kind);

function keep({ files, kind }: Packed, answer: BoxAnswer): void {
  const answers = kept.get(files) ?? new Map<Packed['kind'], BoxAnswer>();
  kept.set(files, answers);
  answers.set(kind, answer);
}

/** Undefined while it is on its way. */
export function useBox({ packed, folder }: TakenPicture): BoxAnswer | undefined {
  const [came, setCame] = useState<{ readonly packed: Packed; readonly answer: BoxAnswer }>();
  const { files, kind } = packed;
  useEffect(() => {
    const wanted: Packed = { files, kind };
    if (keptOf(wanted) !== undefined) return;
    const over = new AbortController();
    const question: BoxQuestion = { files: [...files], kind, folder };
    void boxClient()
      .ask(question, { signal: over.signal })
      .then((outcome) => {
        if (outcome.kind === 'cancelled') return;
        const answer: BoxAnswer =
          outcome.kind === 'answered'
            ? outcome.answer
            : { kind: 'refused', message: 'The file couldn’t be written in this page. Try again.' };
        if (outcome.kind === 'answered') keep(wanted, answer);
        setCame({ packed: wanted, answer });
      });
    return () => over.abort();
  }, [files, kind, folder]);
  return keptOf(packed) ?? (came?.packed.files === files && came.packed.kind === kind ? came.answer : undefined);
}
