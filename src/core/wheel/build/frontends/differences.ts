// Where a build knowingly ends elsewhere here than with the real frontend, or in other words, for the site to show.
export interface FrontendDifference {
  readonly id: string;
  /** What the tools do. */
  readonly theirs: string;
  /** What we do. */
  readonly ours: string;
  readonly reason: string;
  /** Recorded builds that differ for this reason alone: the frontend, the backend, the manifest. */
  readonly builds: readonly string[];
}

/** The same of each manifest, with one frontend and backend. */
const ofEach = (who: string, ...manifests: readonly string[]): readonly string[] =>
  manifests.map((manifest) => `${who} ${manifest}`);

/** Checked against uv 0.13.9, pip 26.3 and build 1.6.1. */
export const FRONTEND_DIFFERENCES: readonly FrontendDifference[] = [
  {
    id: 'toml-end-of-line',
    theirs: 'uv points at the end of the line that breaks off.',
    ours: 'We point at the place where reading could not go on, which is the next line.',
    reason: 'Both are where a reader has to look.',
    builds: [
      ...ofEach('uv hatchling', 'toml-header-open', 'toml-array-open', 'toml-no-value'),
      ...ofEach('uv uv_build', 'toml-header-open', 'toml-array-open', 'toml-no-value'),
    ],
  },
  {
    id: 'uv-points-at-table',
    theirs: 'uv points at the table in which something is missing, or stands twice.',
    ours: 'We point at the key.',
    reason: 'The key is what has to be changed.',
    builds: [
      ...ofEach('uv hatchling', 'extra-names-same', 'group-names-same'),
      ...ofEach('uv setuptools', 'extra-names-same'),
      ...ofEach('uv uv_build', 'extra-names-same', 'project-missing', 'version-nowhere', 'name-dynamic'),
    ],
  },
];
