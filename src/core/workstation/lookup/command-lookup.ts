/**
 * How bash finds what a word means: alias, keyword, function, builtin, the hash table, then PATH entry by entry.
 * Follows the bash reference manual 5.2, sections 3.7.2 (command search and execution) and 6.6 (aliases).
 */
import { type Machine, realPath, resolvePath } from './machine';
import { absolutePath, isAbsolutePath, joinPath, type Path } from './path';
import {
  BUILTINS,
  KEYWORDS,
  type PathEntry,
  pathEntries,
  type Shell,
  type ShellFunction,
  variableValue,
} from './shell';

/** Where bash asks before it looks along PATH. */
export type Station = 'alias' | 'keyword' | 'function' | 'builtin' | 'hash-table';

/** What stands where a command was looked for. */
export type CommandFinding =
  /** There is no such folder. */
  | { readonly kind: 'no-folder' }
  /** The folder has nothing of that name. */
  | { readonly kind: 'nothing' }
  /** A folder has that name, and a folder can't be run. */
  | { readonly kind: 'folder' }
  /** A link has that name, and what it points at isn't there. */
  | { readonly kind: 'broken-link'; readonly target: string }
  | { readonly kind: 'link-loop' }
  /** A file has that name, but no execute bit. */
  | { readonly kind: 'not-executable'; readonly file: string; readonly mode: number }
  | Executable;

/** A file that may be run; `real` is where its links end. */
export interface Executable {
  readonly kind: 'executable';
  readonly file: string;
  readonly real: Path;
  readonly program: Program;
}

/** What the kernel does with a file: run it, or run the interpreter that its first line names. */
export type Program =
  | { readonly kind: 'binary' }
  /** `#!/usr/bin/python3`; `real` is undefined when that interpreter isn't there: the script can't start. */
  | { readonly kind: 'script'; readonly interpreter: Path; readonly real: Path | undefined };

export interface CommandVisit {
  readonly entry: PathEntry;
  readonly finding: CommandFinding;
}

/** What stands at a place that was named outright; `not-a-folder`: a part before the last slash is a file. */
export type DirectFinding = CommandFinding | { readonly kind: 'not-a-folder' };

export type CommandVerdict =
  | { readonly kind: 'keyword' }
  | { readonly kind: 'function'; readonly function: ShellFunction }
  | { readonly kind: 'builtin' }
  /** Taken from the hash table without a search. What stands there now may be anything. */
  | { readonly kind: 'hashed'; readonly file: string; readonly finding: DirectFinding }
  /** The first executable along PATH. `position` counts entries from 0. */
  | { readonly kind: 'found'; readonly position: number; readonly executable: Executable }
  /** The word has a slash (or PATH is empty): no search, only what stands at that place. */
  | { readonly kind: 'direct'; readonly file: string; readonly finding: DirectFinding }
  /** No executable along PATH, but a file without an execute bit; bash tries the first of those and fails. */
  | { readonly kind: 'not-executable'; readonly file: string; readonly position: number }
  | { readonly kind: 'not-found' };

export interface CommandLookup {
  /** The word as it was typed. */
  readonly word: string;
  /** Aliases that stood for the word, in the order in which they were replaced. */
  readonly aliases: readonly { readonly name: string; readonly text: string }[];
  /** The word that was looked up in the end. */
  readonly name: string;
  /** Who was asked before PATH, in order; the last one had it if the verdict says so. */
  readonly asked: readonly Station[];
  /** The entries of PATH that were visited, in order. */
  readonly visits: readonly CommandVisit[];
  /** The entries that stayed unvisited because the search had ended. */
  readonly unvisited: readonly PathEntry[];
  readonly verdict: CommandVerdict;
}

/**
 * Looks a word up as bash does.
 * @example findCommand(machine, shell, 'python').verdict // { kind: 'found', file: '/usr/bin/python', … }
 */
export function findCommand(machine: Machine, shell: Shell, word: string): CommandLookup {
  const { aliases, name } = expandAliases(shell, word);
  const start = { word, aliases, name };
  const entries = pathEntries(shell);
  const asked: Station[] = ['alias', 'keyword'];
  const atStation = (verdict: CommandVerdict): CommandLookup => {
    return { ...start, asked, visits: [], unvisited: entries, verdict };
  };

  if (KEYWORDS.has(name)) return atStation({ kind: 'keyword' });
  asked.push('function');
  const shellFunction = shell.functions.get(name);
  if (shellFunction !== undefined) return atStation({ kind: 'function', function: shellFunction });
  asked.push('builtin');
  if (BUILTINS.has(name)) return atStation({ kind: 'builtin' });

  // A slash means that the word says where its file is: no hash table, no PATH. So does an empty PATH.
  if (name.includes('/') || variableValue(shell, 'PATH') === '') {
    return atStation({ kind: 'direct', file: name, finding: findingAt(machine, fromFolder(shell, name), name) });
  }

  asked.push('hash-table');
  const remembered = recall(machine, shell, name);
  if (remembered !== undefined) return atStation({ kind: 'hashed', ...remembered });

  return { ...start, asked, ...walk(machine, entries, name) };
}

