// What the tests of a project import: the working copy, the installed copy, or nothing; and whether the files that they read are there.
// It depends on how pytest is started and on where the code lies. Follows the pytest documentation 9.2, “pytest import mechanisms and
// sys.path/PYTHONPATH” and “Good Integration Practices”, and uv’s “Running commands”.
import { isFile } from '../lookup/machine';
import { folderOf, joinPath, nameOf, type Path } from '../lookup/path';
import { moduleSearch, type SearchEntry } from '../lookup/sys-path';
import { code, type Sentence, say } from '../sentence';
import { callValue } from './call-function';
import { execute } from './execute';
import { importModule, loadText, lookUp } from './import-module';
import { endOf } from './program-end';
import { type PytestSettings, pytestSettings } from './pytest-settings';
import type { LoadedModule, Scope, Value } from './python-value';
import { type ProgramRun, startRun } from './run-state';
import type { Walk } from './walk';
import { binOf } from './workplace';
import { invocationOf, type World } from './world';

/** The three ways in which people start pytest. */
export type TestCommand = 'pytest' | 'python -m pytest' | 'uv run pytest';

export type ImportedCopy =
  /** The file in the project’s folder. */
  | { readonly kind: 'working-copy'; readonly file: Path }
  /** The copy in site-packages. */
  | { readonly kind: 'installed'; readonly file: Path }
  /** A folder without `__init__.py`: an import that finds no code. */
  | { readonly kind: 'empty'; readonly folder: Path }
  | { readonly kind: 'nothing' };

export interface InsertedFolder {
  readonly folder: Path;
  readonly because: Sentence;
}

export interface TestFile {
  /** Below the project’s folder. */
  readonly path: string;
  /** What stops it: while it is imported, or in one of its functions. */
  readonly walk: Walk;
}

export interface TestsImport {
  readonly command: TestCommand;
  /** The name that the tests import. */
  readonly name: string;
  readonly gets: ImportedCopy;
  /** Why it is that copy. */
  readonly because: Sentence;
  /** What stands on the search path before the standard library, in order. */
  readonly first: readonly InsertedFolder[];
  readonly tests: readonly TestFile[];
  /** Whether nothing that is imported or read is missing. Whether assertions hold isn’t told. */
  readonly outcome: 'passes' | 'fails' | 'no-tests' | 'not-modelled';
}

/** More test files than a project of a course has. */
const MAX_TESTS = 60;

/**
 * Follows pytest in the project’s folder. For `uv run pytest`, `world` is the one that uv has made: it installs the project editable
 * first, unless it has no build system.
 *
 * @example whatTestsImport(world, 'pytest').gets.kind // → 'installed', of a src layout that is installed
 */
export function whatTestsImport(world: World, command: TestCommand, name = mainName(world)): TestsImport {
  const settings = pytestSettings(world.tree);
  const files = testFiles(world, settings);
  const run = startPytest(world, command, settings);
  const first: InsertedFolder[] = run === undefined ? [] : firstFolders(run, command, settings);
  if (run === undefined || files.length === 0) {
    return {
      command,
      name,
      gets: { kind: 'nothing' },
      because: say`There is no test file.`,
      first,
      tests: [],
      outcome: 'no-tests',
    };
  }
  for (const conftest of conftests(world, files)) loadTest(run, conftest, settings, first);
  const tests = files.map((path): TestFile => {
    run.steps.length = 0;
    run.notes.length = 0;
    run.stop = undefined;
    run.traceback.length = 0;
    const module = loadTest(run, path, settings, first);
    if (module !== undefined) followTests(run, module.scope);
    return { path, walk: { command, steps: [...run.steps], end: endOf(run), notes: [...run.notes] } };
  });
  run.stop = undefined;
  const gets = copyOf(run, name);
  const kinds = tests.map(({ walk }) => walk.end.kind);
  const outcome = kinds.includes('fails') ? 'fails' : kinds.includes('not-modelled') ? 'not-modelled' : 'passes';
  return { command, name, gets, because: whyThat(run, gets, name), first, tests, outcome };
}

