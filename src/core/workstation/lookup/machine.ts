/**
 * A small described machine: files, folders and links, the interpreters among the files, and the activate scripts.
 * Path resolution follows POSIX.1-2024, section 4.16: links on the way are followed, at most MOST_LINKS of them.
 * One user owns everything, so a file can be run when any execute bit of its mode is set.
 */
import type { ActivateScript } from './activation';
import type { Interpreter } from './interpreter';
import { folderOf, joinPath, nameOf, type Path } from './path';

export type Entry =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly mode: number; readonly text: string }
  | { readonly kind: 'link'; readonly target: string };

export interface Machine {
  /** Every file, folder and link by its path; the folders above them are entries too. */
  readonly entries: ReadonlyMap<Path, Entry>;
  /** Interpreters by the path of their real file: /usr/bin/python3.13, never the link /usr/bin/python3. */
  readonly interpreters: ReadonlyMap<Path, Interpreter>;
  /** What an environment's bin/activate holds, by that file's path. */
  readonly activateScripts: ReadonlyMap<Path, ActivateScript>;
}

/** A machine as an author writes it down: lists by kind, so that a scenario stays short. */
export interface MachineDescription {
  /** Files that can be run: mode 755. */
  readonly executables?: readonly Path[];
  /** Other files: mode 644. */
  readonly files?: readonly Path[];
  /** Folders that hold nothing of interest. Folders of the files above need no mention. */
  readonly folders?: readonly Path[];
  /** Links by their path, with what they point at: `/bin: usr/bin`. */
  readonly links?: Readonly<Record<Path, string>>;
  /** The text of files whose text matters (pyvenv.cfg, .pth, the first line of a script), by path. */
  readonly texts?: Readonly<Record<Path, string>>;
  readonly interpreters?: Readonly<Record<Path, Interpreter>>;
  readonly activateScripts?: Readonly<Record<Path, ActivateScript>>;
}

/** Linux gives up after this many links on one path (ELOOP), which is what ends a link that points at itself. */
export const MOST_LINKS = 40;

export type Resolution =
  | { readonly kind: 'found'; readonly path: Path; readonly entry: Exclude<Entry, { kind: 'link' }> }
  /** A part of the path isn't there; `target` is set when the path ends in a link that leads nowhere. */
  | { readonly kind: 'missing'; readonly target?: string }
  /** A part of the path that should be a folder is a file. */
  | { readonly kind: 'not-a-folder' }
  | { readonly kind: 'too-many-links' };

/**
 * Builds a machine from its description.
 * @example createMachine({ executables: ['/usr/bin/ls'], links: { '/bin': 'usr/bin' } })
 */
export function createMachine(description: MachineDescription): Machine {
  const entries = new Map<Path, Entry>();
  const text = (path: Path) => description.texts?.[path] ?? '';
  for (const path of description.executables ?? []) entries.set(path, { kind: 'file', mode: 0o755, text: text(path) });
  for (const path of description.files ?? []) entries.set(path, { kind: 'file', mode: 0o644, text: text(path) });
  for (const path of Object.keys(description.texts ?? {})) {
    if (!entries.has(path)) entries.set(path, { kind: 'file', mode: 0o644, text: text(path) });
  }
  for (const [path, target] of Object.entries(description.links ?? {})) entries.set(path, { kind: 'link', target });
  for (const path of description.folders ?? []) entries.set(path, { kind: 'folder' });
  for (const path of [...entries.keys(), '/']) {
    for (let above = folderOf(path); !entries.has(above); above = folderOf(above)) {
      entries.set(above, { kind: 'folder' });
    }
  }
  return {
    entries,
    interpreters: new Map(Object.entries(description.interpreters ?? {})),
    activateScripts: new Map(Object.entries(description.activateScripts ?? {})),
  };
}

/**
 * Follows a path, links included, to the file or folder that it names.
 * @example resolvePath(machine, '/bin/ls') // { kind: 'found', path: '/usr/bin/ls', entry: … }
 */
export function resolvePath(machine: Machine, path: Path): Resolution {
  let parts = path.split('/').filter((part) => part !== '');
  let here = '/';
  let links = 0;
  /** Where the link pointed that is the path's own end; links on the way to it don't count. */
  let target: string | undefined;
  while (parts.length > 0) {
    const [part = '', ...rest] = parts;
    parts = rest;
    if (part === '..') here = folderOf(here);
    if (part === '.' || part === '..') continue;
    const there = joinPath(here, part);
    const entry = machine.entries.get(there);
    if (entry === undefined) {
      return target === undefined ? { kind: 'missing' } : { kind: 'missing', target };
    }
    switch (entry.kind) {
      case 'folder':
        here = there;
        break;
      case 'file':
        return rest.length > 0 ? { kind: 'not-a-folder' } : { kind: 'found', path: there, entry };
      case 'link':
        links += 1;
        if (links > MOST_LINKS) return { kind: 'too-many-links' };
        if (rest.length === 0) target = entry.target; // /usr/bin/tool is a link, /bin in /bin/tool is only passed
        if (entry.target.startsWith('/')) here = '/';
        parts = [...entry.target.split('/').filter((piece) => piece !== ''), ...rest];
        break;
    }
  }
  return { kind: 'found', path: here, entry: { kind: 'folder' } };
}

/** The path of the real file or folder, links followed; undefined where there is none. */
export function realPath(machine: Machine, path: Path): Path | undefined {
  const resolution = resolvePath(machine, path);
  return resolution.kind === 'found' ? resolution.path : undefined;
}

/** Does the path lead to a folder? */
export function isFolder(machine: Machine, path: Path): boolean {
  const resolution = resolvePath(machine, path);
  return resolution.kind === 'found' && resolution.entry.kind === 'folder';
}

/** Does the path lead to a file? */
export function isFile(machine: Machine, path: Path): boolean {
  const resolution = resolvePath(machine, path);
  return resolution.kind === 'found' && resolution.entry.kind === 'file';
}

/** Does the path lead to a file that may be run? */
export function isExecutable(machine: Machine, path: Path): boolean {
  const resolution = resolvePath(machine, path);
  return resolution.kind === 'found' && resolution.entry.kind === 'file' && (resolution.entry.mode & 0o111) !== 0;
}

/** The text of the file that the path leads to; undefined where there is no file. */
export function textOf(machine: Machine, path: Path): string | undefined {
  const resolution = resolvePath(machine, path);
  return resolution.kind === 'found' && resolution.entry.kind === 'file' ? resolution.entry.text : undefined;
}

/** The names in the folder that the path leads to, sorted; none where there is no folder. */
export function namesIn(machine: Machine, path: Path): readonly string[] {
  const folder = realPath(machine, path);
  if (folder === undefined) return [];
  const names: string[] = [];
  for (const there of machine.entries.keys()) {
    if (there !== '/' && folderOf(there) === folder) names.push(nameOf(there));
  }
  return names.sort();
}
