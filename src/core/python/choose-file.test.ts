import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowsPython,
  arrangeTags,
  bestTag,
  chooseFile,
  type FileRequest,
  type Installer,
  installerTags,
  type ListedFile,
  normalizeName,
  readReleaseFile,
  readSpecifierSet,
  supportedTags,
  type TagEnvironment,
  uvAllowsPython,
} from './index';

const DEBIAN: TagEnvironment = {
  implementation: 'cp',
  python: [3, 13],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 41] },
  freeThreaded: false,
};
const MACHINES = {
  pip: arrangeTags(DEBIAN, installerTags(DEBIAN, 'pip')),
  uv: arrangeTags(DEBIAN, installerTags(DEBIAN, 'uv')),
};
const INSTALLERS: readonly Installer[] = ['pip', 'uv'];

const asks = (specifier: string, installer: Installer, more: Partial<FileRequest> = {}): FileRequest => {
  const set = readSpecifierSet(specifier);
  if (set === undefined) throw new TypeError(specifier);
  return { project: normalizeName('kit'), specifier: set, supported: MACHINES[installer], python: '3.13.1', ...more };
};
const takes = (files: readonly ListedFile[], specifier: string, installer: Installer) =>
  chooseFile(files, asks(specifier, installer), installer).taken?.given.file.filename;

describe('how each file fares', () => {
  it('every file has its fate, in the order of the page', () => {
    const files: readonly ListedFile[] = [
      { filename: 'kit-1.0-py3-none-any.whl' },
      { filename: 'kit-2.0-cp313-cp313-win_amd64.whl' },
      { filename: 'kit-2.0-py3-none-any.whl', 'requires-python': '>=3.14' },
      { filename: 'kit-1.0-cp313-cp313-manylinux_2_17_x86_64.whl' },
      { filename: 'kit-1.0.tar.gz' },
      { filename: 'kit-1.5-py3-none-any.whl', yanked: 'broken' },
      { filename: 'kit-1.1rc1-py3-none-any.whl' },
      { filename: 'kit-0.1.tar.gz' },
      { filename: 'kit-3.0.tar.gz' },
      { filename: 'other-1.0.tar.gz' },
    ];
    expect(
      chooseFile(files, asks('<3', 'pip'), 'pip').files.map(({ stand }) => Object.values(stand).join(' ')),
    ).toEqual([
      'behind tag',
      'refused tags',
      'refused requires-python',
      'taken',
      'behind wheel',
      'refused yanked',
      'refused pre-release',
      'behind release',
      'refused specifier',
      'refused name',
    ]);
  });

  it('uv leaves a whole release whose own file asks for another Python', () => {
    const files: readonly ListedFile[] = [
      { filename: 'kit-1.0-cp313-cp313-manylinux_2_17_x86_64.whl', 'requires-python': '>=3.14' },
      { filename: 'kit-1.0-py3-none-any.whl' },
    ];
    expect(chooseFile(files, asks('', 'uv'), 'uv').files.map(({ stand }) => stand)).toEqual([
      { kind: 'refused', because: 'requires-python' },
      { kind: 'refused', because: 'release' },
    ]);
  });

  it.each([
    ['wheels', 'kit-1.0-py3-none-any.whl'],
    ['sdists', 'kit-2.0.tar.gz'],
    ['any', 'kit-2.0.tar.gz'],
  ] as const)('of %s alone, %s is taken', (formats, filename) => {
    const files = [{ filename: 'kit-2.0.tar.gz' }, { filename: 'kit-1.0-py3-none-any.whl' }];
    for (const installer of INSTALLERS) {
      expect(chooseFile(files, asks('', installer, { formats }), installer).taken?.given.file.filename).toBe(filename);
    }
  });
});

describe('files of a project’s page', () => {
  it.each([
    ['kit-1.0-1.tar.gz', 'sdist'],
    ['Kit-1.0.zip', 'sdist'],
    ['kit-extra-1.0.tar.gz', undefined],
    ['kit.1.0.tar.gz', undefined],
    ['kit-.tar.gz', undefined],
    ['ki', undefined],
    ['.tar.gz', undefined],
    ['Kit-1.0-py3-none-any.whl', 'wheel'],
  ])('%s: %s', (filename, kind) => {
    expect(readReleaseFile({ filename }, normalizeName('kit'), 'pip')?.kind).toBe(kind);
  });

  it('a project’s name is found in any spelling of it', () => {
    const project = normalizeName('zope-interface');
    for (const name of ['zope.interface', 'Zope_Interface', 'zope--interface', 'zope-_.interface']) {
      expect(readReleaseFile({ filename: `${name}-1.0.tar.gz` }, project, 'uv')?.kind).toBe('sdist');
    }
  });
});

