/** The worker that opens, hashes and checks a reader’s files. */
import { answerQuestions, type WorkerPort } from '@/figures/frame/answer-questions';
import { type InspectAnswer, type InspectQuestion, inspectFiles, type Stage } from './inspect-files';

answerQuestions<InspectQuestion, InspectAnswer, Stage>(
  inspectFiles,
  self as WorkerPort<InspectQuestion, InspectAnswer, Stage>,
);
