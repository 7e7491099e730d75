/** What comes with the first sign of a reader: the model over the core, without the lenses, and the editor of a file. */

export { OpenFile } from '@/figures/project-files/OpenFile';
export { model } from './core-model';

export type Core = typeof import('./core');
