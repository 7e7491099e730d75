/** Builds in a row as a real builder did them: the form of content/scenarios/layer-cache/*.json, and of the fidelity cases beside the core. */
import type { RecordedWith, ScenarioBuild, ScenarioOutcome } from '@/core/docker';

export interface RecordedBuilds {
  readonly name: string;
  /** The rule that they show. */
  readonly why: string;
  readonly builds: readonly ScenarioBuild[];
  /** What the builder did, one for each build. */
  readonly expected: readonly ScenarioOutcome[];
  readonly recordedWith: RecordedWith;
}

/** Takes the text of a file that the content check has found to be whole. */
export const readRecordedBuilds = (text: string): RecordedBuilds => JSON.parse(text) as RecordedBuilds;
