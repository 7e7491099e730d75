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

/** With each of the three frontends. */
const withAll = (backend: string, ...manifests: readonly string[]): readonly string[] =>
  ['uv', 'pip', 'build'].flatMap((frontend) => ofEach(`${frontend} ${backend}`, ...manifests));

/** Checked against uv 0.13.9, pip 26.3 and build 1.6.1. */
export const FRONTEND_DIFFERENCES: readonly FrontendDifference[] = [
  {
    id: 'toml-end-of-line',
    theirs: 'The tools point at the end of the line that breaks off.',
    ours: 'We point at the place where reading could not go on, which is on the next line.',
    reason: 'Both are where a reader has to look.',
    builds: [
      ...withAll('hatchling', 'toml-header-open', 'toml-no-value'),
      ...ofEach('uv hatchling', 'toml-array-open'),
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
      ...withAll('uv_build', 'extra-names-same', 'project-missing'),
      ...ofEach('uv uv_build', 'version-nowhere', 'name-dynamic'),
    ],
  },
  {
    id: 'no-index',
    theirs: 'The index is asked for what the build requires, and may not have it.',
    ours: 'hatchling, setuptools and uv_build are at hand in one release each, and nothing else is looked for.',
    reason: 'There is no index of backends here.',
    builds: withAll('hatchling', 'system-not-published', 'system-version-not-published'),
  },
  {
    id: 'unknown-module',
    theirs: 'The module that is named as the backend is imported, and isn’t there or has no hooks.',
    ours: 'The build says that this backend isn’t modelled.',
    reason: 'Which modules other packages have isn’t known here.',
    builds: [
      ...withAll('hatchling', 'system-backend-misspelt', 'system-backend-project'),
      ...ofEach('pip hatchling', 'system-other-backend'),
      ...ofEach('build hatchling', 'system-other-backend'),
    ],
  },
  {
    id: 'backend-path',
    theirs: 'The backend is imported from the project, or, by uv, from wherever it is found.',
    ours: 'The build says that a backend of the project’s own isn’t modelled.',
    reason: 'No code of the project is run.',
    builds: withAll('hatchling', 'system-path-inside'),
  },
  {
    id: 'setuptools-without-project',
    theirs:
      'Without [project], or with nothing in it, setuptools builds from setup.py and setup.cfg, and from nothing if there are none.',
    ours: 'The build says that this isn’t modelled.',
    reason: 'No code of the project is run.',
    builds: [
      ...withAll('setuptools', 'project-missing'),
      ...ofEach('pip setuptools', 'project-empty'),
      ...ofEach('build setuptools', 'project-empty'),
    ],
  },
  {
    id: 'several-faults',
    theirs: 'Of several faults the backend tells the one that it meets first.',
    ours: 'All are told, in the order of the standard.',
    reason: 'A reader mends all of them.',
    builds: [...ofEach('pip hatchling', 'project-empty'), ...ofEach('build hatchling', 'project-empty')],
  },
  {
    id: 'toml-1.1',
    theirs:
      'uv reads TOML 1.1, in which an inline table may have lines; the backend’s Python then refuses the file at build.',
    ours: 'TOML 1.0 is read, so it stops at parse.',
    reason: 'What one of the tools can’t read isn’t portable.',
    builds: withAll('hatchling', 'toml-inline-table-lines'),
  },
  {
    id: 'two-answers',
    theirs: 'Some backends take a table with a file and a text, or a type of readme that the standard doesn’t have.',
    ours: 'They are refused.',
    reason: 'The core reads [project] by the standard.',
    builds: [
      ...ofEach('uv setuptools', 'readme-table-both', 'readme-table-type'),
      ...ofEach('uv uv_build', 'license-table-both', 'readme-table-both'),
    ],
  },
  {
    id: 'uv-other-files',
    theirs: 'uv reads the members of a workspace and their patterns.',
    ours: 'Of [tool.uv.workspace] only the kinds of values are looked at.',
    reason: 'A project here is one project.',
    builds: ofEach('uv hatchling', 'workspace-member-broken', 'workspace-pattern-invalid'),
  },
];
