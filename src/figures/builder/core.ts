/** What comes with the first sign of a reader: the model over the core, and what the editor of pyproject.toml knows. */

export { model } from './core-model';
export { fieldPictureAt } from './manifest-picture';

export type Core = typeof import('./core');
