// Where a frontend knowingly ends at another stage here, or in other words, than the real one.
export interface FrontendDifference {
  readonly id: string;
  readonly theirs: string;
  readonly ours: string;
  readonly reason: string;
  /** Recorded builds that differ for this reason alone: the frontend, the backend, the manifest. */
  readonly builds: readonly string[];
}

/** Checked against uv 0.13.9, pip 26.3 and build 1.6.1. */
export const FRONTEND_DIFFERENCES: readonly FrontendDifference[] = [];
