// What a resolution comes to, whatever strategy found it.
import type { NormalizedName, Version } from '@/core/python';

/** One project's chosen release, with the extras that were asked for. */
export interface Pin {
  readonly name: NormalizedName;
  readonly version: Version;
  readonly extras: readonly NormalizedName[];
}

/** One part of the environments, and what is installed there. `markers` is undefined where the answer doesn't fork. */
export interface ResolvedFork {
  readonly markers: string | undefined;
  readonly pins: readonly Pin[];
}

/** How much work it was: what each strategy counts is in its own words the same. */
export interface EffortCounts {
  /** Versions decided on, those undone included. */
  readonly decisions: number;
  /** Conflicts met. */
  readonly conflicts: number;
  /** Releases whose requirements were looked at: with a real index, metadata fetched. */
  readonly releasesRead: number;
  /** Steps of the strategy in all. */
  readonly steps: number;
}
