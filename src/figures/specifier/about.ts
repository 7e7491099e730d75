/** What the specifier explorer models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'Which versions of a list a specifier admits, by the version specifiers specification (PEP 440), with pre-releases as pip and uv take them. npm’s ranges are read by node-semver, the package that npm itself uses; Cargo’s requirements by its book. A version of Python’s is spelt for them with three numbers: 2.0rc1 is 2.0.0-rc.1.',
  ],
  leavesOut: [
    ['What else decides: Requires-Python, files that fit no machine, what other projects ask for.'],
    ['What a lock file pins: npm and Cargo mostly install what theirs says.'],
    ['The shorthands of npm that aren’t ranges: tags such as ', { code: 'latest' }, ', addresses, aliases.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [
    {
      tool: 'packaging',
      version: '26.4',
      on: '171 specifiers over a list with every kind of version, pre-releases by default, asked for and never; and the 39 of the examples over their lists',
      cases: 552,
    },
    {
      tool: 'node-semver',
      version: '7.8.6',
      on: '182 ranges over a list with pre-releases; and the 33 of the examples, by the script that “Check with the real tool” gives',
      cases: 215,
    },
    {
      tool: 'the crate semver, which Cargo reads with',
      version: '1.0.28',
      on: '183 requirements over the same list',
      cases: 183,
    },
  ],
  differences: [
    [
      'A range is read strictly, as the command ',
      { code: 'semver' },
      ' does; npm reads package.json more loosely and drops a part of a range that it can’t read.',
    ],
  ],
};
