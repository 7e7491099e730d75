/** The worker of work that takes long. */
import { answerQuestions, type WorkerPort } from '@/figures/frame/answer-questions';
import { type LongAnswer, type LongProgress, type LongQuestion, openLongSearch, type WholeAnswer } from './long-search';

type Answer = LongAnswer | WholeAnswer | undefined;

answerQuestions<LongQuestion, Answer, LongProgress>(
  openLongSearch(() => performance.now()),
  self as WorkerPort<LongQuestion, Answer, LongProgress>,
);
