/** What comes with the first sign of a reader: the model over the core, and the editor of a file. */

export { model } from './core-model';
export { OpenProjectFile } from './OpenProjectFile';

export type Core = typeof import('./core');
