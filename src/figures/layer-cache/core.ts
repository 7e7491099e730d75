/** What comes with the first sign of a reader: the model over the core, and the parts that are folded at first. */

export { model } from './model';

export type Core = typeof import('./core');
