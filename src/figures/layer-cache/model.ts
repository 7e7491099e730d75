/** The layer cache without its drawing, over the core: a project that is built, changed and built again. */
import { factsOf } from './facts';
import { present } from './present';
import { type LayerModel, stillModel } from './still-model';

export const model: LayerModel = { ...stillModel, present, facts: factsOf };
