/** What of the playground comes once the page is at rest, or with the first event: the model over the core. */

export { model } from './core-model';
export { hear } from './heard';
export { LongWorkView } from './LongWorkView';
export { refusalOf } from './own-requirement';
export { readAhead } from './read-ahead';
export { thinkOn } from './think-on';

export type Core = typeof import('./core');
