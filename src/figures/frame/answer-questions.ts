/** The worker's side of worker-client.ts: takes questions, answers each under its number, stops when a question is cancelled. */
import type { FromWorker, ToWorker } from './worker-message';

/** What a worker's global scope gives. */
export interface WorkerPort<Question, Answer> {
  addEventListener(type: 'message', heard: (message: { readonly data: ToWorker<Question> }) => void): void;
  postMessage(message: FromWorker<Answer>): void;
}

/** Answers a question. Long work looks at the signal between its steps, gives way to messages there, and then may return anything. */
export type Answerer<Question, Answer> = (question: Question, signal: AbortSignal) => Answer | Promise<Answer>;

/**
 * Answers what comes over a worker's port, for the life of the worker.
 *
 * @example answerQuestions(rank, self) // in rank.worker.ts
 */
export function answerQuestions<Question, Answer>(
  answerer: Answerer<Question, Answer>,
  port: WorkerPort<Question, Answer>,
): void {
  const open = new Map<number, AbortController>();
  const answer = async (number: number, question: Question): Promise<FromWorker<Answer>> => {
    const controller = new AbortController();
    open.set(number, controller);
    try {
      const answer = await answerer(question, controller.signal);
      return controller.signal.aborted ? { kind: 'stopped', number } : { kind: 'answered', number, answer };
    } catch {
      return { kind: controller.signal.aborted ? 'stopped' : 'failed', number };
    } finally {
      open.delete(number);
    }
  };
  port.addEventListener('message', ({ data }) => {
    switch (data.kind) {
      case 'ask':
        void answer(data.number, data.question).then((message) => port.postMessage(message));
        return;
      case 'cancel':
        open.get(data.number)?.abort();
    }
  });
}
