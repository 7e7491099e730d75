/** What the figure models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

const BUILDS = 'wheels, sdists and editable wheels of small projects, or its refusals';
const INSTALLED = 'projects installed, file by file';

export const about: AboutProps = {
  models: [
    'Which files hatchling, setuptools and uv_build take into a wheel and an sdist, what they write themselves, where they refuse, and where uv build stops before it asks them; what pip writes into an environment; and how Python then finds a command’s function. The wheel that you take along is a real one: pip installs it.',
  ],
  leavesOut: [
    [
      'Running code: modules, setup.py and build hooks are read, not run. What the text alone can’t tell is said to be so.',
    ],
    ['Compiled extensions, other backends and getting the backend from an index.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [
    { tool: 'hatchling', version: '1.33.0', on: BUILDS, cases: 204 },
    { tool: 'setuptools', version: '84.2.1', on: BUILDS, cases: 189 },
    { tool: 'uv_build', version: '0.13.9', on: BUILDS, cases: 176 },
    { tool: 'uv build', version: '0.13.9', on: 'where it stops at a faulty pyproject.toml, and its words', cases: 323 },
    { tool: 'pip', version: '26.3', on: INSTALLED, cases: 136 },
    { tool: 'uv', version: '0.13.9', on: INSTALLED, cases: 5 },
    { tool: 'CPython', version: '3.13.5', on: 'their commands and tests, started', cases: 434 },
  ],
  // One of each that the core lists.
  differences: [
    ['hatchling refuses a classifier that the index doesn’t know; here it is taken.'],
    ['setuptools imports a module whose version is computed; here the build says that it doesn’t follow that.'],
    [
      'setuptools writes a program into an editable wheel of the flat layout that finds packages by name; here it has the same name and packages, and a text of our own.',
    ],
    ['setuptools keeps the line end of a licence’s text in METADATA; here it goes.'],
    [
      'setuptools takes commands from ',
      { code: '[project.entry-points.console_scripts]' },
      ', which the standard forbids; here they are left out, with a warning.',
    ],
    ['uv_build writes an sdist’s pyproject.toml anew, for old readers; here it is as the project has it.'],
    [
      'uv_build writes ',
      { code: 'python_version' },
      ' in a marker as ',
      { code: 'python_full_version' },
      '; here it stays.',
    ],
    ['uv_build leaves licence files out of an editable wheel; here they are in it.'],
    [
      'uv build reads TOML 1.1 and a workspace’s members, and gets its backend from the index; here TOML is 1.0, a project stands alone, and three backends are at hand.',
    ],
  ],
};
