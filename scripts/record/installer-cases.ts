// Small pages of a project, each made for one question about how installers choose: what installers.ts asks pip and uv.

import type { Environment } from './machine.ts';

type Machine = Omit<Environment, 'id'> & { readonly pythonFullVersion: string };

const cpython = { implementation: 'cp', python: [3, 11], abis: null, freeThreaded: false } as const;
const glibc = (arch: string, minor: number) => {
  return { kind: 'linux', arch, libc: 'glibc', libcVersion: [2, minor] } as const;
};

export const MACHINES = {
  linux: { ...cpython, pythonFullVersion: '3.11.7', platform: glibc('x86_64', 36) },
  musl: {
    ...cpython,
    pythonFullVersion: '3.11.7',
    platform: { kind: 'musl', arch: 'x86_64', libc: 'musl', libcVersion: [1, 2] },
  },
  riscv: { ...cpython, pythonFullVersion: '3.11.7', platform: glibc('riscv64', 39) },
  mac: { ...cpython, pythonFullVersion: '3.11.7', platform: { kind: 'macos', version: [13, 0], arch: 'x86_64' } },
  pypy: {
    implementation: 'pp',
    python: [3, 11],
    abis: ['pypy311_pp73'],
    freeThreaded: false,
    pythonFullVersion: '3.11.7',
    platform: glibc('x86_64', 36),
  },
} as const satisfies Readonly<Record<string, Machine>>;

export interface AskedFile {
  readonly filename: string;
  readonly 'requires-python'?: string;
  readonly yanked?: string;
  readonly sha256?: string;
}

export interface Ask {
  readonly id: string;
  readonly machine: keyof typeof MACHINES;
  readonly requirement: string;
  readonly formats?: 'wheels' | 'sdists';
  readonly prereleases?: true;
  readonly hashes?: readonly string[];
  readonly files: readonly AskedFile[];
}

/** `1.0 >=3.12 yanked` → the pure wheel of 1.0 with these marks; a name with an extension stands for itself. */
function file(text: string): AskedFile {
  const [name = '', ...marks] = text.split(' | ');
  const filename = /\.[a-z]+\d?$/i.test(name) && !/^\d/.test(name) ? name : `kit-${name}-py3-none-any.whl`;
  const marked = (key: string) => marks.find((mark) => mark.startsWith(`${key}: `))?.slice(key.length + 2);
  const requires = marked('python');
  const sha256 = marked('sha256');
  return {
    filename,
    ...(requires === undefined ? {} : { 'requires-python': requires }),
    ...(marks.includes('yanked') ? { yanked: 'broken' } : {}),
    ...(sha256 === undefined ? {} : { sha256: sha256.repeat(64) }),
  };
}

const ask = (id: string, requirement: string, files: readonly string[], more: Partial<Ask> = {}): Ask => {
  return { id, machine: 'linux', requirement, ...more, files: files.map(file) };
};
const on = (machine: keyof typeof MACHINES, id: string, ...tags: readonly string[]): Ask => {
  return ask(id, 'kit', [...tags.map((tag) => `kit-1.0-${tag}.whl`), '0.9'], { machine });
};

const tags: readonly Ask[] = [
  on('linux', 'tags/linux-before-manylinux', 'cp311-cp311-linux_x86_64', 'cp311-cp311-manylinux_2_17_x86_64'),
  on('musl', 'tags/linux-before-musllinux', 'cp311-cp311-linux_x86_64', 'cp311-cp311-musllinux_1_1_x86_64'),
  on('linux', 'tags/legacy-after-pep-600', 'cp311-cp311-manylinux2014_x86_64', 'cp311-cp311-manylinux_2_17_x86_64'),
  on('linux', 'tags/abi-before-platform', 'cp311-abi3-manylinux_2_35_x86_64', 'cp311-cp311-manylinux_2_5_x86_64'),
  on('linux', 'tags/none-after-abi3', 'cp311-none-manylinux_2_35_x86_64', 'cp311-abi3-manylinux_2_5_x86_64'),
  on('riscv', 'tags/riscv-glibc-2.30', 'cp311-cp311-manylinux_2_30_riscv64'),
  on('riscv', 'tags/riscv-glibc-2.31', 'cp311-cp311-manylinux_2_31_riscv64'),
  on('mac', 'tags/fat3', 'cp311-cp311-macosx_10_9_fat3'),
  on('mac', 'tags/fat64', 'cp311-cp311-macosx_10_9_fat64'),
  on('pypy', 'tags/pp-none-platform', 'pp311-none-manylinux_2_17_x86_64'),
  on('pypy', 'tags/pp-none-any', 'pp311-none-any'),
  on('pypy', 'tags/pp3-none-any', 'pp3-none-any'),
  on('pypy', 'tags/pypy-abi', 'pp311-pypy311_pp73-manylinux_2_17_x86_64'),
  on('linux', 'tags/upper-case', 'PY3-NONE-ANY'),
  on('linux', 'tags/empty', 'py3.-none-any'),
  on('linux', 'tags/empty-inside', 'py3..py2-none-any'),
  on('linux', 'tags/not-a-name', '3-none-any'),
  on('linux', 'tags/repeated', 'py3-none-any.any'),
  on('linux', 'tags/unknown-beside-known', 'foo3.py3-none-any'),
];

