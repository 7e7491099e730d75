/** Which machine is installed on, and how far the walk through the installation has gone. */
import type { InstallScenario } from './scenario';
import type { Place } from './walk';

export interface InstallState {
  /** The machine's id. */
  readonly machine: string;
  /** The machine before, for what its change changed. */
  readonly before: string | undefined;
  readonly place: Place;
  /** What the last action was, which is said aloud. A scrubber speaks for itself. */
  readonly said: 'nothing' | 'machine' | 'place';
}

export type InstallEvent =
  | { readonly kind: 'machine-chosen'; readonly machine: string }
  | { readonly kind: 'walked'; readonly to: Place }
  | { readonly kind: 'scrubbed'; readonly to: Place }
  | { readonly kind: 'reset' };

/** The scenario’s first machine, at the end of the walk: the still shows the whole result. */
export function firstState({ first }: InstallScenario): InstallState {
  return { machine: first, before: undefined, place: { kind: 'end' }, said: 'nothing' };
}

/** The state after an event. Another machine leaves the place as it is. */
export function update(scenario: InstallScenario, state: InstallState, event: InstallEvent): InstallState {
  switch (event.kind) {
    case 'machine-chosen':
      return event.machine === state.machine
        ? state
        : { ...state, machine: event.machine, before: state.machine, said: 'machine' };
    case 'walked':
      return { ...state, place: event.to, said: 'place' };
    case 'scrubbed':
      return { ...state, place: event.to, said: 'nothing' };
    case 'reset':
      return { ...firstState(scenario), said: 'machine' };
  }
}
