/** The worker of large layouts. */
import { answerQuestions, type WorkerPort } from '@/figures/frame/answer-questions';
import type { Drawing } from './drawing';
import { type Layout, place } from './layout';

answerQuestions<Drawing, Layout>(async (drawing) => place(drawing), self as WorkerPort<Drawing, Layout>);
