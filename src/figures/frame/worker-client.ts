/**
 * A page's side of a worker: questions have numbers, one is asked at a time, and each gets exactly one outcome, whatever the worker
 * does. The worker is started by the first question. One that takes too long, doesn't stop when it is told to, or crashes is thrown
 * away, and the next question starts another. The worker's side is answer-questions.ts.
 */
import type { FromWorker, ToWorker } from './worker-message';

export type WorkerOutcome<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The worker was busy longer than the limit, and was ended. */
  | { readonly kind: 'timed-out' }
  /** Larger than the bound; the worker was not asked. */
  | { readonly kind: 'too-large' }
  /** By the signal, or because the client was closed. A late answer is dropped. */
  | { readonly kind: 'cancelled' }
  /** The worker died, could not be loaded, or threw. */
  | { readonly kind: 'crashed' };

/** What the client needs of a `Worker`. */
export interface WorkerLike<Question, Answer, Progress = unknown> {
  postMessage(message: ToWorker<Question>): void;
  terminate(): void;
  addEventListener(type: 'message', heard: (message: { readonly data: FromWorker<Answer, Progress> }) => void): void;
  addEventListener(type: 'error' | 'messageerror', heard: (event: { preventDefault(): void }) => void): void;
}

export interface WorkerClientOptions<Question, Answer, Progress = unknown> {
  /** `() => new Worker(new URL('./rank.worker.ts', import.meta.url), { type: 'module' })` */
  readonly create: () => WorkerLike<Question, Answer, Progress>;
  /** How large a question is, and how large one may be: in characters, files, whatever fits. */
  readonly sizeOf: (question: Question) => number;
  readonly largest: number;
  /** Milliseconds that an answer may take once the worker is asked. */
  readonly timeLimit?: number;
  /** Told once, when the worker has crashed so often in a row that it isn't started again. */
  readonly onMissing?: () => void;
}

export interface WorkerClient<Question, Answer, Progress = unknown> {
  /** Asks, in the order of the calls. Never rejects. `onProgress` hears where the work stands, until there is an outcome. */
  ask(
    question: Question,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void },
  ): Promise<WorkerOutcome<Answer>>;
  /** Ends the worker, and cancels every open question and every later one. */
  close(): void;
}

/** More than any work that a reader would wait for. */
const longestAnswer = 10_000;
/** What a cancelled worker has to stop by itself; then it is ended, so that the next question need not wait. */
const grace = 100;
/** Crashes in a row after which a worker is not started again: its file is gone, or every question kills it. */
export const mostCrashes = 3;

interface Open<Question, Answer, Progress> {
  readonly number: number;
  readonly question: Question;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly settle: (outcome: WorkerOutcome<Answer>) => void;
}

/** A client of a worker that is not yet started. */
export function createWorkerClient<Question, Answer, Progress = unknown>(
  options: WorkerClientOptions<Question, Answer, Progress>,
): WorkerClient<Question, Answer, Progress> {
  const { create, sizeOf, largest, timeLimit = longestAnswer } = options;
  const { onMissing = () => window.dispatchEvent(new CustomEvent('shipshape:part-missing')) } = options;
  let worker: WorkerLike<Question, Answer, Progress> | undefined;
  let waiting: readonly Open<Question, Answer, Progress>[] = [];
  let asked: Open<Question, Answer, Progress> | undefined;
  /** The number of the question that the worker is busy with; it may be cancelled already. */
  let busyWith: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  let crashes = 0;
  let closed = false;

  /** Throws the worker away, whatever it is doing. */
  const end = () => {
    worker?.terminate();
    worker = undefined;
    free();
  };
  const free = () => {
    clearTimeout(timer);
    asked = undefined;
    busyWith = undefined;
  };

  const crash = () => {
    const open = asked === undefined ? waiting : [asked, ...waiting];
    end();
    waiting = [];
    crashes += 1;
    for (const { settle } of open) settle({ kind: 'crashed' });
    if (crashes === mostCrashes) onMissing();
  };

  const hear = (message: FromWorker<Answer, Progress>) => {
    if (message.number !== busyWith) return;
    const heard = asked;
    if (message.kind === 'progress') return heard?.onProgress?.(message.progress);
    // A worker that stops unasked is no better than one that throws.
    if (heard !== undefined && message.kind !== 'answered') return crash();
    if (message.kind === 'failed') end();
    else free();
    if (message.kind === 'answered') {
      crashes = 0;
      heard?.settle({ kind: 'answered', answer: message.answer });
    }
    next();
  };

  const start = (): WorkerLike<Question, Answer, Progress> => {
    const started = create();
    // An ended worker may still have a message on its way.
    const ours = () => started === worker;
    started.addEventListener('message', ({ data }) => {
      if (ours()) hear(data);
    });
    for (const type of ['error', 'messageerror'] as const) {
      started.addEventListener(type, (event) => {
        event.preventDefault();
        if (ours()) crash();
      });
    }
    return started;
  };

  const next = () => {
    const [first, ...rest] = waiting;
    if (first === undefined || busyWith !== undefined) return;
    waiting = rest;
    asked = first;
    busyWith = first.number;
    timer = setTimeout(() => {
      end();
      first.settle({ kind: 'timed-out' });
      next();
    }, timeLimit);
    try {
      worker ??= start();
      worker.postMessage({ kind: 'ask', number: first.number, question: first.question });
    } catch {
      // No worker can be made here, or the question is nothing that a message can hold.
      crash();
    }
  };

  const cancel = ({ number, settle }: Open<Question, Answer, Progress>) => {
    waiting = waiting.filter((open) => open.number !== number);
    if (asked?.number === number) {
      asked = undefined;
      clearTimeout(timer);
      worker?.postMessage({ kind: 'cancel', number });
      timer = setTimeout(() => {
        end();
        next();
      }, grace);
    }
    settle({ kind: 'cancelled' });
  };

  return {
    ask: (question, { signal, onProgress } = {}) =>
      new Promise((settled) => {
        if (closed || signal?.aborted) return settled({ kind: 'cancelled' });
        if (sizeOf(question) > largest) return settled({ kind: 'too-large' });
        if (crashes >= mostCrashes) return settled({ kind: 'crashed' });
        last += 1;
        const abort = () => cancel(open);
        const open: Open<Question, Answer, Progress> = {
          number: last,
          question,
          onProgress,
          settle: (outcome) => {
            signal?.removeEventListener('abort', abort);
            settled(outcome);
          },
        };
        signal?.addEventListener('abort', abort);
        waiting = [...waiting, open];
        next();
      }),
    close: () => {
      closed = true;
      const open = asked === undefined ? waiting : [asked, ...waiting];
      end();
      waiting = [];
      for (const { settle } of open) settle({ kind: 'cancelled' });
    },
  };
}
