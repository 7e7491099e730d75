/** The page's side of the worker of long work: one for all figures of a page, begun by the first question. */
import { createWorkerClient, type WorkerClient, type WorkerOutcome } from '@/figures/frame/worker-client';
import type { LongAnswer, LongProgress, LongQuestion, WholeAnswer } from './long-search';
import { LARGEST_TEXT } from './state';

type Answer = LongAnswer | WholeAnswer | undefined;

/** More than the worker’s own bounds come to: then it doesn’t answer at all. */
const LONGEST = 20_000;

let client: WorkerClient<LongQuestion, Answer, LongProgress> | undefined;

const clientOf = () => {
  client ??= createWorkerClient<LongQuestion, Answer, LongProgress>({
    create: () => new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' }),
    sizeOf: (question) =>
      question.strategy === 'whole' ? (question.awaited.state.text?.length ?? 0) : question.text.length,
    largest: LARGEST_TEXT,
    timeLimit: LONGEST,
  });
  return client;
};

export type WholeOutcome = WorkerOutcome<WholeAnswer>;

interface AskOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: LongProgress) => void;
}

/** Asks for all that is shown of a state. */
export async function askWhole(
  question: Extract<LongQuestion, { strategy: 'whole' }>,
  options: AskOptions,
): Promise<WholeOutcome> {
  const outcome = await clientOf().ask(question, options);
  if (outcome.kind !== 'answered') return outcome;
  const { answer } = outcome;
  return answer !== undefined && 'heard' in answer ? { kind: 'answered', answer } : { kind: 'cancelled' };
}

/** Asks what the other strategy comes to. Undefined for what it doesn't do. */
export async function askBacktracking(
  text: string,
  options: AskOptions,
): Promise<WorkerOutcome<LongAnswer | undefined>> {
  const outcome = await clientOf().ask({ strategy: 'backtracking', text }, options);
  if (outcome.kind !== 'answered') return outcome;
  const { answer } = outcome;
  return { kind: 'answered', answer: answer !== undefined && 'counts' in answer ? answer : undefined };
}
