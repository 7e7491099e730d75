/** The wheel inspector without its drawing: what is in a wheel or an sdist, and whether it is what it says. */
import type { FigureModel } from '@/figures/frame/model';
import { factsOf } from './facts';
import { inspectorPoster } from './inspector-poster';
import { readState, writeState } from './link';
import type { InspectorPicture } from './picture';
import { present } from './present';
import { realCheck } from './real-check';
import type { InspectorScenario, InspectorScene } from './scenario';
import { firstState, type InspectorEvent, type InspectorState, LENSES, update } from './state';

export const model: FigureModel<InspectorScenario, InspectorScene, InspectorState, InspectorEvent, InspectorPicture> = {
  name: 'wheel-inspector',
  title: 'What is in the box?',
  revision: 1,
  open: (scenario) => scenario,
  first: firstState,
  update,
  weigh: () => 'step',
  present,
  write: writeState,
  read: readState,
  facts: factsOf,
  poster: inspectorPoster,
  realCheck,
  // A slide goes from one way of seeing it to the next.
  walk: {
    step: (_, { lens }, by) => walkTo(LENSES.indexOf(lens) + by),
    goTo: (_, __, step) => walkTo(step),
  },
};

function walkTo(place: number): InspectorEvent | undefined {
  const lens = LENSES[place];
  return lens && { kind: 'walked', lens };
}
