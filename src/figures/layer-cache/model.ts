/** The whole model, every lens with it: for builds, tests and checks. A page loads core-model.ts, and lenses.ts when it is needed. */
import './lenses';

export { model } from './core-model';
