/** What the inspector models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'A wheel or an sdist as a file: what is in it, what it says of itself, whether its files are what RECORD lists, where an installer would put them, and what check-wheel-contents and twine check would say. The library’s files were built by hatchling and setuptools; some were damaged afterwards.',
  ],
  leavesOut: [
    ['Installing: whether the wheel fits a machine is the other figure’s question.'],
    ['What the code in it does: nothing is run, and no malware is looked for.'],
    ['Signatures and attestations: they lie beside the file, on the index.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [
    { tool: 'check-wheel-contents', version: '0.6.3', on: 'small wheels, each made to show one rule', cases: 173 },
    { tool: 'twine check', version: '7.0.0', on: 'small wheels and sdists', cases: 187 },
    {
      tool: 'pip 26.3 and uv',
      version: '0.13.9',
      on: 'wheels: where their files go, or that they are refused',
      cases: 45,
    },
  ],
  differences: [
    ['A name that ends in ', { code: '.WHL' }, ' isn’t opened; the tools take it.'],
    ['Of a file that isn’t an archive, this page says why in its own words.'],
    ['Whether some descriptions in reStructuredText render, only docutils can tell: it says so then.'],
    [
      'A zip whose directory counts more files than it has is refused; Python’s ',
      { code: 'zipfile' },
      ' goes by the directory’s length.',
    ],
  ],
};
