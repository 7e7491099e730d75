/**
 * What `source .venv/bin/activate` and `deactivate` do to a bash session, line by line.
 * Follows Lib/venv/scripts/common/activate of CPython 3.13 and uv's activator (crates/uv-virtualenv).
 */
import { type Machine, realPath } from './machine';
import { nameOf, type Path } from './path';
import { type Remembered, type Shell, type ShellFunction, type Variable, variableValue } from './shell';

/** What was written into bin/activate when the environment was made. */
export interface ActivateScript {
  readonly writtenBy: 'venv' | 'uv';
  /** The folder of the environment at that time, absolute. Moving the folder doesn't change the script. */
  readonly environment: Path;
  /** The name for the prompt: the folder's, unless `--prompt` said otherwise. Empty: uv takes the folder's name. */
  readonly prompt: string;
}

export type Activation =
  | { readonly kind: 'activated'; readonly shell: Shell; readonly changes: readonly ShellChange[] }
  | { readonly kind: 'no-script'; readonly file: string };

/**
 * Runs an environment's activate script in the shell.
 * @param environment the folder of the environment: `/home/you/greeting/.venv`
 */
export function activate(machine: Machine, shell: Shell, environment: Path): Activation {
  const file = `${environment}/bin/activate`;
  const real = realPath(machine, file);
  const script = real === undefined ? undefined : machine.activateScripts.get(real);
  if (script === undefined) return { kind: 'no-script', file };
  const after = runActivate(shell, script);
  return { kind: 'activated', shell: after, changes: compareShells(shell, after) };
}

function runActivate(before: Shell, script: ActivateScript): Shell {
  const byUv = script.writtenBy === 'uv';
  // `deactivate nondestructive`: a second activation first takes back what the first one did. It empties the hash
  // table too, so the script's own `hash -r` at its end finds nothing to forget.
  const shell = edit(takeBack(before, script.writtenBy));
  shell.functions.set('deactivate', { kind: 'deactivate', writtenBy: script.writtenBy });
  const prompt = byUv && script.prompt === '' ? nameOf(script.environment) : script.prompt;

  shell.export('VIRTUAL_ENV', script.environment);
  shell.set('_OLD_VIRTUAL_PATH', shell.value('PATH'));
  shell.export('PATH', `${script.environment}/bin:${shell.value('PATH')}`);
  shell.export('VIRTUAL_ENV_PROMPT', prompt);
  // venv looks whether PYTHONHOME has a value, uv whether it is set at all.
  if (byUv ? shell.variables.has('PYTHONHOME') : shell.value('PYTHONHOME') !== '') {
    shell.set('_OLD_VIRTUAL_PYTHONHOME', shell.value('PYTHONHOME'));
    shell.variables.delete('PYTHONHOME');
  }
  if (shell.value('VIRTUAL_ENV_DISABLE_PROMPT') === '') {
    shell.set('_OLD_VIRTUAL_PS1', shell.value('PS1'));
    shell.export('PS1', `(${prompt}) ${shell.value('PS1')}`);
  }
  if (byUv) {
    shell.aliases.delete('pydoc');
    shell.functions.set('pydoc', { kind: 'pydoc' });
  }
  return shell.done();
}

export type Deactivation =
  | { readonly kind: 'deactivated'; readonly shell: Shell; readonly changes: readonly ShellChange[] }
  /** The shell has no function `deactivate` that an activate script left. */
  | { readonly kind: 'no-function' };

/** Calls the function `deactivate` that activation left in the shell. */
export function deactivate(shell: Shell): Deactivation {
  const left = shell.functions.get('deactivate');
  if (left?.kind !== 'deactivate') return { kind: 'no-function' };
  const edited = edit(takeBack(shell, left.writtenBy));
  edited.functions.delete('deactivate'); // unset -f deactivate
  const after = edited.done();
  return { kind: 'deactivated', shell: after, changes: compareShells(shell, after) };
}

