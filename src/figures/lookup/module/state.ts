/** Which module is looked up, how Python is started, and how far the walk along sys.path is shown. */
import type { Option } from '@/core/workstation';
import type { Walked } from '../bay';
import type { ModuleScenario } from '../schema';

export interface ModuleState {
  readonly name: string;
  /** The id of the way in which Python is started. */
  readonly start: string;
  /** The folder in which the reader stands. */
  readonly folder: string;
  /** The id of the interpreter. */
  readonly interpreter: string;
  readonly options: readonly Option[];
  /** Is PYTHONPATH set? */
  readonly pythonPath: boolean;
  readonly walked: Walked;
}

export type ModuleEvent =
  | { readonly kind: 'module-chosen'; readonly name: string }
  | { readonly kind: 'start-chosen'; readonly start: string }
  | { readonly kind: 'folder-chosen'; readonly folder: string }
  | { readonly kind: 'interpreter-chosen'; readonly interpreter: string }
  | { readonly kind: 'option-switched'; readonly option: Option }
  | { readonly kind: 'python-path-switched' }
  | { readonly kind: 'walked'; readonly to: Walked };

/** The first state of a scenario: the whole walk is shown. */
export function firstState({ modules }: Pick<ModuleScenario, 'modules'>): ModuleState {
  return { ...modules.first, walked: 'end' };
}

/** The state after an event. Every setting makes another lookup, so its whole walk is shown. */
export function update(scenario: Pick<ModuleScenario, 'modules'>, state: ModuleState, event: ModuleEvent): ModuleState {
  const next = after(scenario, state, event);
  return isSame(next, state) ? state : next;
}

/** Do two states set everything alike, and show as much of the walk? */
export function isSame(left: ModuleState, right: ModuleState): boolean {
  return (
    left.name === right.name &&
    left.start === right.start &&
    left.folder === right.folder &&
    left.interpreter === right.interpreter &&
    left.options.join() === right.options.join() &&
    left.pythonPath === right.pythonPath &&
    left.walked === right.walked
  );
}

function after({ modules }: Pick<ModuleScenario, 'modules'>, state: ModuleState, event: ModuleEvent): ModuleState {
  const set = (settings: Partial<ModuleState>): ModuleState => ({ ...state, walked: 'end', ...settings });
  switch (event.kind) {
    case 'module-chosen':
      return set({ name: event.name });
    case 'start-chosen':
      return set({ start: event.start });
    case 'folder-chosen':
      return set({ folder: event.folder });
    case 'interpreter-chosen':
      return set({ interpreter: event.interpreter });
    case 'option-switched': {
      const isOn = (option: Option) => state.options.includes(option) !== (option === event.option);
      return set({ options: modules.options.filter(isOn) });
    }
    case 'python-path-switched':
      return set({ pythonPath: !state.pythonPath });
    case 'walked':
      return set({ walked: event.to });
  }
}