/** The import package of the project: what is installed of it, or what lies in its folder. */
function mainName({ tree, installation, place }: World): string {
  const tops = [
    ...(installation?.files ?? []).map(({ path }) => /\/site-packages\/([^/.]+)(?:\/|\.py$)/.exec(path)?.[1]),
    ...tree.map(({ path }) => /^(?:src\/)?([^/.]+)\/__init__\.py$/.exec(path)?.[1]),
    ...tree.map(({ path }) => /^src\/([^/.]+)\.py$/.exec(path)?.[1]),
  ];
  const known = tops.filter((top) => top !== undefined && !/^(?:tests?|docs|__pycache__|__editable__.*)$/.test(top));
  return known[0] ?? nameOf(place.project);
}

/** `python -m` puts the current folder first, a script the folder of its own file. */
function startPytest(world: World, command: TestCommand, settings: PytestSettings): ProgramRun | undefined {
  const { project } = world.place;
  const how =
    command === 'python -m pytest'
      ? ({ kind: 'module', name: 'pytest' } as const)
      : ({ kind: 'script', path: `${binOf(world.place)}/pytest` } as const);
  const search = moduleSearch(world.machine, invocationOf(world, how, project));
  if (search.kind === 'failed') return undefined;
  const run = startRun(world, search, project, execute, false);
  for (const folder of [...settings.pythonPath].reverse()) {
    insert(run, folder === '.' ? project : joinPath(project, folder.replace(/\/+$/, '')), 0);
  }
  return run;
}

function insert(run: ProgramRun, folder: Path, at: number): void {
  const entry: SearchEntry = { shown: folder, folder, origin: { kind: 'python-path' } };
  run.search = { ...run.search, entries: run.search.entries.toSpliced(at, 0, entry) };
}

function firstFolders(run: ProgramRun, command: TestCommand, settings: PytestSettings): InsertedFolder[] {
  const { project } = run.world.place;
  const start =
    command === 'python -m pytest'
      ? { folder: project, because: say`${code('python -m')} puts the current folder first.` }
      : {
          folder: binOf(run.world.place),
          because: say`The command’s own folder comes first; there is no module in it.`,
        };
  const configured = settings.pythonPath.map((folder) => ({
    folder: folder === '.' ? project : joinPath(project, folder),
    because: say`${code('pythonpath')} in ${code('pyproject.toml')} names it.`,
  }));
  return [...configured, start];
}

/** pytest’s names of test files, and the folders that it leaves out. */
const TEST_FILE = /^(?:test_.*|.*_test)\.py$/;
const PASSED_OVER = /^(?:\..*|build|dist|venv|node_modules|CVS|_darcs|.*\.egg|\{arch\})$/;

function testFiles({ tree }: World, { testPaths }: PytestSettings): readonly string[] {
  const below = (path: string) =>
    testPaths.length === 0 ||
    testPaths.some((folder) => path.startsWith(`${folder.replace(/\/+$/, '')}/`) || path === folder);
  const paths = tree.map(({ path }) => path);
  const found = paths.filter(
    (path) =>
      TEST_FILE.test(nameOf(path)) &&
      !path
        .split('/')
        .slice(0, -1)
        .some((part) => PASSED_OVER.test(part)),
  );
  const chosen = found.filter(below);
  return (chosen.length > 0 ? chosen : found).sort().slice(0, MAX_TESTS);
}

/** conftest.py of the project’s folder and of those on the way to the tests, the outer ones first. */
function conftests({ tree }: World, files: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of files) {
    const parts = file.split('/').slice(0, -1);
    for (let count = 0; count <= parts.length; count += 1)
      folders.add(
        parts
          .slice(0, count)
          .map((part) => `${part}/`)
          .join(''),
      );
  }
  const wanted = [...folders]
    .map((folder) => `${folder}conftest.py`)
    .sort((a, b) => a.split('/').length - b.split('/').length);
  return wanted.filter((path) => tree.some((file) => file.path === path));
}

