/**
 * How a Python interpreter finds out where it lives: its standard library, and whether a virtual environment stands
 * around it. Follows Modules/getpath.py and Lib/site.py of CPython 3.13 on POSIX, and PEP 405 (virtual environments).
 */
import { isFile, isFolder, type Machine, realPath, textOf } from './machine';
import { absolutePath, folderOf, joinPath, type Path } from './path';

/** What was fixed when an interpreter was built. */
export interface Interpreter {
  /** Feature version: `3.13`. */
  readonly version: string;
  /** The prefix that was compiled in; used when no standard library is found near the executable. */
  readonly prefix: Path;
  /** Where installers put modules, below a prefix, in order: CPython has one such folder, Debian's python3 more. */
  readonly siteFolders: readonly string[];
  /** Modules that are part of the executable (`sys.builtin_module_names`). */
  readonly builtinModules: readonly string[];
  /** Modules whose byte code is part of the executable (`_imp._frozen_module_names()`). */
  readonly frozenModules: readonly string[];
  /** Modules that are imported before the first line of a program runs (`sys.modules` at start). */
  readonly loadedAtStart: readonly string[];
}

/** How the program was started, as far as its module search depends on it. */
export interface Invocation {
  /** The interpreter as it was started, links kept; a relative path counts from `folder`. */
  readonly executable: string;
  readonly run: Run;
  readonly options: readonly Option[];
  readonly folder: Path;
  readonly environment: ReadonlyMap<string, string>;
}

export type Run =
  | { readonly kind: 'script'; readonly path: string }
  | { readonly kind: 'command' } // -c
  | { readonly kind: 'module'; readonly name: string } // -m
  | { readonly kind: 'standard-input' } // -
  | { readonly kind: 'interactive' };

/** -P: no unsafe first entry. -E: no PYTHON… variables. -s: no user site. -I: all three. -S: no site at all. */
export type Option = '-P' | '-I' | '-E' | '-s' | '-S';

/** An environment around the executable, recognised by its pyvenv.cfg. */
export interface Environment {
  readonly prefix: Path;
  readonly configuration: Path;
  /** `include-system-site-packages`: are the installation's packages visible too? */
  readonly includesSystem: boolean;
}

export interface Startup {
  readonly interpreter: Interpreter;
  /** The executable as it was started, absolute, links kept (`sys.executable`). */
  readonly executable: Path;
  readonly realExecutable: Path;
  readonly environment: Environment | undefined;
  /** `sys.base_prefix`: where the standard library is. */
  readonly basePrefix: Path;
  /** `sys.prefix`: the environment's folder, or the base prefix. */
  readonly prefix: Path;
  /** The archive, the folder and the extension modules' folder, in the order of sys.path. */
  readonly standardLibrary: readonly [archive: Path, folder: Path, extensions: Path];
}

export type StartupProblem =
  | { readonly kind: 'no-executable'; readonly path: Path }
  | { readonly kind: 'not-an-interpreter'; readonly path: Path }
  | { readonly kind: 'no-standard-library'; readonly folder: Path };

export type Started =
  | { readonly kind: 'started'; readonly startup: Startup }
  | { readonly kind: 'failed'; readonly problem: StartupProblem };

/** A PYTHON… variable as the interpreter sees it: empty counts as unset, -E and -I hide all of them. */
export function pythonVariable(invocation: Invocation, name: string): string {
  if (invocation.options.includes('-E') || invocation.options.includes('-I')) return '';
  return invocation.environment.get(name) ?? '';
}

/**
 * Starts the interpreter of an invocation: finds its standard library and the environment around it.
 * @example startInterpreter(machine, invocation) // prefix /home/you/greeting/.venv, base prefix /usr
 */
export function startInterpreter(machine: Machine, invocation: Invocation): Started {
  const executable = absolutePath(invocation.folder, invocation.executable);
  const realExecutable = realPath(machine, executable);
  if (realExecutable === undefined) return { kind: 'failed', problem: { kind: 'no-executable', path: executable } };
  const interpreter = machine.interpreters.get(realExecutable);
  if (interpreter === undefined) {
    return { kind: 'failed', problem: { kind: 'not-an-interpreter', path: realExecutable } };
  }

  const library = `lib/python${interpreter.version}`;
  const archive = `lib/python${interpreter.version.replace('.', '')}.zip`;
  let basePrefix: Path;
  let extensionPrefix: Path;
  const home = pythonVariable(invocation, 'PYTHONHOME');
  if (home !== '') {
    const [first = '', second = first] = home.split(':');
    basePrefix = first;
    extensionPrefix = second;
  } else {
    // The link isn't followed here: pyvenv.cfg stands beside the link, home= says where the real one lives.
    const start = homeOfEnvironment(machine, executable) ?? folderOf(realExecutable);
    const has = (name: string) => (folder: Path) => isFile(machine, joinPath(folder, name));
    basePrefix = searchUp(start, has(archive)) ?? searchUp(start, has(`${library}/os.py`)) ?? interpreter.prefix;
    extensionPrefix =
      searchUp(start, (folder) => isFolder(machine, joinPath(folder, `${library}/lib-dynload`))) ?? interpreter.prefix;
  }
  const folder = joinPath(basePrefix, library);
  if (!isFile(machine, joinPath(folder, 'os.py'))) {
    return { kind: 'failed', problem: { kind: 'no-standard-library', folder } };
  }
  // It is site.py that recognises an environment; -S leaves it out, and only `home` has had its effect.
  const environment = invocation.options.includes('-S') ? undefined : environmentAround(machine, executable);
  const startup: Startup = {
    interpreter,
    executable,
    realExecutable,
    environment,
    basePrefix,
    prefix: environment?.prefix ?? basePrefix,
    standardLibrary: [joinPath(basePrefix, archive), folder, joinPath(extensionPrefix, `${library}/lib-dynload`)],
  };
  return { kind: 'started', startup };
}

/** The nearest folder, upwards from `start`, that passes the test. */
function searchUp(start: Path, test: (folder: Path) => boolean): Path | undefined {
  for (let folder = start; ; folder = folderOf(folder)) {
    if (test(folder)) return folder;
    if (folder === '/') return undefined;
  }
}

/** getpath.py looks for pyvenv.cfg above the executable's folder first, then in it, and reads `home` only. */
function homeOfEnvironment(machine: Machine, executable: Path): Path | undefined {
  const beside = folderOf(executable);
  const text =
    textOf(machine, joinPath(folderOf(beside), 'pyvenv.cfg')) ?? textOf(machine, joinPath(beside, 'pyvenv.cfg'));
  return text === undefined ? undefined : settingsOf(text).get('home');
}

/** site.py looks beside the executable first, and takes the folder above as the prefix in both cases. */
function environmentAround(machine: Machine, executable: Path): Environment | undefined {
  const beside = folderOf(executable);
  const prefix = folderOf(beside);
  for (const folder of [beside, prefix]) {
    const configuration = joinPath(folder, 'pyvenv.cfg');
    const text = textOf(machine, configuration);
    if (text === undefined) continue;
    const includes = settingsOf(text).get('include-system-site-packages') ?? 'true';
    return { prefix, configuration, includesSystem: includes.toLowerCase() === 'true' };
  }
  return undefined;
}

/** The settings of a pyvenv.cfg: `name = value` lines; names without regard to case, anything else passed over. */
export function settingsOf(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=');
    if (equals >= 0) settings.set(line.slice(0, equals).trim().toLowerCase(), line.slice(equals + 1).trim());
  }
  return settings;
}
