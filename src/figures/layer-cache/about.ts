/** What the figure models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'What BuildKit’s cache does with a Dockerfile and its files: which steps a build takes from the cache, which run and why, and the layers that they write. The seconds are a model: ',
    '0.1 s for each step that runs, downloads at 12.5 MB a second, layers written at 200 MB a second, and for each command the seconds that are declared for it; stages that don’t need each other run side by side.',
  ],
  leavesOut: [
    [
      'Running commands: what a RUN does is declared with each project. What isn’t declared changes no file, and its step says so.',
    ],
    ['Pulling base images: they are there already. Clearing of old cache entries, and caches on other machines.'],
    ['A folder of installed packages stands as one file of its size.'],
  ],
  checks: [],
  differences: [],
};
