/** The archive of a build, from the worker: asked for once for each build, and kept while it is shown. */
import { useEffect, useState } from 'react';
import { createWorkerClient, type WorkerClient } from '@/figures/frame/worker-client';
import type { BoxAnswer, BoxQuestion } from './box-file';
import { LARGEST_PROJECT } from './files';
import type { FilePicture } from './picture';
import type { Build } from './state';

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

const kept = new WeakMap<Build['files'], Map<Build['kind'], BoxAnswer>>();

const keptOf = ({ files, kind }: Build): BoxAnswer | undefined => kept.get(files)?.get(kind);

function keep({ files, kind }: Build, answer: BoxAnswer): void {
  const answers = kept.get(files) ?? new Map<Build['kind'], BoxAnswer>();
  kept.set(files, answers);
  answers.set(kind, answer);
}

/** Undefined while it is on its way. */
export function useBox({ build, folder }: FilePicture): BoxAnswer | undefined {
  const [came, setCame] = useState<{ readonly build: Build; readonly answer: BoxAnswer }>();
  const { files, kind } = build;
  useEffect(() => {
    const wanted: Build = { files, kind };
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
            : { kind: 'refused', message: 'The file couldn’t be written in this page. Build it again.' };
        if (outcome.kind === 'answered') keep(wanted, answer);
        setCame({ build: wanted, answer });
      });
    return () => over.abort();
  }, [files, kind, folder]);
  return keptOf(build) ?? (came?.build.files === files && came.build.kind === kind ? came.answer : undefined);
}
