/** What comes with the first sign of a reader: the model over the core, without the lenses, and the editor of a file. */

export { model } from './core-model';
export { OpenFile } from './OpenFile';

export type Core = typeof import('./core');
