/** What a slide steps through: the project, its build, its installation, and then the first command, look-up by look-up. */
import type { ModelWalk } from '@/figures/frame/model';
import { commandsOf, isInstallable, planOf, walkOf } from './outcomes';
import { type BuilderEvent, type BuilderState, isSame, isSameBuild, type Stop, walkedTo } from './state';

/** The places of the walk, from the project as it is now; it ends where the project does. */
function stopsOf(state: BuilderState): readonly Stop[] {
  const { now, target, how } = state;
  const stops: Stop[] = [{ isBuilt: false, isInstalled: false, ran: undefined }];
  stops.push({ isBuilt: true, isInstalled: false, ran: undefined });
  if (planOf({ files: now, kind: target }).kind === 'failed') return stops;
  if (how === 'editable' && planOf({ files: now, kind: 'editable' }).kind === 'failed') return stops;
  if (!isInstallable({ files: now, how })) return stops;
  const installed: Stop = { isBuilt: true, isInstalled: true, ran: undefined };
  stops.push(installed);
  const there = walkedTo(state, installed);
  const [command] = commandsOf(there);
  if (command === undefined) return stops;
  const { steps } = walkOf(there, command);
  return [
    ...stops,
    ...steps.map((_, at): Stop => {
      return { ...installed, ran: { command, step: at === steps.length - 1 ? undefined : at } };
    }),
  ];
}

function placeOf(stops: readonly Stop[], state: BuilderState): number {
  return stops.findIndex((stop) => {
    const there = walkedTo(state, stop);
    return (
      isSameBuild(there.built, state.built) &&
      isSame(there.installed, state.installed) &&
      there.ran?.command === state.ran?.command &&
      there.ran?.step === state.ran?.step &&
      there.lens === state.lens &&
      state.good === undefined &&
      state.refused === undefined
    );
  });
}

/** A state that is none of the places goes on to the first. */
export const walk: ModelWalk<unknown, BuilderState, BuilderEvent> = {
  step: (_, state, by) => {
    const stops = stopsOf(state);
    const here = placeOf(stops, state);
    if (here === -1 && by === -1) return undefined;
    return eventTo(stops[here + by]);
  },
  goTo: (_, state, to) => eventTo(stopsOf(state)[to]),
};

function eventTo(stop: Stop | undefined): BuilderEvent | undefined {
  return stop === undefined ? undefined : { kind: 'walked', stop };
}
