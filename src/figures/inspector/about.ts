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
  checks: [],
  differences: [],
};
