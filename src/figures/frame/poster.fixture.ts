/** Posters as figures give them: a few files, a long release, a ladder of folders. For tests. */
import type { Poster, PosterRow } from './poster';

const tag = (at: number) => `cp31${at % 5}-cp31${at % 5}-manylinux_2_${17 + at}_x86_64.manylinux_2_28_x86_64`;
const losers = (count: number): readonly PosterRow[] =>
  Array.from({ length: count }, (_, at) => ({
    mark: 'refused',
    name: `numpy-2.3.1-${tag(at)}.whl`,
    word: at % 2 === 0 ? 'musl, not glibc' : 'Python 3.11',
  }));
const taken: PosterRow = {
  mark: 'chosen',
  name: 'numpy-2.3.1-cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl',
  word: 'taken',
};
const settings = [
  'CPython ',
  { code: '3.13' },
  ' on Linux, ',
  { code: 'x86_64' },
  ', glibc 2.36; files of numpy 2.3.1.',
];
const happened = [
  'pip takes ',
  { code: taken.name },
  ': its tag comes first of the 1,180 that this interpreter accepts.',
];

export const fewFiles: Poster = {
  settings,
  happened,
  groups: [
    {
      label: 'Files of numpy 2.3.1',
      rows: [
        taken,
        ...losers(3),
        { mark: 'fits', name: 'numpy-2.3.1-py3-none-any.whl', word: 'fits, later' },
        { mark: 'ahead', name: 'numpy-2.3.1.tar.gz', word: 'only if no wheel fits' },
      ],
    },
  ],
};

export const longRelease: Poster = {
  settings,
  happened,
  groups: [{ label: 'Files of numpy 2.3.1', rows: [...losers(40), taken, ...losers(4)] }],
};

export const folders: Poster = {
  settings: [{ code: '~/.local/bin' }, ' stands first on PATH.'],
  happened: ['bash takes ', { code: '/usr/bin/python3' }, '.'],
  groups: [
    { label: 'Asked before PATH', rows: [{ mark: 'passed', name: 'alias', word: 'none' }] },
    {
      label: 'PATH, in order',
      rows: [
        { mark: 'passed', name: '/home/you/.local/bin', word: 'has no python3' },
        { mark: 'chosen', name: '/usr/bin', word: 'python3 is here' },
        { mark: 'plain', name: '/bin', word: '' },
      ],
    },
  ],
};
