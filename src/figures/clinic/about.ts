/** What the clinic models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'How far a small project comes: whether pyproject.toml can be read, whether its backend makes a wheel of it, whether pip on Python 3.13 takes the wheel, and whether its command starts. The tools’ words are recorded; what is said of a file that you have changed comes from the core of this course.',
  ],
  leavesOut: [
    ['Backends other than hatchling, setuptools and uv_build; code in setup.py and hooks isn’t run.'],
    ['An index: of other projects, idna is at hand, up to the release that was the newest when the tools were asked.'],
    ['What a command does once it has started.'],
  ],
  // about.test.ts counts them in the recording.
  checks: [
    {
      tool: 'pip',
      version: '26.3',
      on: 'each patient as it came in and mended, CPython 3.13.5 on Debian 13',
      cases: 25,
    },
    { tool: 'uv', version: '0.13.9', on: 'the same, by uv build and uv pip install', cases: 25 },
    { tool: 'build', version: '1.6.1', on: 'the same, its wheel installed by pip', cases: 25 },
  ],
  differences: [
    [
      'uv build looks for a Python that fits ',
      { code: 'requires-python' },
      ' before it asks a backend, so it stops at build where pip and build make the wheel and stop at install. The stations go with pip.',
    ],
  ],
};
