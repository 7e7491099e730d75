/** What the wheel decoder models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'How an installer chooses among the files of one release, its version pinned: the ordered tags of this Python on this machine, build tags, Requires-Python, yanked files, and the source distribution when no wheel fits. The file lists are the index’s own, recorded; what building needs was read in each source distribution, and nothing of it was run.',
  ],
  leavesOut: [
    ['Choosing the release: pip and uv take the newest version that they may, and only then a file of it.'],
    ['The last number of a Python’s version: 3.13 counts as 3.13.0.'],
    ['PyPy 7.3 for Python 3.11: the figure’s is PyPy 8.0, whose ABI is pp80.'],
    ['Whether a machine can build: a phone and a browser can’t, and there the source distribution is of no use.'],
    ['Pyodide’s own tags before PEP 783, such as pyodide_2024_0_wasm32, which the reference library doesn’t know.'],
    ['What no tag tells: processor features, GPUs, libraries of the system.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [
    {
      tool: 'pip',
      version: '26.3',
      on: '12 releases, each on 275 machines by pip’s own finder, and on the five that stand first by its command',
      cases: 3360,
    },
    {
      tool: 'packaging',
      version: '26.4',
      on: '12 releases on the nine machines that have a name, by the script that “Check with the real tool” gives',
      cases: 108,
    },
  ],
  differences: [
    [
      'The list of tags is in the order of ',
      { code: 'packaging' },
      ', which puts ',
      { code: 'linux_*' },
      ' first, as pip does; uv puts it after the manylinux names. No release of a public index has such files.',
    ],
  ],
};
