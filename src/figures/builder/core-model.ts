/** The package builder without its drawing, over the core. The box comes late. */
import { editProject } from './edit-project';
import { factsOf } from './facts';
import { builds, isInstallable } from './outcomes';
import { present } from './present';
import { type Tools, update } from './state';
import { type BuilderModel, stillModel } from './still-model';
import { walk } from './walk';

const TOOLS: Tools = { builds, installs: isInstallable, edit: editProject };

export const model: BuilderModel = {
  ...stillModel,
  update: (_, state, event) => update(state, event, TOOLS),
  present,
  facts: (_, state) => factsOf(state),
  walk,
};
