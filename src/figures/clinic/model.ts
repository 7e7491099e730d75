/** The clinic over the core: for builds, tests, checks, and for a page once a reader is there. */
import { judge } from './judge';
import { makeModel } from './make-model';

export const model = makeModel(judge);
