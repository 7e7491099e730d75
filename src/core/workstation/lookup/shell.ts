/**
 * A bash session between two commands: what it knows by heart (aliases, functions, its hash table), its variables and
 * the folder it stands in. Follows the bash reference manual 5.2, sections 3.3 (functions), 3.4 (parameters) and
 * 6.6 (aliases).
 */
import { isAbsolutePath, type Path } from './path';

export interface Variable {
  readonly value: string;
  /** Do programs that the shell starts get to see it? `printenv` shows the exported ones. */
  readonly exported: boolean;
}

/** What a shell function does, as far as a lookup must tell them apart. */
export type ShellFunction =
  /** The function that an environment's activate script leaves behind. */
  | { readonly kind: 'deactivate'; readonly writtenBy: 'venv' | 'uv' }
  /** uv's activate script defines `pydoc` as `python -m pydoc`. */
  | { readonly kind: 'pydoc' }
  | { readonly kind: 'own'; readonly body: string };

/** A command that the shell remembers, so that it needn't search PATH again. */
export interface Remembered {
  /** The file as it was found: relative if the entry of PATH was relative. */
  readonly file: string;
  /** Had an entry of PATH that means the current folder been passed before the file was found? */
  readonly passedCurrentFolder: boolean;
}

export interface Shell {
  readonly folder: Path;
  readonly variables: ReadonlyMap<string, Variable>;
  /** Aliases are expanded in interactive shells only, unless `shopt -s expand_aliases` says otherwise. */
  readonly expandsAliases: boolean;
  readonly aliases: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, ShellFunction>;
  readonly hashTable: ReadonlyMap<string, Remembered>;
}

/** A shell as an author writes it down. */
export interface ShellDescription {
  readonly folder: Path;
  readonly exported?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly functions?: Readonly<Record<string, string>>;
  readonly hashTable?: Readonly<Record<string, string>>;
}

/** bash 5.2, `compgen -k`. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'if then else elif fi case esac for select while until do done in function time { } ! [[ ]] coproc'.split(' '),
);

/** bash 5.2, `compgen -b`. */
export const BUILTINS: ReadonlySet<string> = new Set(
  `. : [ alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown echo
  enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf
  pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit
  umask unalias unset wait`.split(/\s+/),
);

/**
 * Builds an interactive shell from its description.
 * @example createShell({ folder: '/home/you', exported: { PATH: '/usr/bin:/bin' } })
 */
export function createShell(description: ShellDescription): Shell {
  const variables = new Map<string, Variable>();
  for (const [name, value] of Object.entries(description.exported ?? {}))
    variables.set(name, { value, exported: true });
  for (const [name, value] of Object.entries(description.variables ?? {})) {
    variables.set(name, { value, exported: false });
  }
  const functions = new Map<string, ShellFunction>();
  for (const [name, body] of Object.entries(description.functions ?? {})) functions.set(name, { kind: 'own', body });
  const hashTable = new Map<string, Remembered>();
  for (const [word, file] of Object.entries(description.hashTable ?? {})) {
    hashTable.set(word, { file, passedCurrentFolder: false });
  }
  return {
    folder: description.folder,
    variables,
    expandsAliases: true,
    aliases: new Map(Object.entries(description.aliases ?? {})),
    functions,
    hashTable,
  };
}

/** The value of a variable; empty when it isn't set, as `${NAME:-}` in bash. */
export function variableValue(shell: Shell, name: string): string {
  return shell.variables.get(name)?.value ?? '';
}

/** The shell after `NAME=value`. An exported variable stays exported; assigning PATH empties the hash table. */
export function assign(shell: Shell, name: string, value: string): Shell {
  const exported = shell.variables.get(name)?.exported ?? false;
  const variables = new Map(shell.variables).set(name, { value, exported });
  return { ...shell, variables, hashTable: name === 'PATH' ? new Map() : shell.hashTable };
}

/** The environment that a program started by this shell receives. */
export function environmentOf(shell: Shell): ReadonlyMap<string, string> {
  const environment = new Map<string, string>();
  for (const [name, variable] of shell.variables) if (variable.exported) environment.set(name, variable.value);
  return environment;
}

/** One entry of PATH. */
export interface PathEntry {
  /** As it stands in PATH; empty means the current folder. */
  readonly written: string;
  /** The folder as bash puts it before the word: `.` for an empty entry, the home folder for `~`. */
  readonly folder: string;
  /** Where that is, seen from the root. Not normalised: `..` after a link is the link's business. */
  readonly absolute: string;
}

/**
 * PATH, entry by entry. bash expands a leading `~` that stands in PATH literally; `which` and everyone else don't.
 * @example pathEntries(shell) // PATH=bin::/usr/bin gives bin, the current folder and /usr/bin
 */
export function pathEntries(shell: Shell): readonly PathEntry[] {
  const home = variableValue(shell, 'HOME');
  return splitPath(variableValue(shell, 'PATH')).map((written) => {
    let folder = written === '' ? '.' : written;
    if (home !== '' && (written === '~' || written.startsWith('~/'))) folder = home + written.slice(1);
    return { written, folder, absolute: isAbsolutePath(folder) ? folder : `${shell.folder}/${folder}` };
  });
}

/** Cuts PATH at its colons. Of empty entries side by side bash sees every second one only: `::/bin` has one, not two. */
function splitPath(path: string): readonly string[] {
  const entries: string[] = [];
  let at = 0;
  while (at < path.length) {
    if (at > 0 && path[at] === ':') at += 1;
    const colon = path.indexOf(':', at);
    const end = colon < 0 ? path.length : colon;
    entries.push(path.slice(at, end));
    at = end === at ? end + 1 : end; // an empty entry takes its colon along
  }
  return entries;
}
