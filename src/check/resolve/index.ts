/** Answers to scenario files, for the command `npm run resolve`. */
export { answerScenario, type ScenarioAnswer, STRATEGIES, type Strategy, unreadableFile } from './answer-scenario';
export { reportAnswer } from './report-answer';
