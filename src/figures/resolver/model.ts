/** The whole model, every lens with it: for builds, tests and checks. A page loads core-model.ts, and lenses.ts when it is needed. */
import { model as coreModel } from './core-model';
import './lenses';
import { AT_BUILD } from './patience';
import type { ResolverModel } from './still-model';

export const model: ResolverModel = {
  ...coreModel,
  open: (scenario) => ({ scenario, readings: new Map(), patience: AT_BUILD }),
};
