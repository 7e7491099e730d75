/**
 * What of the playground comes with the first lens beside the ranges, or with the settings. Its styles are asked for by their address:
 * imported, they would be sent with every page that the figure stands in.
 */
import './lenses';

export { ElsewhereView } from './ElsewhereView';
export { GraphView } from './GraphView';
export { default as styles } from './late.css?url';
export { RaceView } from './RaceView';
export { StepsView } from './StepsView';
export { TakeAlongView } from './TakeAlongView';
export { TuningView } from './TuningView';

export type Late = typeof import('./late');