/** Imports a test file as pytest does: its folder, or that above its package, comes first on the search path. */
function loadTest(
  run: ProgramRun,
  path: string,
  settings: PytestSettings,
  first: InsertedFolder[],
): LoadedModule | undefined {
  const { machine, place } = run.world;
  const file = joinPath(place.project, path);
  let root = folderOf(file);
  while (isFile(machine, joinPath(root, '__init__.py')) && root !== place.project) root = folderOf(root);
  const parts = file.slice(root.length + 1, -'.py'.length).split('/');
  if (settings.importMode !== 'importlib' && !isFirst(run, root, settings)) {
    const isPackage = parts.length > 1;
    const because = isPackage
      ? say`${code(path)} lies in a package: pytest adds the folder above it.`
      : say`pytest adds the folder of ${code(path)}.`;
    if (settings.importMode === 'prepend') {
      insert(run, root, 0);
      first.unshift({ folder: root, because });
    } else if (!run.search.entries.some(({ folder }) => folder === root)) insert(run, root, run.search.entries.length);
  }
  const packageName = parts.slice(0, -1).join('.');
  run.traceback.push({ file: '<pytest>', line: 1 });
  if (packageName !== '' && settings.importMode !== 'importlib') importModule(run, packageName);
  if (run.stop !== undefined) return undefined;
  return loadText(run, { name: parts.join('.'), file, folders: [], package: packageName });
}

function isFirst(run: ProgramRun, root: Path, { importMode }: PytestSettings): boolean {
  return importMode === 'prepend' && run.search.entries[0]?.folder === root;
}

/** Calls the test functions one after the other, up to the first that something is missing for. */
function followTests(run: ProgramRun, scope: Scope): void {
  // Fixtures are given by their names: which ones there are can’t be told.
  const given = { positional: [], named: new Map<string, Value>(), spreads: true, scope };
  for (const [name, value] of scope.names) {
    if (run.stop !== undefined) return;
    if (value.kind === 'function' && name.startsWith('test') && value.definition.line > 0) {
      run.traceback.length = 0;
      run.traceback.push({ file: scope.file ?? '', line: value.definition.line });
      callValue(run, value, given);
    }
    if (value.kind === 'class' && name.startsWith('Test')) followTests(run, value.scope);
  }
}

/** Which file `import name` gets now. */
function copyOf(run: ProgramRun, name: string): ImportedCopy {
  const { place } = run.world;
  const { verdict } = lookUp(run, name);
  if (verdict.kind === 'namespace') return { kind: 'empty', folder: verdict.portions[0] ?? '' };
  if (verdict.kind !== 'package' && verdict.kind !== 'module') return { kind: 'nothing' };
  const isInstalled = verdict.file.startsWith(`${place.environment}/`);
  return { kind: isInstalled ? 'installed' : 'working-copy', file: verdict.file };
}

/** Which entry of the search path had it, in a sentence. */
function whyThat(run: ProgramRun, gets: ImportedCopy, name: string): Sentence {
  const { installation, place } = run.world;
  const lookup = lookUp(run, name);
  const taken = lookup.visits.at(-1)?.entry;
  const isByFinder = installation?.links.some((link) => link.kind === 'finder' && nameOf(link.finder) === taken?.shown);
  switch (gets.kind) {
    case 'installed':
      return say`None of the folders in front has ${code(name)}, so the copy in site-packages is taken: what users get.`;
    case 'nothing':
      return installation === undefined
        ? say`No folder on the search path has ${code(name)}, and it isn’t installed.`
        : say`No folder on the search path has ${code(name)}.`;
    case 'empty':
      return say`${code(gets.folder)} has no ${code('__init__.py')}: the import succeeds, and the package is empty.`;
    case 'working-copy': {
      if (isByFinder === true) return say`The editable install’s finder leads to the working copy.`;
      if (taken?.origin.kind === 'pth')
        return say`The editable install puts ${code(taken.folder)} on the search path: the working copy.`;
      const where = taken?.folder === place.project ? say`The project’s folder` : say`${code(taken?.folder ?? '')}`;
      return installation === undefined || installation.isEditable
        ? say`${where} is on the search path, and has ${code(name)}.`
        : say`${where} stands before site-packages and has ${code(name)}: the installed copy is never tried.`;
    }
  }
}