const ties: readonly Ask[] = [
  ask('ties/same-tag', 'kit', ['Kit-1.0-py3-none-any.whl', '1.0']),
  ask('ties/wider-set', 'kit', ['kit-1.0-py2.py3-none-any.whl', '1.0']),
  ask('ties/version-spelling', 'kit', ['1.0.0', '1.0']),
  ask('ties/build-tag', 'kit', ['1.0-2', '1.0-10', '1.0']),
  ask('ties/build-tag-rest', 'kit', ['1.0-2b', '1.0-2a', '1.0-2']),
  ask('ties/build-tag-after-tag', 'kit', ['1.0-9', 'kit-1.0-cp311-none-any.whl']),
  ask('ties/sdist-zip-last', 'kit', ['kit-1.0.tar.gz', 'kit-1.0.zip']),
  ask('ties/sdist-zip-first', 'kit', ['kit-1.0.zip', 'kit-1.0.tar.gz']),
];

const names: readonly Ask[] = [
  ...[
    'tar.bz2',
    'tgz',
    'tar',
    'tar.xz',
    'tbz',
    'tar.lzma',
    'tlz',
    'txz',
    'tar.lz',
    'tar.zst',
    'egg',
    'exe',
    'TAR.GZ',
  ].map((extension) => ask(`names/sdist-${extension}`, 'kit', [`kit-1.0.${extension}`, '0.9'])),
  ask('names/sdist-legacy-last', 'kit', ['kit-1.0.tar.gz', 'kit-1.0.tar.bz2']),
  ask('names/sdist-upper-case', 'kit', ['Kit-1.0.tar.gz', '0.9']),
  ask('names/sdist-other-project', 'kit', ['kit-extra-1.0.tar.gz', '0.9']),
  ask('names/sdist-dash-in-version', 'kit', ['kit-1.0-1.tar.gz', '0.9']),
  ask('names/sdist-no-version', 'kit', ['kit.tar.gz', '0.9']),
  ask('names/sdist-not-a-version', 'kit', ['kit-one.tar.gz', '0.9']),
  ask('names/sdist-two-dashes', 'kit', ['kit--1.0.tar.gz', '0.9']),
  ask('names/sdist-version-not-normal', 'kit', ['kit-v01.0.tar.gz', '0.9']),
  ask('names/wheel-version-not-normal', 'kit', ['v01.0', '0.9']),
  ask('names/wheel-extension', 'kit', ['kit-1.0-py3-none-any.WHL', '0.9']),
  ask('names/wheel-build-no-digit', 'kit', ['1.0-x', '0.9']),
  ask('names/wheel-parts', 'kit', ['kit-1.0-py3-none.whl', '0.9']),
  ask('names/wheel-not-a-version', 'kit', ['kit-one-py3-none-any.whl', '0.9']),
];

const SPECIFIERS = [
  ...['<3.11', '!=3.11.*', '==3.10.*', '~=3.9.0', '>=3.12', '>=3.8,<4', '==3.11', '!=3.11.7', '>3.11', '>3.11.7'],
  ...['>=3.12a1', '>=3.11.7rc1', '>=3.11.7.1', '==3.12.*', '~=3.12', '>=3.6,!=3.11.*', '>=3.11,!=3.11.*'],
  ...[
    '>=3.12,<3.11',
    '===3.11.2',
    '===3.12.0',
    '>=3.6.*',
    '>=3.12.*',
    '>3.11.*',
    'nonsense',
    '>=3.8 <4',
    '3.8',
    '>=3.8,',
  ],
];

const python: readonly Ask[] = [
  ...SPECIFIERS.map((specifier) => ask(`python/${specifier}`, 'kit', [`1.0 | python: ${specifier}`, '0.9'])),
  ask('python/best-wheel-refused', 'kit', ['kit-1.0-cp311-cp311-linux_x86_64.whl | python: >=3.12', '1.0', '0.9']),
  ask('python/other-wheel-refused', 'kit', ['kit-1.0-cp311-cp311-linux_x86_64.whl', '1.0 | python: >=3.12', '0.9']),
  ask('python/wheel-refused-sdist-not', 'kit', ['1.0 | python: >=3.12', 'kit-1.0.tar.gz', '0.9']),
  ask('python/sdist-refused-wheel-not', 'kit', ['1.0', 'kit-1.0.tar.gz | python: >=3.12', '0.9']),
  ask('python/unreadable-beside-sdist', 'kit', ['1.0 | python: nonsense', 'kit-1.0.tar.gz', '0.9']),
];

