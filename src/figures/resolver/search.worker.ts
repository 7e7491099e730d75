/** The worker of long searches. */
import { answerQuestions, type WorkerPort } from '@/figures/frame/answer-questions';
import { type LongAnswer, type LongQuestion, searchLong } from './long-search';

answerQuestions<LongQuestion, LongAnswer | undefined>(
  searchLong,
  self as WorkerPort<LongQuestion, LongAnswer | undefined>,
);
