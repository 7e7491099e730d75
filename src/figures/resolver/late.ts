/** What of the playground comes with the first lens beside the ranges, or with the settings. */
import './lenses';

export { ElsewhereView } from './ElsewhereView';
export { GraphView } from './GraphView';
export { RaceView } from './RaceView';
export { StepsView } from './StepsView';
export { TakeAlongView } from './TakeAlongView';
export { TuningView } from './TuningView';

export type Late = typeof import('./late');
