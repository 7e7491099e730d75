/**
 * What the two commands that people ask say: `which`, a program that knows PATH and nothing else, and `type`, which is
 * the shell itself. Follows Debian's /usr/bin/which.debianutils and the bash reference manual 5.2, section 4.2 (type).
 */
import { findCommand } from './command-lookup';
import { isExecutable, type Machine } from './machine';
import { isAbsolutePath, joinPath } from './path';
import { BUILTINS, environmentOf, KEYWORDS, pathEntries, type Shell, type ShellFunction } from './shell';

/**
 * What `which -a word` prints: every executable file along the exported PATH, in order; plain `which` prints the first.
 * Functions, builtins, aliases and the hash table are the shell's; a program that the shell starts can't see them.
 * @example whichCommand(machine, shell, 'cd') // []: cd is a builtin
 */
export function whichCommand(machine: Machine, shell: Shell, word: string): readonly string[] {
  const isProgram = (file: string) => isExecutable(machine, isAbsolutePath(file) ? file : joinPath(shell.folder, file));
  if (word.includes('/')) return [word].filter(isProgram);
  const path = environmentOf(shell).get('PATH') ?? '';
  if (path === '') return [];
  // A shell script: splitting drops an empty last field, so the script doubles a colon at the end; :: stays as it is.
  const entries = (/[^:]:$/.test(path) ? `${path}:` : path).split(':');
  if (entries.at(-1) === '') entries.pop();
  // The script puts folder and word together itself: /usr/bin/ gives /usr/bin//python, and ~ is a folder called ~.
  const files = entries.map((entry) => `${entry === '' ? '.' : entry}/${word}`);
  return files.filter(isProgram);
}

export type TypeAnswer =
  | { readonly kind: 'alias'; readonly text: string }
  | { readonly kind: 'keyword' }
  | { readonly kind: 'function'; readonly function: ShellFunction }
  | { readonly kind: 'builtin' }
  | { readonly kind: 'hashed'; readonly file: string }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'not-found' };

/**
 * What `type word` knows: the same stations as the lookup, without replacing an alias and without running anything.
 * @example typeCommand(machine, shell, 'cd') // { kind: 'builtin' }
 */
export function typeCommand(machine: Machine, shell: Shell, word: string): TypeAnswer {
  const text = shell.expandsAliases ? shell.aliases.get(word) : undefined;
  if (text !== undefined) return { kind: 'alias', text };
  if (KEYWORDS.has(word)) return { kind: 'keyword' };
  const { verdict } = findCommand(machine, { ...shell, expandsAliases: false }, word);
  switch (verdict.kind) {
    case 'keyword':
    case 'builtin':
    case 'not-found':
      return { kind: verdict.kind };
    case 'function':
      return { kind: 'function', function: verdict.function };
    case 'hashed':
      return { kind: 'hashed', file: verdict.file };
    case 'found':
      return { kind: 'file', file: verdict.executable.file };
    case 'not-executable': // type names a file without execute bit too, if PATH led to it
      return { kind: 'file', file: verdict.file };
    case 'direct':
      if (verdict.finding.kind !== 'executable') return { kind: 'not-found' };
      // With an empty PATH bash prints where in the current folder the word stands.
      return { kind: 'file', file: word.includes('/') ? verdict.file : `${shell.folder}/${word}` };
  }
}

/**
 * What `type -a word` knows: everything that the word could mean, in the order in which bash would take it. The hash
 * table isn't asked, and files without execute bit don't count.
 * @example typeAll(machine, shell, 'echo') // a builtin, then /usr/bin/echo and /bin/echo
 */
export function typeAll(machine: Machine, shell: Shell, word: string): readonly TypeAnswer[] {
  const answers: TypeAnswer[] = [];
  const text = shell.expandsAliases ? shell.aliases.get(word) : undefined;
  if (text !== undefined) answers.push({ kind: 'alias', text });
  if (KEYWORDS.has(word)) answers.push({ kind: 'keyword' });
  const shellFunction = shell.functions.get(word);
  if (shellFunction !== undefined) answers.push({ kind: 'function', function: shellFunction });
  if (BUILTINS.has(word)) answers.push({ kind: 'builtin' });
  const files = word.includes('/') ? [word] : pathEntries(shell).map(({ folder }) => joinPath(folder, word));
  for (const file of files) {
    if (isExecutable(machine, isAbsolutePath(file) ? file : joinPath(shell.folder, file))) {
      answers.push({ kind: 'file', file });
    }
  }
  return answers;
}
