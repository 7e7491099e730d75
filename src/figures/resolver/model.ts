/** The resolver playground without its drawing: a scenario's answer, and why it is that one. Loaded with the first event. */
import { factsOf } from './facts';
import { readState } from './link';
import { present } from './present';
import { realCheck } from './real-check';
import { type ResolverModel, stillModel } from './still-model';
import { settled, update } from './update';

export const model: ResolverModel = {
  ...stillModel,
  update,
  present,
  read: (scene, json) => {
    const state = readState(json);
    return state && settled(scene, state);
  },
  facts: factsOf,
  realCheck,
};
