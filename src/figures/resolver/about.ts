/** What the resolver playground models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'How uv chooses one release of each project so that every requirement holds: PubGrub with uv’s order of deciding, its rules for pre-releases, yanked releases, requires-python, wheels and sdists, extras, markers, constraints and overrides. A scenario is a small index as text; real ones were recorded from the index and hold the releases that matter.',
  ],
  leavesOut: [
    ['Direct URLs, editable projects, and indexes beside the first.'],
    [
      'Elsewhere, npm without optional and bundled dependencies and overrides, Cargo without features, Go without pruning of the module graph; and of Python’s question what has no like there, which is said.',
    ],
    ['Building: that a source distribution exists counts, and not whether it can be built.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [
    { tool: 'uv', version: '0.13.9', on: 'Linux, by its commands on an index made of each scenario', cases: 302 },
    { tool: 'npm', version: '11.19.1', on: 'Linux, installing from a registry made of each scenario', cases: 155 },
    { tool: 'cargo', version: '1.95.0', on: 'Linux, locking from a registry made of each scenario', cases: 132 },
    { tool: 'go', version: '1.26.8', on: 'Linux, listing modules of a proxy made of each scenario', cases: 130 },
  ],
  differences: [],
};
