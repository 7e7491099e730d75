/** What the install figure models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';
import type { ScenarioCheck } from './scenario';

export function aboutInstall({ tool, version, recorded, machines, native }: ScenarioCheck): AboutProps {
  return {
    models: [
      'It chooses as pip does: this Python’s ordered tags, yanked files, the Python that a release wants, requirements with their ranges, markers and extras, the order of installation. The index’s answers are its own, recorded.',
    ],
    leavesOut: [
      ['the cache, and downloads side by side'],
      ['building a source distribution'],
      ['going back to older releases when requirements conflict'],
    ],
    checks: [
      {
        tool,
        version,
        cases: machines,
        on: `${machines} machines, ${recorded} (${native} of them real, the others by pip’s own --platform options)`,
      },
    ],
    differences: [],
  };
}
