/** The whole model: for builds, tests and checks. A page loads it as core.ts, with the first sign of a reader. */
export { model } from './core-model';
