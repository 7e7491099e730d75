/** Which word is looked up, in which environment, and how far the walk along PATH is shown. */
import type { Walked } from '../bay';
import type { CommandScenario } from '../schema';

export interface CommandState {
  readonly word: string;
  /** The id of the activated environment. */
  readonly environment: string;
  readonly walked: Walked;
  /** Has the reader done anything yet? Before that nothing is announced. */
  readonly acted: boolean;
}

export type CommandEvent =
  | { readonly kind: 'word-chosen'; readonly word: string }
  | { readonly kind: 'environment-chosen'; readonly environment: string }
  | { readonly kind: 'walked'; readonly to: Walked }
  | { readonly kind: 'reset' };

/** The first state of a scenario: the whole walk is shown. */
export function firstState({ commands }: CommandScenario): CommandState {
  return { ...commands.first, walked: 'end', acted: false };
}

/** The state after an event. Another word or environment is another lookup, so its whole walk is shown. */
export function update(scenario: CommandScenario, state: CommandState, event: CommandEvent): CommandState {
  switch (event.kind) {
    case 'word-chosen':
      return { ...state, word: event.word, walked: 'end', acted: true };
    case 'environment-chosen':
      return { ...state, environment: event.environment, walked: 'end', acted: true };
    case 'walked':
      return { ...state, walked: event.to, acted: true };
    case 'reset':
      return { ...firstState(scenario), acted: true };
  }
}
