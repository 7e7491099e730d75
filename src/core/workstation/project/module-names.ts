// What Python says of a name that a module hasn’t: not there, not there yet, or the module is another one than was meant. Follows
// CPython 3.13’s Python/ceval.c (import_from) and Objects/moduleobject.c (_PyModule_IsPossiblyShadowing).
import { folderOf } from '../lookup/path';
import type { LoadedModule } from './python-value';
import type { ProgramRun } from './run-state';
import { STANDARD_MODULES } from './standard-modules';
import { candidatesFor, suggestionFor } from './suggestion';

/**
 * The advice to rename a file that lies where the program was started and so hides another of its name; `undefined` if there is none.
 * @example shadowing(run, random) // "(consider renaming '/home/you/random.py' since it has the same name as the standard library …)"
 */
export function shadowing(run: ProgramRun, module: LoadedModule): string | undefined {
  const { name, file } = module;
  if (file === undefined || module.kind !== 'project' || run.firstFolder === undefined) return undefined;
  if (folderOf(file.replace(/\/__init__\.py$/, '')) !== run.firstFolder) return undefined;
  if (STANDARD_MODULES.includes(name)) {
    return `(consider renaming '${file}' since it has the same name as the standard library module named '${name}' and prevents importing that standard library module)`;
  }
  if (module.isReady) return undefined;
  return `(consider renaming '${file}' if it has the same name as a library you intended to import)`;
}

/** The text of the ImportError of `from module import name`. */
export function missingName(run: ProgramRun, module: LoadedModule, name: string): string {
  const start = `cannot import name '${name}' from`;
  const shadows = shadowing(run, module);
  const where = module.file === undefined ? '' : ` (${module.file})`;
  const text =
    shadows !== undefined
      ? `${start} '${module.name}' ${shadows}`
      : module.isReady
        ? `${start} '${module.name}'${where || ' (unknown location)'}`
        : `${start} partially initialized module '${module.name}' (most likely due to a circular import)${where}`;
  // The proposal comes from the topmost package: Python asks `__import__` for the module, and that answers with its first part. If that
  // is what fails, there is none to ask.
  const top = run.modules.get(module.name.split('.')[0] ?? '') ?? module;
  const isAsked = top.isReady && module.isReady;
  const proposed = isAsked ? suggestionFor(name, candidatesFor(name, top.scope.names.keys())) : undefined;
  return proposed === undefined ? text : `${text}. Did you mean: '${proposed}'?`;
}
