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
  /** Recorded builds that differ for this reason alone: the project, what is built, and what of it differs. */
  readonly builds: readonly string[];
}

/** The same of each project. */
const ofEach = (projects: readonly string[], ...whats: readonly string[]): readonly string[] =>
  projects.flatMap((project) => whats.map((what) => `${project} ${what}`));

const REFUSALS = ['wheel: refusal', 'sdist: refusal', 'editable: refusal'];
const REQUIREMENTS = [
  'wheel: metadata requiresDist',
  'sdist: metadata requiresDist',
  'editable: metadata requiresDist',
];

/** The module of setuptools’ editable wheels that finds packages by name. */
const finderOf = (stem: string): string => `editable: __editable___${stem.replaceAll(/[.-]/g, '_')}_finder.py`;

/** Checked against hatchling 1.33.0, setuptools 84.2.1 and the build backend of uv 0.13.9. */
export const BUILD_DIFFERENCES: readonly BuildDifference[] = [
  {
    id: 'hatchling-classifiers',
    backend: 'hatchling',
    theirs: 'A classifier that the index doesn’t know ends the build.',
    ours: 'A classifier is taken as it is written.',
    reason: 'The index’s list of classifiers isn’t kept here.',
    builds: ofEach(['classifier-unknown'], ...REFUSALS),
  },
  {
    id: 'setuptools-computed-version',
    backend: 'setuptools',
    theirs: 'A version’s attribute that is no plain text is found by importing the module.',
    ours: 'The build says that this isn’t modelled.',
    reason: 'No code of the project is run.',
    builds: ofEach(['version-computed'], ...REFUSALS),
  },
  {
    id: 'setuptools-finder',
    backend: 'setuptools',
    theirs:
      'Where packages don’t lie in one folder of their own, as in the flat layout, an editable wheel has a finder that finds them by name and nothing beside them.',
    ours: 'Our finder has the same name and the same packages, and a text of our own; where a package has no __init__.py, the .pth puts the folder on the search path.',
    reason: 'The finder is a program of setuptools’ own.',
    builds: [
      ...ofEach(
        ['flat', 'flat-told', 'single-module', 'py-modules', 'no-package', 'choice-told'],
        finderOf('greeting-0.1.0'),
      ),
      ...ofEach(['namespace-flat'], finderOf('acme_greeting-0.1.0')),
      ...ofEach(['reserved-name'], finderOf('tools-0.1.0')),
      ...ofEach(['namespace-told'], finderOf('acme_tools-0.1.0'), 'editable: __editable__.acme_tools-0.1.0.pth'),
    ],
  },
  {
    id: 'setuptools-licence-text',
    backend: 'setuptools',
    theirs: 'A licence’s text from a file keeps the end of its last line, and blanks after it.',
    ours: 'The text ends with its last letter.',
    reason: 'The blanks say nothing, and the form is the old one.',
    builds: ofEach(
      ['licence-table-file'],
      'wheel: metadata license',
      'sdist: metadata license',
      'editable: metadata license',
    ),
  },
  {
    id: 'setuptools-scripts-as-groups',
    backend: 'setuptools',
    theirs: 'Commands written as [project.entry-points.console_scripts] are taken, though the standard forbids it.',
    ours: 'They are left out, with a warning.',
    reason: 'The core reads [project] by the standard.',
    builds: ofEach(
      ['script-in-groups'],
      'wheel: entry points',
      'wheel: installs',
      'sdist: src/greeting.egg-info/SOURCES.txt',
      'sdist: src/greeting.egg-info/entry_points.txt',
      'editable: entry points',
    ),
  },
  {
    id: 'uv-rewritten-pyproject',
    backend: 'uv_build',
    theirs:
      'The pyproject.toml of an sdist is written anew, so that readers of TOML 1.0 can read it: its arrays get a line an item, its comments go. As it was it stands beside it, as pyproject.toml.orig.',
    ours: 'Both are as the project has it.',
    reason: 'They say the same.',
    builds: ofEach(
      [
        ...['two-names', 'package-data-told', 'licence-patterns', 'licence-table-text', 'licence-table-file'],
        ...['extras', 'readme-text', 'readme-table', 'people', 'extras-plain'],
      ],
      'sdist: pyproject.toml',
    ),
  },
  {
    id: 'uv-python-markers',
    backend: 'uv_build',
    theirs: 'python_version in a marker is written as python_full_version.',
    ours: 'The marker stays as it is written.',
    reason: 'They mean the same.',
    builds: ofEach(['extras', 'extras-plain'], ...REQUIREMENTS),
  },
  {
    id: 'uv-editable-licences',
    backend: 'uv_build',
    theirs: 'An editable wheel has no licence files, though its METADATA names them.',
    ours: 'They are in it, as in a wheel.',
    reason: 'The standard wants each file there that METADATA names.',
    builds: [
      'greeting editable: .dist-info/licenses/LICENSE',
      ...ofEach(
        ['licence-patterns'],
        ...['LICENSE', 'LICENSE-APACHE', 'licenses/MIT.txt', 'licenses/old/BSD.txt'].map(
          (file) => `editable: .dist-info/licenses/${file}`,
        ),
      ),
    ],
  },
];
