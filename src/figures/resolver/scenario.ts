/** A scenario of the resolver playground as a page is sent it: its text, and the picture of its first state, which needs no core. */
import type { Fact } from '@/core/exercise';
import { INLINE, type Patience } from './patience';
import type { ResolverPicture } from './picture';
import type { Reading } from './reading';
import type { RealCheckParts } from './real-check-script';

/** A scenario file: TOML, the one source of truth. */
export interface ScenarioText {
  readonly id: string;
  readonly text: string;
}

export interface ResolverScenario extends ScenarioText {
  /** Made at build, so that the solver is loaded with the first event and not with the page. */
  readonly first: FirstLook;
}

export interface FirstLook {
  readonly picture: ResolverPicture;
  readonly facts: readonly (readonly [string, Fact])[];
  readonly realCheck: RealCheckParts;
}

/** What the core works on. */
export interface TextScene {
  readonly scenario: ScenarioText;
  /** What the core made of texts: the last few, kept because making them again takes time. */
  readonly readings: Map<string, Reading>;
  readonly patience: Patience;
}

export interface ResolverScene extends TextScene {
  readonly scenario: ResolverScenario;
}

/** All figures of a page share what was read. */
const readings = new Map<string, Reading>();
export const openReadings: Pick<TextScene, 'readings'> = { readings };

export function openScene(scenario: ResolverScenario): ResolverScene {
  return { scenario, readings, patience: INLINE };
}
