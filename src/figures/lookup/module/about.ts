/** What the module figure says about itself. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'How CPython 3.13 on Linux sets ',
    { code: 'sys.path' },
    ' for a script, ',
    { code: '-c' },
    ', ',
    { code: '-m' },
    ' and standard input, with its options and PYTHON… variables, environments found by pyvenv.cfg, .pth files and Debian’s folders; and how an import goes along it, with packages, compiled modules and namespace packages.',
  ],
  leavesOut: [
    ['The first import of a program is meant: what a program or a library imported before could already be loaded.'],
    ['Import hooks, zip archives on the path, and lines in .pth files that run code, as some editable installs have.'],
    ['Windows and macOS, where the folders have other names.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [{ tool: 'CPython', version: '3.13.5', on: 'Debian 13 (trixie)', cases: 684 }],
  differences: [
    ['Only a few of the modules that are in each folder are drawn, and only a few of those that are built in.'],
  ],
};
