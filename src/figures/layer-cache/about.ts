/** What the figure models and leaves out, and what it was compared with. */
import { DOWNLOAD_BYTES_PER_SECOND, SECONDS_PER_STEP, WRITE_BYTES_PER_SECOND } from '@/core/docker';
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'What BuildKit’s cache does with a Dockerfile and its files: which steps a build takes from the cache, which run and why, and the layers that they write. The seconds are a model: ',
    `${SECONDS_PER_STEP} s for each step that runs, downloads at ${DOWNLOAD_BYTES_PER_SECOND / 1e6} MB a second, layers written at ${WRITE_BYTES_PER_SECOND / 1e6} MB a second, and for each command the seconds that its table below names; stages that don’t need each other run side by side.`,
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
