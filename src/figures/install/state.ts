/** Which machine is installed on, and how far the walk through the installation has gone. */
import type { InstallScenario } from './scenario';
import { isSame, type Place } from './walk';

export interface InstallState {
  /** The machine's id. */
  readonly machine: string;
  /** The machine before, for what its change changed. */
  readonly before: string | undefined;
  readonly place: Place;
}

export type InstallEvent =
  | { readonly kind: 'machine-chosen'; readonly machine: string }
  | { readonly kind: 'walked'; readonly to: Place }
  | { readonly kind: 'scrubbed'; readonly to: Place };

/** The scenario’s first machine, at the end of the walk: the still shows the whole result. */
export function firstState({ first }: Pick<InstallScenario, 'first'>): InstallState {
  return { machine: first, before: undefined, place: { kind: 'end' } };
}

/** The state after an event. Another machine leaves the place as it is. */
export function update(state: InstallState, event: InstallEvent): InstallState {
  switch (event.kind) {
    case 'machine-chosen':
      return event.machine === state.machine ? state : { ...state, machine: event.machine, before: state.machine };
    case 'walked':
    case 'scrubbed':
      return isSame(event.to, state.place) ? state : { ...state, place: event.to };
  }
}
