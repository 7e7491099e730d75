/** What the worker made of states that are too much for the page: their pictures, kept by the state, the last few. */
import type { Fact } from '@/core/exercise';
import type { RealCheck } from '@/figures/frame/model';
import type { ResolverPicture } from './picture';
import type { ScenarioText, TextScene } from './scenario';
import type { ResolverState } from './state';

/** A state that the worker is asked about. */
export interface Awaited {
  /** By which the answer is found again. */
  readonly key: string;
  readonly scenario: ScenarioText;
  readonly state: ResolverState;
}

/** The state with everything that is shown of it. */
export interface Heard {
  readonly picture: ResolverPicture;
  readonly facts: readonly (readonly [string, Fact])[];
  readonly realCheck: RealCheck;
}

const KEPT = 12;
const heard = new Map<string, Heard>();

export function hear(key: string, answer: Heard): void {
  if (heard.size >= KEPT) heard.clear();
  heard.set(key, answer);
}

export function heardOf({ key }: Awaited): Heard | undefined {
  return heard.get(key);
}

/** The question about a state. What the page draws by itself, such as the steps of a short text, asks nothing anew. */
export function awaitedOf({ scenario }: TextScene, state: ResolverState, isWholly: boolean): Awaited {
  const { text, good, lens, focus, strategy, fork, lifted, step } = state;
  const key = JSON.stringify([scenario.id, text, good, lens, focus, strategy, fork, lifted, isWholly ? step : 0]);
  return { key, scenario: { id: scenario.id, text: scenario.text }, state };
}
