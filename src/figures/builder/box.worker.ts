/** The worker that writes the archive of a build and looks into it. */
import { answerQuestions, type WorkerPort } from '@/figures/frame/answer-questions';
import { type BoxAnswer, type BoxQuestion, boxFile } from './box-file';

answerQuestions<BoxQuestion, BoxAnswer>(boxFile, self as WorkerPort<BoxQuestion, BoxAnswer>);
