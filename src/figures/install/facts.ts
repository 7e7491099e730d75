/** What an exercise may ask about the install figure. */
import type { Fact, Facts } from '@/core/exercise';
import { walkAt } from './present';
import type { InstallScene } from './scenario';
import type { InstallState } from './state';

/**
 * `machine`; where the walk stands: `step` (`start`, one of the nine, `resolved`, `end`), `project` or nothing, `done` of `total`;
 * and `chosen`: the files that are taken on this machine, in the order in which their projects are met, wherever the walk stands.
 */
export function factsOf(scene: InstallScene, state: InstallState): Facts {
  const { place } = state;
  const machine = scene.machineOf(state.machine);
  const { done, total } = walkAt(scene, state);
  return new Map<string, Fact>([
    ['machine', machine.id],
    ['step', place.kind === 'at' ? place.step : place.kind],
    ['project', place.kind === 'at' ? place.project : ''],
    ['done', done],
    ['total', total],
    ['chosen', scene.runOn(machine).chosen.map(({ file }) => file.filename)],
  ]);
}
