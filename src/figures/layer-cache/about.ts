/** What the figure models and leaves out, and what it was compared with. */
import type { AboutProps } from '@/figures/frame/About';

export const about: AboutProps = {
  models: [
    'What BuildKit’s cache does with a Dockerfile and its files: which steps a build takes from the cache, which run and why, and the layers that they write. The seconds are a model: ',
    '0.4 s to start a RUN, 0.1 s for a COPY, downloads at 5 MB a second, packages unpacked at 25 MB a second, files copied at 200 MB a second; stages that don’t need each other run side by side. Sizes of packages are measured.',
  ],
  leavesOut: [
    [
      'Running commands: what a RUN does comes from a table of commands. What it doesn’t know changes no file, and the step says so.',
    ],
    ['Pulling base images: they are there already. Clearing of old cache entries, and caches on other machines.'],
    ['A folder of installed packages stands as one file of its size.'],
    ['In the log: what commands print, fetching of images, digests, and the order in which stages side by side end.'],
  ],
  // about.test.ts counts them in the recordings.
  checks: [
    {
      tool: 'BuildKit',
      version: '0.34.2',
      on: 'projects built several times, step by step and file by file',
      cases: 360,
    },
  ],
  differences: [
    ['The mode of a folder counts at once; the builder keeps the old one until the folder is sent anew.'],
    ['Warnings end no build, whatever ', { code: '# check=' }, ' says.'],
    ['The file is read by the frontend that is built in, whatever ', { code: '# syntax=' }, ' names.'],
  ],
};
