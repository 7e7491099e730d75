// The rules of check-wheel-contents, release 0.6.3: W0 look at every wheel, W1 and W2 at what one says that there should be. Each gives
// the lists of paths that break it, one list a failure. Follows its README, “Checks”.
import { isImportPath, isStubsFolder, moduleOf } from './module-file';
import { filesBelow, type ListedFile, type ListedFolder } from './record-tree';
import { folderRole, type WheelLayout } from './wheel-layout';

/** What the wheel’s library should hold, if one says so (`--toplevel`, `--package` and `--src-dir`). */
export interface WheelExpectations {
  /** The names at the top of the library. */
  readonly toplevel: readonly string[] | undefined;
  /** The paths of all files of the library. */
  readonly files: readonly string[] | undefined;
}

/** A rule: what it says when it is broken, and where it is broken. A rule without paths fails with an empty list. */
export interface WheelRule {
  readonly message: string;
  readonly check: (layout: WheelLayout, expected: WheelExpectations) => readonly (readonly string[])[];
}

/** Contents that many files have without being copies: nothing, one line end, one line about the encoding. */
const COMMON_CONTENTS: ReadonlySet<string> = new Set([
  '0 sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
  '1 sha256=AbpHGcgLb-kRsJGnwFEktk7uzpZOCcBY74-YBdrKVGs',
  '2 sha256=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN_XKdLCPjaYaY',
  '23 sha256=5FQ0s_2rPa2Vpj_dOhp6usXXAHPT9X-MBVVZLP2Uoqo',
  '24 sha256=iwhKnzeBJLKxpRVjvzwiRE63_zNpIBfaKLITauVph-0',
  '25 sha256=7dRrSvfwwa7lx9UmxdRmahXhjCBDHMYzZYp8pcodZ3c',
]);

/** Names that many projects leave at the top of a library by mistake, where the next wheel overwrites them. */
const COMMON_NAMES: readonly string[] =
  '.eggs .nox .tox .venv app build cli data dist doc docs example examples lib scripts src test tests venv'.split(' ');

const one = (paths: readonly string[]): readonly (readonly string[])[] => (paths.length > 0 ? [paths] : []);

const libraryFiles = ({ libraries }: WheelLayout): readonly ListedFile[] => libraries.flatMap(filesBelow);

const tops = ({ libraries }: WheelLayout): readonly (readonly [string, ListedFile | ListedFolder])[] =>
  libraries.flatMap(({ entries }) => [...entries]);

/** A `.pth` file, which belongs to the top of a library. */
const isPathFile = (name: string, entry: ListedFile | ListedFolder): boolean =>
  entry.kind === 'file' && /[^\n]\.pth$/.test(name);

/** A file’s path below the library that it is in. */
function libraryPath({ parts }: ListedFile): string | undefined {
  const role = folderRole(parts[0] ?? '');
  if (role === undefined) return parts.join('/');
  const isLibrary = role === 'data' && parts.length > 2 && (parts[1] === 'purelib' || parts[1] === 'platlib');
  return isLibrary ? parts.slice(2).join('/') : undefined;
}

const isModule = ({ parts }: ListedFile): boolean => moduleOf(parts.at(-1) ?? '') !== undefined;

/** The rules by code, in the order in which the tool goes through them. */
export const WHEEL_RULES = {
  W001: {
    message: 'Wheel contains .pyc/.pyo files',
    check: ({ tree }) =>
      one(filesBelow(tree.root).flatMap(({ path }) => (/[^./][^/]*\.py[co]$/.test(path) ? [path] : []))),
  },
  W002: {
    message: 'Wheel contains duplicate files',
    check: ({ tree }) => {
      const same = new Map<string, string[]>();
      for (const { signature, path } of tree.files) {
        if (signature === undefined || COMMON_CONTENTS.has(signature)) continue;
        const paths = same.get(signature);
        if (paths === undefined) same.set(signature, [path]);
        else paths.push(path);
      }
      return [...same.values()].filter((paths) => paths.length > 1);
    },
  },
  W003: {
    message: 'Wheel contains non-module at library toplevel',
    check: (layout) =>
      one(
        tops(layout).flatMap(([name, entry]) =>
          entry.kind === 'file' && !isPathFile(name, entry) && !isModule(entry) ? [entry.path] : [],
        ),
      ),
  },
  W004: {
    message: 'Module is not located at importable path',
    check: (layout) =>
      one(
        libraryFiles(layout).flatMap((file) => {
          if (!isModule(file)) return [];
          const path = libraryPath(file);
          return path !== undefined && isImportPath(path.split('/')) ? [] : [file.path];
        }),
      ),
  },
  W005: {
    message: 'Wheel contains common toplevel name in library',
    check: ({ libraries }, { toplevel }) =>
      one(
        libraries.flatMap(({ entries }) =>
          COMMON_NAMES.flatMap((name) => (toplevel?.includes(name) ? [] : (entries.get(name)?.path ?? []))),
        ),
      ),
  },
  W006: {
    message: '__init__.py at top level of library',
    check: (layout) =>
      one(
        tops(layout).flatMap(([name, entry]) => (name === '__init__.py' && entry.kind === 'file' ? [entry.path] : [])),
      ),
  },
  W007: {
    message: 'Wheel library is empty',
    check: ({ libraries }) => (libraries.every(({ entries }) => entries.size === 0) ? [[]] : []),
  },
  W008: {
    message: 'Wheel is empty',
    check: ({ tree, distInfo }) => ([...tree.root.entries.keys()].every((name) => name === distInfo) ? [[]] : []),
  },
  W009: {
    message: 'Wheel contains multiple toplevel library entries',
    check: (layout, { toplevel, files }) => {
      if (toplevel !== undefined || files !== undefined) return [];
      const paths = tops(layout).flatMap(([name, entry]) =>
        name.startsWith('_') || isPathFile(name, entry) ? [] : [entry.path],
      );
      return paths.length > 1 ? [paths] : [];
    },
  },
  W010: {
    message: 'Toplevel library directory contains no Python modules',
    check: (layout) =>
      one(
        tops(layout).flatMap(([name, entry]) =>
          entry.kind === 'folder' && !isStubsFolder(name) && !filesBelow(entry).some(isModule) ? [entry.path] : [],
        ),
      ),
  },
  W101: {
    message: 'Wheel library is missing files in package tree',
    check: (layout, { files = [] }) => {
      const there = new Set(libraryFiles(layout).map(libraryPath));
      return one(files.filter((path) => !there.has(path)).toSorted());
    },
  },
  W102: {
    message: 'Wheel library contains files not in package tree',
    check: (layout, { files }) => {
      if (files === undefined) return [];
      const expected = new Set<string | undefined>(files);
      return one(libraryFiles(layout).flatMap((file) => (expected.has(libraryPath(file)) ? [] : [file.path])));
    },
  },
  W201: {
    message: 'Wheel library is missing specified toplevel entry',
    check: ({ libraries }, { toplevel = [] }) =>
      one(toplevel.filter((name) => !libraries.some(({ entries }) => entries.has(name)))),
  },
  W202: {
    message: 'Wheel library has undeclared toplevel entry',
    check: (layout, { toplevel }) =>
      one(
        tops(layout).flatMap(([name, entry]) =>
          toplevel === undefined || toplevel.includes(name) || isPathFile(name, entry) ? [] : [entry.path],
        ),
      ),
  },
} as const satisfies Readonly<Record<string, WheelRule>>;

export type WheelRuleCode = keyof typeof WHEEL_RULES;
