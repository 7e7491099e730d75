/** The worker's side of worker-client.ts: takes questions, answers each under its number, stops when a question is cancelled. */
import type { FromWorker, ToWorker } from './worker-message';

/** What a worker's global scope gives. */
export interface WorkerPort<Question, Answer, Progress = unknown> {
  addEventListener(type: 'message', heard: (message: { readonly data: ToWorker<Question> }) => void): void;
  postMessage(message: FromWorker<Answer, Progress>): void;
}

/**
 * Answers a question. Long work looks at the signal between its steps, gives way to messages there, and then may return anything; it
 * may report where it stands.
 */
export type Answerer<Question, Answer, Progress = unknown> = (
  question: Question,
  signal: AbortSignal,
  report: (progress: Progress) => void,
) => Answer | Promise<Answer>;

/**
 * Answers what comes over a worker's port, for the life of the worker.
 *
 * @example answerQuestions(rank, self) // in rank.worker.ts
 */
export function answerQuestions<Question, Answer, Progress = unknown>(
  answerer: Answerer<Question, Answer, Progress>,
  port: WorkerPort<Question, Answer, Progress>,
): void {
  const open = new Map<number, AbortController>();
  const answer = async (number: number, question: Question): Promise<FromWorker<Answer, Progress>> => {
    const controller = new AbortController();
    open.set(number, controller);
    const report = (progress: Progress) => {
      if (!controller.signal.aborted) port.postMessage({ kind: 'progress', number, progress });
    };
    try {
      const answer = await answerer(question, controller.signal, report);
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