describe('laws', () => {
  const version = fc.constantFrom('0.9', '1.0', '1.0.post1', '1.1rc1', '2.0', '1!0.1', '1.0+local');
  const requires = fc.constantFrom('', '>=3.8', '>=3.14', '<3', '!=3.13.*', 'nonsense', '>=3.6.*');
  const filename = fc.oneof(
    fc.tuple(version, fc.constantFrom('.tar.gz', '.zip', '.tar.bz2')).map((parts) => `kit-${parts.join('')}`),
    fc
      .record({
        version,
        build: fc.constantFrom('', '-1', '-2b'),
        python: fc.constantFrom('cp313', 'cp39', 'py3', 'pp311', 'py2.py3'),
        abi: fc.constantFrom('cp313', 'abi3', 'none', 'cp313t'),
        platform: fc.constantFrom('any', 'win32', 'linux_x86_64', 'manylinux_2_17_x86_64'),
      })
      .map((parts) => `kit-${parts.version}${parts.build}-${parts.python}-${parts.abi}-${parts.platform}.whl`),
    fc.string(),
  );
  const files: fc.Arbitrary<readonly ListedFile[]> = fc.array(
    fc.record({ filename, 'requires-python': requires, yanked: fc.constantFrom(false, true, 'broken') }),
    { maxLength: 12 },
  );
  const specifier = fc.constantFrom('', '>=1', '==1.0', '<2', '>=1.0a1', '===1.0');

  it('at most one file is taken, one is if any could be, and what is taken fits', () => {
    fc.assert(
      fc.property(files, specifier, fc.constantFrom(...INSTALLERS), (page, asked, installer) => {
        const { taken, files: fates } = chooseFile(page, asks(asked, installer), installer);
        expect(fates.map(({ file }) => file)).toEqual(page);
        const kinds = fates.map(({ stand }) => stand.kind);
        expect(kinds.filter((kind) => kind === 'taken').length).toBe(taken === undefined ? 0 : 1);
        if (taken === undefined) expect(kinds.every((kind) => kind === 'refused')).toBe(true);
        if (taken?.given.kind === 'wheel') expect(taken.best).toEqual(bestTag(taken.given.wheel, MACHINES[installer]));
        const python = taken?.given.file['requires-python'] ?? '';
        const allows = installer === 'pip' ? allowsPython : uvAllowsPython;
        expect(python === '' || allows(python, '3.13.1')).toBe(true);
      }),
    );
  });

  it('a file that is refused can be taken off the page, and nothing changes', () => {
    fc.assert(
      fc.property(files, specifier, (page, asked) => {
        const choice = chooseFile(page, asks(asked, 'pip'), 'pip');
        const rest = choice.files.filter(({ stand }) => stand.kind !== 'refused').map(({ file }) => file);
        expect(takes(rest, asked, 'pip')).toBe(choice.taken?.given.file.filename);
      }),
    );
  });

  it('pip and uv agree where none of their differences comes in', () => {
    const plain = fc.uniqueArray(
      fc.record({
        filename: fc
          .tuple(
            fc.constantFrom('1.0', '1.1', '2.0'),
            fc.constantFrom('cp313-cp313', 'cp39-abi3', 'py3-none', 'py2-none'),
          )
          .map(([release, tags]) => `kit-${release}-${tags}-manylinux_2_17_x86_64.whl`),
        'requires-python': fc.constant('>=3.8'),
      }),
      { selector: (file) => file.filename, maxLength: 8 },
    );
    fc.assert(
      fc.property(plain, fc.constantFrom('', '>=1.1', '==1.0', '<2'), (page, asked) => {
        expect(takes(page, asked, 'uv')).toBe(takes(page, asked, 'pip'));
      }),
    );
  });

  it('what pip lets in by Requires-Python, uv lets in too, if both can read it', () => {
    const clause = fc
      .tuple(fc.constantFrom('>=', '<=', '<', '>', '==', '!=', '~='), fc.nat(4), fc.nat(20))
      .map(([operator, major, minor]) => `${operator}${major}.${minor}`);
    fc.assert(
      fc.property(fc.array(clause, { maxLength: 4 }), fc.nat(20), (clauses, minor) => {
        const [set, python] = [clauses.join(','), `3.${minor}.1`];
        if (allowsPython(set, python)) expect(uvAllowsPython(set, python)).toBe(true);
      }),
    );
  });
});

describe('the tags of installers', () => {
  it('pip’s list is the reference list for CPython, and uv’s has the same tags there', () => {
    const sorted = (tags: readonly object[]) => tags.map((tag) => JSON.stringify(tag)).sort();
    expect(installerTags(DEBIAN, 'pip')).toEqual(supportedTags(DEBIAN));
    expect(sorted(installerTags(DEBIAN, 'uv'))).toEqual(sorted(supportedTags(DEBIAN)));
  });
});
