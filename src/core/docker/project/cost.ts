// Simulated seconds: a model with two rates and the times that commands declare, so that builds can be compared. Stages that don’t need
// each other run side by side, so a build takes as long as its longest chain.
import type { BuildStep } from '../build/build-step';
import type { Plan } from '../plan/plan-dockerfile';

/** 100 Mbit/s. */
export const DOWNLOAD_BYTES_PER_SECOND = 12_500_000;
/** Writing a layer. */
export const WRITE_BYTES_PER_SECOND = 200_000_000;
/** Starting a step that runs. */
export const SECONDS_PER_STEP = 0.1;

/** What a step cost; undefined for what ran nothing. */
export interface StepCost {
  readonly seconds: number;
  /** Bytes in the layer that it wrote. */
  readonly bytes: number;
  readonly downloads: number;
}

export const NO_COST: StepCost = { seconds: 0, bytes: 0, downloads: 0 };

/** The cost of one step that ran, from what its commands declare. */
export function costOf({ layer }: BuildStep, seconds: number, downloads: number): StepCost {
  const bytes = layer?.size ?? 0;
  const moved = downloads / DOWNLOAD_BYTES_PER_SECOND + bytes / WRITE_BYTES_PER_SECOND;
  return { seconds: SECONDS_PER_STEP + seconds + moved, bytes, downloads };
}

/** How long the build takes: the longest chain of operations, each with the seconds of its step. */
export function longestChain({ operations }: Plan, secondsOf: (operation: number) => number): number {
  const ends: number[] = [];
  for (const { index, inputs } of operations) {
    const start = inputs.reduce((latest, input) => Math.max(latest, ends[input] ?? 0), 0);
    ends[index] = start + secondsOf(index);
  }
  return ends.reduce((latest, end) => Math.max(latest, end), 0);
}
