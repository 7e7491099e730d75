/** What the figure models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'Which files hatchling, setuptools and uv_build take into a wheel and an sdist, what they write themselves, where they refuse; what pip writes into an environment; and how Python then finds a command’s function. The wheel that you take along is a real one: pip installs it.',
  ],
  leavesOut: [
    [
      'Running code: modules, setup.py and build hooks are read, not run. What the text alone can’t tell is said to be so.',
    ],
    ['Compiled extensions, other backends and getting the backend from an index.'],
  ],
  checks: [],
  differences: [],
};
