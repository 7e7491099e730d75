/** What a lecture page starts, in one file: its quiz items, the cards of its exercises, and its end. */
import { startExerciseCards } from '@/components/exercise/exercise-card';
import { startLectureEnd } from '@/components/progress/lecture-end';
import { startQuizzes } from './quiz-element';

startQuizzes();
startExerciseCards();
startLectureEnd();
