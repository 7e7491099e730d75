// The form of a layer-cache scenario: a few builds in a row on one builder whose cache was empty before the first, and what came of
// them. It is that of the fidelity cases (README there) with four inputs more, which only our own scenarios use.

import type { FileFact } from '../../../src/core/docker/effects/run-effect.ts';
import type { ScenarioImage, ScenarioLayer, ScenarioStep } from '../../../src/core/docker/scenario/scenario-outcome.ts';

export type { FileFact };

export type Entry =
  | { readonly content: string; readonly mode?: string; readonly mtime?: number }
  | { readonly repeat: string; readonly count: number; readonly mode?: string }
  | { readonly dir: true; readonly mode?: string }
  | { readonly symlink: string }
  | {
      readonly tar: Readonly<Record<string, Entry>>;
      readonly gzip?: boolean;
      readonly archive?: { readonly sizeBytes: number; readonly sha256: string };
    };

/** What a RUN does if it is executed in this build. */
export interface RunEffect {
  readonly stage: number;
  readonly line: number;
  readonly instruction: string;
  readonly writes?: Readonly<Record<string, FileFact>>;
  readonly deletes?: readonly string[];
  readonly exitCode?: number;
  readonly neverRuns?: true;
}

/** A file of the network, for ADD. */
export interface RemoteFile {
  readonly content: string;
  readonly lastModified?: string;
  readonly etag?: string;
}

export interface Build {
  readonly dockerfile: string;
  readonly dockerfileName?: string;
  readonly dockerignore: string | null;
  readonly dockerignoreName?: string;
  readonly context: Readonly<Record<string, Entry>>;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly target: string | null;
  readonly noCache: boolean;
  readonly platform: string | null;
  readonly baseImages: Readonly<Record<string, string>>;
  readonly runEffects: readonly RunEffect[];
  /** Beyond the fidelity cases: stages whose cache isn't used (`--no-cache-filter`). */
  readonly noCacheFilter?: readonly string[];
  /** Beyond the fidelity cases: named contexts (`--build-context`), each a folder of files. */
  readonly namedContexts?: Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  /** Beyond the fidelity cases: files that ADD finds at addresses. */
  readonly remote?: Readonly<Record<string, RemoteFile>>;
  /** Beyond the fidelity cases: entitlements that the client grants (`--allow`). */
  readonly allow?: readonly string[];
  /** Beyond the fidelity cases: an agent is forwarded (`--ssh default`). */
  readonly ssh?: boolean;
}

/** A step, a line of the history and an image as our own outcomes have them (src/core/docker/scenario). */
export type Step = ScenarioStep;
export type HistoryLayer = ScenarioLayer;

export interface Image extends ScenarioImage {
  /** Beyond the fidelity cases: only where it isn't linux/amd64. */
  readonly platform?: string;
}

export interface BuildError {
  readonly kind: 'parse' | 'step';
  readonly contains: string;
  readonly line: number | null;
  readonly raw: string;
}

export interface Outcome {
  readonly ok: boolean;
  readonly steps: readonly Step[];
  readonly skippedStages: readonly { readonly stage: number; readonly stageName: string | null }[];
  readonly warnings: readonly string[];
  readonly image: Image | null;
  readonly sameImageIdAsBuild: number | null;
  readonly error: BuildError | null;
}

export interface Scenario {
  readonly name: string;
  readonly topic: string;
  readonly why: string;
  readonly versionDependent: boolean;
  readonly quirk?: 'context-upload';
  readonly note?: string;
  readonly builds: readonly Build[];
  readonly expected: readonly Outcome[];
  readonly recordedWith: Readonly<Record<string, string | number>>;
}
