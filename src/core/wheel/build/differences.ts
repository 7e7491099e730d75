// Where we knowingly differ from the real backends, for the site to show. A build is named where a recording shows the difference.
import type { ModelledBackend } from './distribution-plan';

export interface BuildDifference {
  readonly id: string;
  readonly backend: ModelledBackend;
  /** What the backend does. */
  readonly theirs: string;
  /** What we do. */
  readonly ours: string;
  readonly reason: string;
  /** Recorded builds that differ for this reason alone: the tree, what is built, and what of it differs. */
  readonly builds: readonly string[];
}

/** Checked against hatchling 1.33.0, setuptools 84.2.1 and the build backend of uv 0.13.9. */
export const BUILD_DIFFERENCES: readonly BuildDifference[] = [];