const releases: readonly Ask[] = [
  ask('releases/newest-has-source-alone', 'kit', ['kit-1.1.tar.gz', '1.0']),
  ask('releases/newest-has-no-wheel-here', 'kit', ['kit-1.1-cp311-cp311-win32.whl', 'kit-1.1.tar.gz', '1.0']),
  ask('releases/newest-has-nothing-here', 'kit', ['kit-1.1-cp311-cp311-win32.whl', '1.0']),
  ask('releases/local', 'kit==1.0', ['1.0', '1.0+cu124']),
  ask('releases/post', 'kit==1.0', ['1.0', '1.0.post1']),
  ask('releases/epoch', 'kit', ['1!0.1', '2.0']),
  ask('releases/wheels-alone', 'kit', ['kit-1.1.tar.gz', '1.0'], { formats: 'wheels' }),
  ask('releases/sources-alone', 'kit', ['1.1', '1.0', 'kit-1.0.tar.gz'], { formats: 'sdists' }),
];

const prereleases: readonly Ask[] = [
  ...[
    'kit',
    'kit>=1.5',
    'kit>=2.0b1',
    'kit>=0.5a1',
    'kit<=2.0rc1',
    'kit<2.0rc2,>=0.1',
    'kit==2.0rc1',
    'kit!=2.0b1',
  ].map((requirement) => ask(`prereleases/${requirement}`, requirement, ['2.0rc1', '1.0'])),
  ask('prereleases/asked-for', 'kit', ['2.0rc1', '1.0'], { prereleases: true }),
  ask('prereleases/no-final', 'kit', ['2.0rc1', '2.0b1']),
  ask('prereleases/final-not-here', 'kit', ['2.0rc1', 'kit-1.0-cp311-cp311-win32.whl']),
  ask('prereleases/final-refuses-python', 'kit', ['2.0rc1', '1.0 | python: >=3.12']),
  ask('prereleases/final-yanked', 'kit', ['2.0rc1', '1.0 | yanked']),
  ask('prereleases/final-out-of-range', 'kit>1.0,<2.0', ['2.0rc1', '1.5b1', '1.0']),
  ask('prereleases/development', 'kit', ['2.0.dev1', '1.0.post1', '1.0']),
];

const yanked: readonly Ask[] = [
  ...['kit', 'kit==1.0', 'kit===1.0', 'kit==1.*', 'kit>=1.0', 'kit>=1.0,<=1.0', 'kit==1.0,>=0.5', 'kit==1'].map(
    (requirement) => ask(`yanked/${requirement}`, requirement, ['1.0 | yanked', '0.9']),
  ),
  ask('yanked/one-of-two-pinned', 'kit==1.0', ['kit-1.0-cp311-cp311-linux_x86_64.whl | yanked', '1.0']),
  ask('yanked/one-of-two', 'kit', ['kit-1.0-cp311-cp311-linux_x86_64.whl | yanked', '1.0']),
  ask('yanked/wheel-beside-source', 'kit', ['1.0 | yanked', 'kit-1.0.tar.gz']),
  ask('yanked/wheel-beside-source-pinned', 'kit==1.0', ['1.0 | yanked', 'kit-1.0.tar.gz']),
  ask('yanked/source-beside-wheel', 'kit', ['1.0', 'kit-1.0.tar.gz | yanked']),
  ask('yanked/all', 'kit', ['1.0 | yanked']),
  ask('yanked/local-pinned', 'kit==1.0', ['1.0+cu124 | yanked']),
  ask('yanked/local-pinned-beside-public', 'kit==1.0', ['1.0+cu124 | yanked', '1.0']),
];

const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const hashes: readonly Ask[] = [
  ask('hashes/lesser-wheel', 'kit==1.0', ['kit-1.0-cp311-none-any.whl | sha256: a', '1.0 | sha256: b'], {
    hashes: [b],
  }),
  ask('hashes/source', 'kit==1.0', ['1.0 | sha256: a', 'kit-1.0.tar.gz | sha256: b'], { hashes: [b] }),
  ask('hashes/none-told', 'kit==1.0', ['kit-1.0-cp311-none-any.whl', '1.0 | sha256: b'], { hashes: [b] }),
  ask('hashes/none-told-others-differ', 'kit==1.0', ['kit-1.0-cp311-none-any.whl | sha256: a', '1.0'], { hashes: [b] }),
  ask('hashes/none-fits', 'kit==1.0', ['kit-1.0-cp311-none-any.whl | sha256: a', '1.0 | sha256: b'], { hashes: [c] }),
  ask(
    'hashes/yanked-beside-other',
    'kit==1.0',
    ['kit-1.0-cp311-none-any.whl | yanked | sha256: a', '1.0 | sha256: b'],
    {
      hashes: [a],
    },
  ),
];

export const CASES: readonly Ask[] = [
  ...tags,
  ...ties,
  ...names,
  ...python,
  ...releases,
  ...prereleases,
  ...yanked,
  ...hashes,
];
