/** What of the playground comes with the first event: the model over the core, and the other lenses. */
export { ElsewhereView } from './ElsewhereView';
export { GraphView } from './GraphView';
export { LongAnswerView } from './LongAnswerView';
export { model } from './model';
export { RaceView } from './RaceView';
export { StepsView } from './StepsView';

export type Core = typeof import('./core');
