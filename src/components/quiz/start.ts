/** What a lecture page starts, in one file: its quiz items and its end. */
import { startLectureEnd } from '@/components/progress/lecture-end';
import { startQuizzes } from './quiz-element';

startQuizzes();
startLectureEnd();
