/** What stays in view while the builder refuses the project: the last that it took. */
import type { ProjectOutcome } from '@/core/docker';
import { outcomesOf } from './outcomes';
import type { ProjectScene, Setup } from './scenario';
import type { LayerState } from './state';

/** The state after an event, with what was good before it, if it is needed now. */
export function keepGood(scene: ProjectScene, before: LayerState, after: LayerState): LayerState {
  if (after === before) return after;
  const good = isRefused(outcomeOf(scene, after.builds, after.now)) ? goodOf(scene, before) : undefined;
  return good === after.good ? after : { ...after, good };
}

/** The last that the builder took: the project now, else what was remembered. */
function goodOf(scene: ProjectScene, { builds, now, good }: LayerState): Setup | undefined {
  return isRefused(outcomeOf(scene, builds, now)) ? good : now;
}

/** The outcome that is drawn: of building now, or the last that wasn’t refused. It may be that there is none: all that a link brought is refused. */
export function outcomeShown(scene: ProjectScene, { builds, now, good }: LayerState): ProjectOutcome {
  const outcome = outcomeOf(scene, builds, now);
  if (!isRefused(outcome)) return outcome;
  const candidates = [...(good === undefined ? [] : [good]), ...builds.toReversed()];
  const taken = candidates.map((setup) => outcomeOf(scene, builds, setup)).find((one) => !isRefused(one));
  return taken ?? outcome;
}

export const isRefused = ({ outcome }: ProjectOutcome): boolean => outcome.kind === 'refused';

function outcomeOf(scene: ProjectScene, builds: readonly Setup[], setup: Setup): ProjectOutcome {
  const outcome = outcomesOf(scene, [...builds, setup]).at(-1);
  if (outcome === undefined) throw new RangeError('A row of builds has a last one.');
  return outcome;
}