/** Replaces aliases at the word's place until none is left; an alias isn't replaced a second time. */
function expandAliases(shell: Shell, word: string): Pick<CommandLookup, 'aliases' | 'name'> {
  const aliases: { name: string; text: string }[] = [];
  let name = word;
  while (shell.expandsAliases) {
    const text = shell.aliases.get(name);
    // alias ls='ls --color=auto' means the real ls: the name isn't an alias again inside its own text.
    if (text === undefined || aliases.some((alias) => alias.name === name)) break;
    aliases.push({ name, text });
    name = text.trim().split(/\s+/)[0] ?? '';
  }
  return { aliases, name };
}

/**
 * Walks PATH to the first executable. The first other thing of that name is kept in mind in case there is none: a file
 * without execute bit is then tried and refused; a folder makes bash forget that it saw anything.
 */
function walk(
  machine: Machine,
  entries: readonly PathEntry[],
  name: string,
): Pick<CommandLookup, 'visits' | 'unvisited' | 'verdict'> {
  const visits: CommandVisit[] = [];
  let fallback: CommandVerdict | undefined;
  for (const [position, entry] of entries.entries()) {
    const file = joinPath(entry.folder, name);
    const finding = findingIn(machine, entry, name, file);
    visits.push({ entry, finding });
    if (finding.kind === 'executable') {
      const verdict: CommandVerdict = { kind: 'found', position, executable: finding };
      return { visits, unvisited: entries.slice(position + 1), verdict };
    }
    if (finding.kind === 'not-executable') fallback ??= { kind: 'not-executable', file, position };
    if (finding.kind === 'folder') fallback ??= { kind: 'not-found' };
  }
  return { visits, unvisited: [], verdict: fallback ?? { kind: 'not-found' } };
}

function findingIn(machine: Machine, entry: PathEntry, name: string, file: string): CommandFinding {
  const folder = resolvePath(machine, entry.absolute);
  if (folder.kind !== 'found' || folder.entry.kind !== 'folder') return { kind: 'no-folder' };
  const finding = findingAt(machine, joinPath(entry.absolute, name), file);
  return finding.kind === 'not-a-folder' ? { kind: 'nothing' } : finding;
}

function findingAt(machine: Machine, absolute: string, file: string): DirectFinding {
  const resolution = resolvePath(machine, absolute);
  switch (resolution.kind) {
    case 'missing':
      return resolution.target === undefined ? { kind: 'nothing' } : { kind: 'broken-link', target: resolution.target };
    case 'not-a-folder':
      return { kind: 'not-a-folder' };
    case 'too-many-links':
      return { kind: 'link-loop' };
    case 'found': {
      const { entry, path } = resolution;
      if (entry.kind === 'folder') return { kind: 'folder' };
      return (entry.mode & 0o111) === 0
        ? { kind: 'not-executable', file, mode: entry.mode }
        : { kind: 'executable', file, real: path, program: programOf(machine, entry.text) };
    }
  }
}

/** Reads a file's first line as the kernel does: `#!/path/to/interpreter argument`. */
function programOf(machine: Machine, text: string): Program {
  const interpreter = /^#![ \t]*([^ \t\n]+)/.exec(text)?.[1];
  if (interpreter === undefined) return { kind: 'binary' };
  return { kind: 'script', interpreter, real: realPath(machine, interpreter) };
}

/** What the hash table has for a word. A file that was found below the current folder is looked at again. */
function recall(
  machine: Machine,
  shell: Shell,
  name: string,
): { readonly file: string; readonly finding: DirectFinding } | undefined {
  const entry = shell.hashTable.get(name);
  if (entry === undefined) return undefined;
  const { file, passedCurrentFolder } = entry;
  const look = (path: string) => {
    return { file: path, finding: findingAt(machine, fromFolder(shell, path), path) };
  };
  if (passedCurrentFolder || !isAbsolutePath(file)) {
    const below = isAbsolutePath(file) ? name : file;
    const dotted = look(below.startsWith('./') ? below : `./${below}`);
    if (dotted.finding.kind === 'executable') return dotted;
    // Remembered as ./tool, and the current folder has none any more: search again.
    if (isCurrentFolder(shell, file.slice(0, file.lastIndexOf('/')))) return undefined;
  }
  return look(file);
}

/** Is this a spelling of the current folder? bash looks at those with a dot in front only: `.`, `./.`, `../here`. */
function isCurrentFolder(shell: Shell, folder: string): boolean {
  return folder.startsWith('.') && absolutePath(shell.folder, folder) === shell.folder;
}

function fromFolder(shell: Shell, path: string): string {
  return isAbsolutePath(path) ? path : joinPath(shell.folder, path);
}

/**
 * The shell after it ran what a lookup found: a file from PATH goes into the hash table.
 * `lookup` must come from the same shell.
 */
export function rememberCommand(shell: Shell, lookup: CommandLookup): Shell {
  const { verdict, visits } = lookup;
  if (verdict.kind !== 'found' && verdict.kind !== 'not-executable') return shell;
  const file = verdict.kind === 'found' ? verdict.executable.file : verdict.file;
  // A file without execute bit was settled on after the whole of PATH: what stands behind it was passed too.
  const passedCurrentFolder = visits.some(({ entry }) => isCurrentFolder(shell, entry.folder));
  const hashTable = new Map(shell.hashTable).set(lookup.name, { file, passedCurrentFolder });
  return { ...shell, hashTable };
}
