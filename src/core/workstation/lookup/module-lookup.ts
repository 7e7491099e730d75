/**
 * How Python finds a module: modules already loaded, then the finders of sys.meta_path (builtin, frozen, path).
 * Follows docs.python.org, "The import system" (5.3 to 5.5), PEP 420 (namespace packages) and CPython 3.13's
 * importlib. The first import of a program is meant: what the program itself imported before isn't known here.
 */
import type { Interpreter, Invocation } from './interpreter';
import { isFile, isFolder, type Machine, namesIn, resolvePath } from './machine';
import { joinPath, type Path } from './path';
import { type ModuleSearch, moduleSearch, type SearchEntry, type SearchProblem } from './sys-path';

/** Who is asked before sys.path. */
export type ModuleStation = 'loaded' | 'builtin' | 'frozen';

export type ModuleFinding =
  /** No such folder: the standard library's archive, as a rule. */
  | { readonly kind: 'no-folder' }
  /** The entry is a file. Only zip archives can be searched, and they aren't modelled. */
  | { readonly kind: 'archive' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'package'; readonly folder: Path; readonly file: Path }
  | { readonly kind: 'module'; readonly file: Path; readonly form: 'source' | 'extension' | 'byte-code' }
  /** A folder of that name without __init__.py: remembered, and taken only if nothing better follows. */
  | { readonly kind: 'portion'; readonly folder: Path };

export interface ModuleVisit<E = SearchEntry> {
  readonly entry: E;
  readonly finding: ModuleFinding;
}

/** An entry of a package's own search path (`__path__`), along which its submodules are looked for. */
export interface PackageEntry {
  readonly shown: Path;
  readonly folder: Path;
  readonly origin: { readonly kind: 'package'; readonly name: string };
}

export type ModuleVerdict =
  | { readonly kind: ModuleStation }
  | { readonly kind: 'package'; readonly folder: Path; readonly file: Path; readonly position: number }
  | {
      readonly kind: 'module';
      readonly file: Path;
      readonly form: 'source' | 'extension' | 'byte-code';
      readonly position: number;
    }
  | { readonly kind: 'namespace'; readonly portions: readonly Path[] }
  /** `parent` is set when a part before the last dot was there but is no package. */
  | { readonly kind: 'not-found'; readonly missing: string; readonly parent?: string };

export interface ModuleLookup {
  readonly name: string;
  readonly invocation: Invocation;
  readonly search: Extract<ModuleSearch, { kind: 'search' }>;
  /** Who was asked before the path, in order. */
  readonly asked: readonly ModuleStation[];
  readonly visits: readonly ModuleVisit<SearchEntry | PackageEntry>[];
  readonly unvisited: readonly (SearchEntry | PackageEntry)[];
  readonly verdict: ModuleVerdict;
  /** What later entries hold under the same name, and never get to give. */
  readonly hidden: readonly ModuleVisit<SearchEntry | PackageEntry>[];
  /** What `python -m` makes of the module; undefined for an import, and when nothing was found. */
  readonly program: ModuleProgram | undefined;
}

/** runpy: a module is run itself, a package by its __main__. */
export type ModuleProgram =
  | { readonly kind: 'runs' }
  | { readonly kind: 'no-main' }
  /** A builtin module is machine code: there is nothing that could be run as a program. */
  | { readonly kind: 'no-code' };

export type FoundModule =
  | { readonly kind: 'looked-up'; readonly lookup: ModuleLookup }
  | { readonly kind: 'failed'; readonly problem: SearchProblem };

/**
 * Finds what `import name` gets, in a program started by the invocation.
 * @example findModule(machine, invocation, 'random') // your own random.py, if the script's folder has one
 */
export function findModule(machine: Machine, invocation: Invocation, name: string): FoundModule {
  const search = moduleSearch(machine, invocation);
  if (search.kind === 'failed') return { kind: 'failed', problem: search.problem };
  const lookup = findModuleAlong(machine, search, name);
  const isStarted = invocation.run.kind === 'module' && invocation.run.name === name;
  return { kind: 'looked-up', lookup: isStarted ? { ...lookup, program: programOf(machine, lookup) } : lookup };
}

function programOf(machine: Machine, lookup: ModuleLookup): ModuleProgram | undefined {
  const { search, name, verdict } = lookup;
  if (verdict.kind === 'not-found') return undefined;
  if (packageFolders(machine, search, lookup).length > 0) {
    const main = findModuleAlong(machine, search, `${name}.__main__`);
    return { kind: main.verdict.kind === 'not-found' ? 'no-main' : 'runs' };
  }
  return { kind: search.startup.interpreter.builtinModules.includes(name) ? 'no-code' : 'runs' };
}