/** The body of `deactivate`, up to the point where it removes itself. */
function takeBack(before: Shell, writtenBy: 'venv' | 'uv'): Shell {
  const shell = edit(before);
  const restore = (name: string, saved: string, evenIfEmpty: boolean) => {
    if (evenIfEmpty ? !shell.variables.has(saved) : shell.value(saved) === '') return;
    shell.export(name, shell.value(saved));
    shell.variables.delete(saved);
  };
  const byUv = writtenBy === 'uv';
  if (byUv) shell.functions.delete('pydoc');
  restore('PATH', '_OLD_VIRTUAL_PATH', false);
  restore('PYTHONHOME', '_OLD_VIRTUAL_PYTHONHOME', byUv);
  shell.hashTable.clear();
  // In a script PS1 is empty, so venv's test finds nothing to restore and the prompt stays changed.
  restore('PS1', '_OLD_VIRTUAL_PS1', byUv);
  shell.variables.delete('VIRTUAL_ENV');
  shell.variables.delete('VIRTUAL_ENV_PROMPT');
  return shell.done();
}

/** A shell under change, with the verbs that the two scripts use. */
interface Edited {
  readonly variables: Map<string, Variable>;
  readonly aliases: Map<string, string>;
  readonly functions: Map<string, ShellFunction>;
  readonly hashTable: Map<string, Remembered>;
  value(name: string): string;
  /** `NAME=value`: a variable that was exported stays exported. */
  set(name: string, value: string): void;
  /** `NAME=value; export NAME` */
  export(name: string, value: string): void;
  done(): Shell;
}

function edit(shell: Shell): Edited {
  const variables = new Map(shell.variables);
  const aliases = new Map(shell.aliases);
  const functions = new Map(shell.functions);
  const hashTable = new Map(shell.hashTable);
  const changed = () => ({ ...shell, variables, aliases, functions, hashTable });
  return {
    variables,
    aliases,
    functions,
    hashTable,
    value: (name) => variableValue(changed(), name),
    set: (name, value) => variables.set(name, { value, exported: variables.get(name)?.exported ?? false }),
    export: (name, value) => variables.set(name, { value, exported: true }),
    done: changed,
  };
}

/** One difference between two moments of a shell. */
export type ShellChange =
  | { readonly kind: 'variable-set'; readonly name: string; readonly after: Variable }
  | { readonly kind: 'variable-changed'; readonly name: string; readonly before: Variable; readonly after: Variable }
  | { readonly kind: 'variable-unset'; readonly name: string; readonly before: Variable }
  | { readonly kind: 'function-defined'; readonly name: string }
  | { readonly kind: 'function-removed'; readonly name: string }
  | { readonly kind: 'alias-removed'; readonly name: string }
  | { readonly kind: 'hash-table-emptied'; readonly forgotten: readonly string[] };

/** What is different after a command, sorted by name: variables, then functions, aliases and the hash table. */
export function compareShells(before: Shell, after: Shell): readonly ShellChange[] {
  const changes: ShellChange[] = [];
  for (const name of [...new Set([...before.variables.keys(), ...after.variables.keys()])].sort()) {
    const was = before.variables.get(name);
    const is = after.variables.get(name);
    if (was === undefined && is !== undefined) changes.push({ kind: 'variable-set', name, after: is });
    else if (was !== undefined && is === undefined) changes.push({ kind: 'variable-unset', name, before: was });
    else if (was !== undefined && is !== undefined && (was.value !== is.value || was.exported !== is.exported)) {
      changes.push({ kind: 'variable-changed', name, before: was, after: is });
    }
  }
  for (const name of [...after.functions.keys()].sort()) {
    if (!before.functions.has(name)) changes.push({ kind: 'function-defined', name });
  }
  for (const name of [...before.functions.keys()].sort()) {
    if (!after.functions.has(name)) changes.push({ kind: 'function-removed', name });
  }
  for (const name of [...before.aliases.keys()].sort()) {
    if (!after.aliases.has(name)) changes.push({ kind: 'alias-removed', name });
  }
  const forgotten = [...before.hashTable.keys()].sort();
  if (forgotten.length > 0 && after.hashTable.size === 0) changes.push({ kind: 'hash-table-emptied', forgotten });
  return changes;
}
