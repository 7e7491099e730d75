/** What comes with the lens that looks into the file itself. */

export { BoxView } from './BoxView';

export type Late = typeof import('./late');
