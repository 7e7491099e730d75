// Where pip and uv choose differently from the same page, as data for readers. What the standards leave to the installer
// (platform compatibility tags, "Use"), each decides for itself; every difference has recorded choices that show it.

/** A difference between pip 26.3 and uv 0.13.9, what each does, and the cases of content/index/installers/choices.json that show it. */
export interface InstallerDifference {
  readonly id: string;
  readonly about: string;
  readonly pip: string;
  readonly uv: string;
  readonly shownBy: readonly string[];
}

/**
 * The differences that are recorded, in the order in which a choice meets them (PEP 425, "Use"; PEP 592, "Installers"; version
 * specifiers, "Handling of pre-releases").
 *
 * @example INSTALLER_DIFFERENCES[0].id // → 'source-formats'
 */
export const INSTALLER_DIFFERENCES: readonly InstallerDifference[] = [
  {
    id: 'source-formats',
    about: 'Source distributions in older formats',
    pip: 'takes every archive that it can unpack, such as .tar.bz2, .tgz and .tar.xz',
    uv: 'takes .tar.gz and .zip',
    shownBy: [
      ...['tar.bz2', 'tgz', 'tar', 'tar.xz', 'tbz', 'tar.lzma', 'tlz', 'txz', 'tar.lz'].map(
        (end) => `names/sdist-${end}`,
      ),
      'names/sdist-legacy-last',
    ],
  },
  {
    id: 'tag-spelling',
    about: 'Tags written in another way',
    pip: 'takes capital letters for small ones, and refuses a name with an empty tag',
    uv: 'knows no tag with capital letters, and passes over an empty tag at the end of a set',
    shownBy: ['tags/upper-case', 'tags/empty'],
  },
  {
    id: 'requires-python-bounds',
    about: 'Requires-Python with an upper bound or an exclusion, such as <3.11 or !=3.11.*',
    pip: 'holds to it',
    uv: 'asks only whether the allowed versions begin at or below this Python',
    shownBy: [
      ...['<3.11', '!=3.11.*', '==3.10.*', '~=3.9.0', '==3.11', '!=3.11.7', '>=3.6,!=3.11.*', '>=3.12,<3.11'],
      '===3.11.2',
    ].map((specifier) => `python/${specifier}`),
  },
  {
    id: 'requires-python-unreadable',
    about: 'Requires-Python that is no specifier set',
    pip: 'takes it to forbid nothing',
    uv: 'passes the file over, but reads >=3.12.* as >=3.12',
    shownBy: ['python/nonsense', 'python/>=3.8 <4', 'python/3.8', 'python/>=3.12.*', 'python/unreadable-beside-sdist'],
  },
  {
    id: 'requires-python-of-a-release',
    about: 'Files of one release that ask for different Pythons',
    pip: 'asks every file by itself',
    uv: 'asks the file that it would take, and leaves the whole release if that one refuses',
    shownBy: ['python/best-wheel-refused', 'python/wheel-refused-sdist-not'],
  },
  {
    id: 'pre-releases-named',
    about: 'Specifiers that name a pre-release, such as >=0.5a1',
    pip: 'lets pre-releases in',
    uv: 'still takes them only where no final release fits',
    shownBy: ['prereleases/kit>=0.5a1', 'prereleases/kit<=2.0rc1', 'prereleases/kit<2.0rc2,>=0.1'],
  },
  {
    id: 'pre-releases-beside-yanked',
    about: 'A pre-release, where every final release is yanked',
    pip: 'takes neither',
    uv: 'takes the pre-release',
    shownBy: ['prereleases/final-yanked'],
  },
  {
    id: 'yanked-pins',
    about: 'What counts as pinned, so that a yanked release may be taken',
    pip: 'any clause with == or ===, and every version that it admits',
    uv: 'a single clause, and only the version that it names: not 1.0+cu124 for ==1.0',
    shownBy: ['yanked/kit==1.0,>=0.5', 'yanked/local-pinned'],
  },
  {
    id: 'yanked-files',
    about: 'A pinned release of which some files are yanked',
    pip: 'takes another file while there is one',
    uv: 'treats them like the others',
    shownBy: ['yanked/one-of-two-pinned', 'yanked/wheel-beside-source-pinned'],
  },
  {
    id: 'linux-tags',
    about: 'Wheels for linux_* beside those for manylinux_* and musllinux_*',
    pip: 'prefers linux_*, which was built for this very machine',
    uv: 'prefers manylinux_* and musllinux_*',
    shownBy: ['tags/linux-before-manylinux', 'tags/linux-before-musllinux'],
  },
  {
    id: 'glibc-of-young-processors',
    about: 'Wheels for processors younger than glibc 2.17',
    pip: 'takes them from manylinux_2_17 on, as for any processor',
    uv: 'takes them from manylinux_2_31 (riscv64) and manylinux_2_36 (loongarch64) on',
    shownBy: ['tags/riscv-glibc-2.30'],
  },
  {
    id: 'fat3',
    about: 'macOS wheels that hold three architectures, fat3',
    pip: 'takes them on x86-64',
    uv: 'does not know them',
    shownBy: ['tags/fat3'],
  },
  {
    id: 'own-tags-without-abi',
    about: 'Wheels for PyPy or GraalPy that need no ABI, such as pp311-none-any',
    pip: 'takes them',
    uv: 'does not, only those with its ABI or for any Python',
    shownBy: ['tags/pp-none-platform', 'tags/pp-none-any', 'tags/graalpy-none-any'],
  },
  {
    id: 'graalpy-abi',
    about: 'Wheels with GraalPy’s own ABI, such as graalpy242_311_native',
    pip: 'takes them',
    uv: 'takes the number for GraalPy 2.42, so that they fit no GraalPy',
    shownBy: ['tags/graalpy-abi'],
  },
  {
    id: 'hash-not-told',
    about: 'Hash checking, where no file has an accepted digest and one has none told',
    pip: 'goes by the tags',
    uv: 'prefers the file without a digest to one with another digest',
    shownBy: ['hashes/none-told-others-differ'],
  },
  {
    id: 'equals',
    about: 'Files of a release that are equal in tag and build tag, or two source distributions',
    pip: 'takes the one that the page lists last',
    uv: 'takes the one whose name comes first as text',
    shownBy: ['ties/same-tag', 'ties/wider-set', 'ties/sdist-zip-last'],
  },
];
