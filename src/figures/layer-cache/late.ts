/**
 * What comes with the first lens beside the steps. Its styles are asked for by their address: imported, they would be sent with every
 * page that the figure stands in.
 */
import './lenses';

export { default as styles } from './late.css?url';
export { SeenView } from './SeenView';

export type Late = typeof import('./late');
