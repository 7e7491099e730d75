/** What of the playground comes with the first event: the model over the core, and the other lenses. */
export { model } from './model';

export type Core = typeof import('./core');