/** The same along a search path that is at hand already: one that a program has changed since it started, for example. */
export function findModuleAlong(machine: Machine, search: ModuleLookup['search'], name: string): ModuleLookup {
  const { interpreter } = search.startup;
  const start = { name, invocation: search.invocation, search, program: undefined };
  const stop = (asked: readonly ModuleStation[], verdict: ModuleVerdict): ModuleLookup => {
    return { ...start, asked, visits: [], unvisited: search.entries, verdict, hidden: [] };
  };
  if (interpreter.loadedAtStart.includes(name)) return stop(['loaded'], { kind: 'loaded' });

  let entries: readonly (SearchEntry | PackageEntry)[] = search.entries;
  const dot = name.lastIndexOf('.');
  if (dot >= 0) {
    const parent = name.slice(0, dot);
    const above = findModuleAlong(machine, search, parent);
    if (above.verdict.kind === 'not-found') return { ...above, name };
    const folders = packageFolders(machine, search, above);
    if (folders.length === 0) return stop(['loaded'], { kind: 'not-found', missing: name, parent });
    entries = folders.map((folder) => ({ shown: folder, folder, origin: { kind: 'package', name: parent } }));
  }
  if (interpreter.builtinModules.includes(name)) return stop(['loaded', 'builtin'], { kind: 'builtin' });
  if (interpreter.frozenModules.includes(name)) return stop(['loaded', 'builtin', 'frozen'], { kind: 'frozen' });

  const last = name.slice(dot + 1);
  const all = entries.map((entry) => ({ entry, finding: findingIn(machine, interpreter, entry.folder, last) }));
  const position = all.findIndex(({ finding }) => finding.kind === 'package' || finding.kind === 'module');
  const visits = position < 0 ? all : all.slice(0, position + 1);
  const hidden = all.slice(visits.length).filter(({ finding }) => holds(finding));
  const found = { ...start, asked: ['loaded', 'builtin', 'frozen'] as const, visits, hidden };
  return { ...found, unvisited: entries.slice(visits.length), verdict: verdictOf(visits, name) };
}

function holds(finding: ModuleFinding): boolean {
  return finding.kind === 'package' || finding.kind === 'module' || finding.kind === 'portion';
}

function verdictOf(visits: readonly ModuleVisit<SearchEntry | PackageEntry>[], name: string): ModuleVerdict {
  const last = visits.at(-1)?.finding;
  if (last?.kind === 'package' || last?.kind === 'module') return { ...last, position: visits.length - 1 };
  const portions = visits.flatMap(({ finding }) => (finding.kind === 'portion' ? [finding.folder] : []));
  return portions.length > 0 ? { kind: 'namespace', portions } : { kind: 'not-found', missing: name };
}

/** The folders of a package that was found, its `__path__`; none when it is a module and no package. */
function packageFolders(machine: Machine, search: ModuleLookup['search'], lookup: ModuleLookup): readonly Path[] {
  const { verdict } = lookup;
  switch (verdict.kind) {
    case 'package':
      return [verdict.folder];
    case 'namespace':
      return verdict.portions;
    case 'loaded':
    case 'frozen': {
      // encodings is loaded at start; its folder is the standard library's.
      const folder = joinPath(search.startup.standardLibrary[1], lookup.name.replaceAll('.', '/'));
      return isFile(machine, joinPath(folder, '__init__.py')) ? [folder] : [];
    }
    case 'builtin':
    case 'module':
    case 'not-found':
      return [];
  }
}

/** importlib's FileFinder: a package before a module; an extension module before source, source before byte code. */
function findingIn(machine: Machine, interpreter: Interpreter, folder: Path, name: string): ModuleFinding {
  const resolution = resolvePath(machine, folder);
  if (resolution.kind !== 'found') return { kind: 'no-folder' };
  if (resolution.entry.kind !== 'folder') return { kind: 'archive' };
  const below = joinPath(folder, name);
  const isPackage = isFolder(machine, below);
  if (isPackage) {
    const start = firstForm(machine, interpreter, below, '__init__');
    if (start !== undefined) return { kind: 'package', folder: below, file: start.file };
  }
  const module = firstForm(machine, interpreter, folder, name);
  if (module !== undefined) return { kind: 'module', ...module };
  return isPackage ? { kind: 'portion', folder: below } : { kind: 'nothing' };
}

function firstForm(
  machine: Machine,
  { version }: Interpreter,
  folder: Path,
  name: string,
): { readonly file: Path; readonly form: 'source' | 'extension' | 'byte-code' } | undefined {
  // random.cpython-313-x86_64-linux-gnu.so; the part after 313 differs by platform.
  const tagged = `${name}.cpython-${version.replace('.', '')}-`;
  const extension = namesIn(machine, folder).find((file) => file.startsWith(tagged) && file.endsWith('.so'));
  const candidates = [
    ...(extension === undefined ? [] : [{ file: extension, form: 'extension' as const }]),
    { file: `${name}.abi3.so`, form: 'extension' as const },
    { file: `${name}.so`, form: 'extension' as const },
    { file: `${name}.py`, form: 'source' as const },
    { file: `${name}.pyc`, form: 'byte-code' as const },
  ];
  for (const { file, form } of candidates) {
    if (isFile(machine, joinPath(folder, file))) return { file: joinPath(folder, file), form };
  }
  return undefined;
}
