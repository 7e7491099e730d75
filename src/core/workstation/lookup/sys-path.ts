/**
 * sys.path: where an interpreter that was started in a certain way looks for modules, in order.
 * Follows docs.python.org, "The initialization of the sys.path module search path", and CPython 3.13's getpath.py,
 * site.py and Modules/main.c (which puts the first entry in front after site has run).
 */
import { type Invocation, pythonVariable, type Startup, type StartupProblem, startInterpreter } from './interpreter';
import { type Machine, resolvePath } from './machine';
import { absolutePath, folderOf, isAbsolutePath, joinPath, type Path } from './path';
import { isolating, runSite } from './site';

/** Why an entry stands on sys.path. */
export type Origin =
  /** The folder of the script; of the real file, when `link` led to it. */
  | { readonly kind: 'script-folder'; readonly script: Path; readonly link?: Path }
  /** The folder that was started in place of a script. */
  | { readonly kind: 'started-folder' }
  | { readonly kind: 'current-folder'; readonly because: 'command' | 'module' | 'standard-input' | 'interactive' }
  | { readonly kind: 'python-path' }
  | { readonly kind: 'standard-library'; readonly part: 'archive' | 'folder' | 'extensions' }
  | { readonly kind: 'user-site' }
  | { readonly kind: 'site-packages'; readonly of: 'environment' | 'installation' }
  /** A line of a .pth file in a site-packages folder; editable installs work this way. */
  | { readonly kind: 'pth'; readonly file: Path };

export interface SearchEntry {
  /** As `sys.path` shows it: the current folder of `-c` is the empty string. */
  readonly shown: string;
  readonly folder: Path;
  readonly origin: Origin;
}

export type SafePathBy = '-P' | '-I' | 'PYTHONSAFEPATH';

/** Something that would stand on sys.path, had the program been started in another way. */
export type Omission =
  | { readonly kind: 'first-entry'; readonly folder: Path; readonly by: SafePathBy }
  | { readonly kind: 'python-path'; readonly folders: readonly Path[]; readonly by: '-E' | '-I' }
  | { readonly kind: 'user-site'; readonly folder: Path; readonly by: '-s' | '-I' | 'PYTHONNOUSERSITE' | 'environment' }
  | { readonly kind: 'installation-site'; readonly folders: readonly Path[]; readonly by: 'environment' }
  | { readonly kind: 'sites'; readonly by: '-S' };

export type SearchProblem = StartupProblem | { readonly kind: 'no-script'; readonly path: string };

export type ModuleSearch =
  | {
      readonly kind: 'search';
      readonly invocation: Invocation;
      readonly startup: Startup;
      /** Who asked for a path without the unsafe first entry; undefined when nobody did. */
      readonly safePathBy: SafePathBy | undefined;
      readonly entries: readonly SearchEntry[];
      readonly omissions: readonly Omission[];
    }
  | { readonly kind: 'failed'; readonly invocation: Invocation; readonly problem: SearchProblem };

/**
 * Works sys.path out for an invocation.
 * @example
 * const search = moduleSearch(machine, { executable: '/usr/bin/python3', run: { kind: 'command' }, … });
 * search.entries.map((entry) => entry.shown) // ['', '/usr/lib/python313.zip', '/usr/lib/python3.13', …]
 */
export function moduleSearch(machine: Machine, invocation: Invocation): ModuleSearch {
  const started = startInterpreter(machine, invocation);
  if (started.kind === 'failed') return { kind: 'failed', invocation, problem: started.problem };
  const first = firstEntry(machine, invocation);
  if (first.kind === 'no-script') return { kind: 'failed', invocation, problem: first };

  const { startup } = started;
  const omissions: Omission[] = [];
  let entries = [
    ...pythonPath(invocation, omissions),
    ...startup.standardLibrary.map((folder, index): SearchEntry => {
      const part = (['archive', 'folder', 'extensions'] as const)[index] ?? 'extensions';
      return { shown: folder, folder, origin: { kind: 'standard-library', part } };
    }),
  ];
  if (invocation.options.includes('-S')) omissions.push({ kind: 'sites', by: '-S' });
  else entries = runSite(machine, invocation, startup, entries, omissions);

  // main.c puts the first entry in front once site has run, so it may stand on the path a second time.
  const by = whoAskedForSafePath(invocation);
  if (by === undefined || first.entry.origin.kind === 'started-folder') entries.unshift(first.entry);
  else omissions.unshift({ kind: 'first-entry', folder: first.entry.folder, by });
  return { kind: 'search', invocation, startup, safePathBy: by, entries, omissions };
}

function whoAskedForSafePath(invocation: Invocation): SafePathBy | undefined {
  if (invocation.options.includes('-P')) return '-P';
  if (invocation.options.includes('-I')) return '-I';
  return pythonVariable(invocation, 'PYTHONSAFEPATH') === '' ? undefined : 'PYTHONSAFEPATH';
}

type First =
  | { readonly kind: 'first'; readonly entry: SearchEntry }
  | { readonly kind: 'no-script'; readonly path: string };

function firstEntry(machine: Machine, { run, folder }: Invocation): First {
  const current = (because: Extract<Origin, { kind: 'current-folder' }>['because'], shown: string): First => {
    return { kind: 'first', entry: { shown, folder, origin: { kind: 'current-folder', because } } };
  };
  switch (run.kind) {
    case 'command':
    case 'standard-input':
    case 'interactive':
      return current(run.kind, '');
    case 'module':
      return current('module', folder); // spelled out, so that a later chdir doesn't change it
    case 'script': {
      const written = absolutePath(folder, run.path);
      const resolution = resolvePath(machine, written);
      if (resolution.kind !== 'found') return { kind: 'no-script', path: inFolder(folder, run.path) };
      if (resolution.entry.kind === 'folder') {
        const shown = inFolder(folder, run.path);
        return { kind: 'first', entry: { shown, folder: shown, origin: { kind: 'started-folder' } } };
      }
      const script = resolution.path;
      // bin/hello -> ../greeting/app.py puts greeting/ first, not bin/
      const link = machine.entries.get(written)?.kind === 'link' ? { link: written } : {};
      const origin: Origin = { kind: 'script-folder', script, ...link };
      return { kind: 'first', entry: { shown: folderOf(script), folder: folderOf(script), origin } };
    }
  }
}

function pythonPath(invocation: Invocation, omissions: Omission[]): SearchEntry[] {
  const written = invocation.environment.get('PYTHONPATH') ?? '';
  if (written === '') return [];
  // An empty entry means the current folder, as in PATH: PYTHONPATH=lib: has two entries.
  const folders = written.split(':').map((entry) => absolutePath(invocation.folder, entry));
  const by = isolating(invocation.options, '-E');
  if (by !== undefined) {
    omissions.push({ kind: 'python-path', folders, by });
    return [];
  }
  return folders.map((folder) => ({ shown: folder, folder, origin: { kind: 'python-path' } }));
}

/** The interpreter puts the folder in front and works nothing out: ../app in /home/you/lib is /home/you/lib/../app. */
function inFolder(folder: Path, path: string): string {
  if (isAbsolutePath(path)) return path;
  return path === '' || path === '.' ? folder : joinPath(folder, path);
}
