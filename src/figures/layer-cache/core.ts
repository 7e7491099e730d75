/** What comes with the first sign of a reader: the model over the core, without the lenses. */

export { model } from './core-model';

export type Core = typeof import('./core');
