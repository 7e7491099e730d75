/** Which word is looked up, in which environment, with PATH in which order, and how far the walk along it is shown. */
import type { Walked } from '../bay';
import type { CommandScenario } from '../schema';

export interface CommandState {
  readonly word: string;
  /** The id of the activated environment. */
  readonly environment: string;
  /** The entries of PATH in the reader's own order; undefined as long as they stand as the environment leaves them. */
  readonly path: readonly string[] | undefined;
  readonly walked: Walked;
}

export type CommandEvent =
  | { readonly kind: 'word-chosen'; readonly word: string }
  | { readonly kind: 'environment-chosen'; readonly environment: string }
  /** An entry of PATH was moved: the entries as they stand now. */
  | { readonly kind: 'path-ordered'; readonly path: readonly string[] }
  | { readonly kind: 'walked'; readonly to: Walked };

/** The first state of a scenario: the whole walk is shown. */
export function firstState({ commands }: Pick<CommandScenario, 'commands'>): CommandState {
  return { ...commands.first, path: undefined, walked: 'end' };
}

/** The state after an event. Another word, environment or order is another lookup, so its whole walk is shown. */
export function update(state: CommandState, event: CommandEvent): CommandState {
  const next = after(state, event);
  const isSame =
    next.word === state.word &&
    next.environment === state.environment &&
    next.path === state.path &&
    next.walked === state.walked;
  return isSame ? state : next;
}

function after(state: CommandState, event: CommandEvent): CommandState {
  switch (event.kind) {
    case 'word-chosen':
      return { ...state, word: event.word, walked: 'end' };
    // Another environment is another PATH, so an order of one's own goes with the one that it was made for.
    case 'environment-chosen':
      if (event.environment === state.environment) return state;
      return { ...state, environment: event.environment, path: undefined, walked: 'end' };
    case 'path-ordered':
      return { ...state, path: event.path, walked: 'end' };
    case 'walked':
      return { ...state, walked: event.to };
  }
}
