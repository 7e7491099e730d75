/** Which word is looked up, in which environment, and how far the walk along PATH is shown. */
import type { Walked } from '../bay';
import type { CommandScenario } from '../schema';

export interface CommandState {
  readonly word: string;
  /** The id of the activated environment. */
  readonly environment: string;
  readonly walked: Walked;
}

export type CommandEvent =
  | { readonly kind: 'word-chosen'; readonly word: string }
  | { readonly kind: 'environment-chosen'; readonly environment: string }
  | { readonly kind: 'walked'; readonly to: Walked };

/** The first state of a scenario: the whole walk is shown. */
export function firstState({ commands }: Pick<CommandScenario, 'commands'>): CommandState {
  return { ...commands.first, walked: 'end' };
}

/** The state after an event. Another word or environment is another lookup, so its whole walk is shown. */
export function update(state: CommandState, event: CommandEvent): CommandState {
  const next = after(state, event);
  const isSame = next.word === state.word && next.environment === state.environment && next.walked === state.walked;
  return isSame ? state : next;
}

function after(state: CommandState, event: CommandEvent): CommandState {
  switch (event.kind) {
    case 'word-chosen':
      return { ...state, word: event.word, walked: 'end' };
    case 'environment-chosen':
      return { ...state, environment: event.environment, walked: 'end' };
    case 'walked':
      return { ...state, walked: event.to };
  }
}
