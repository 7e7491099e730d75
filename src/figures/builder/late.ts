/** What comes with the first wish for the file itself: to look into it, or to take it along. */

export { BoxView } from './BoxView';
export { TakenFile } from './TakenFile';

export type Late = typeof import('./late');
