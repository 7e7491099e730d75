// What `import` and `from … import` do: each part of a dotted name is looked for, loaded once, and its body runs. Follows the library
// reference of Python 3.13, “The import system” (5.3, 5.4, 5.7), and the reference of the import statement.

import { describeModuleFinding, describeOrigin } from '../lookup/describe';
import { textOf } from '../lookup/machine';
import { findModuleAlong, type ModuleLookup, type ModuleVerdict } from '../lookup/module-lookup';
import { folderOf, nameOf, type Path } from '../lookup/path';
import { code, type Sentence, say } from '../sentence';
import { readPythonSource } from './python-source';
import { type LoadedModule, type Scope, scopeOf } from './python-value';
import {
  addMissing,
  addStep,
  LOOK_UP_COST,
  MAX_NESTED,
  type ProgramRun,
  placeNow,
  raise,
  stopNotModelled,
  write,
} from './run-state';
import { STANDARD_MODULES } from './standard-modules';
import type { LookedAt } from './walk';

/** Names that every module has. */
const OWN_NAMES = ['__name__', '__file__', '__doc__', '__package__', '__spec__', '__loader__', '__builtins__'];

/**
 * Imports a module with all that stand above it; the last one, or `undefined` when the import fails (`run.stop` says with what).
 * @example importModule(run, 'greeting.languages')
 */
export function importModule(run: ProgramRun, name: string): LoadedModule | undefined {
  const parts = name.split('.');
  let parent: LoadedModule | undefined;
  for (let count = 1; count <= parts.length; count += 1) {
    const part = parts.slice(0, count).join('.');
    const known = run.modules.get(part);
    const module: LoadedModule | undefined = known ?? load(run, part, parent);
    if (module === undefined || run.stop !== undefined) return undefined;
    // The package gets its submodule as a name once that is loaded, over what it had.
    if (known === undefined && parent !== undefined && parent.kind !== 'library')
      write(run, parent.scope.names, parts[count - 1] ?? '', { kind: 'module', module });
    parent = module;
  }
  return parent;
}

function load(run: ProgramRun, name: string, parent: LoadedModule | undefined): LoadedModule | undefined {
  const top = name.split('.')[0] ?? name;
  if (run.hasOwnImports && parent === undefined && !STANDARD_MODULES.includes(name)) {
    stopNotModelled(run, say`Where ${code(name)} is found can’t be told: the program changes how modules are found.`);
    return undefined;
  }
  if (parent?.kind === 'library') return libraryModule(run, name, undefined); // what it holds isn’t known here
  const lookup = lookUp(run, name);
  const { verdict } = lookup;
  const missing = verdict.kind === 'not-found';
  if (!(parent === undefined && STANDARD_MODULES.includes(name) && isStandard(run, lookup))) {
    addStep(run, {
      station: 'import',
      subject: name,
      outcome: missing ? 'missing' : 'found',
      sentence: describeImport(run, lookup),
      at: placeNow(run),
      looked: lookedAt(lookup),
    });
  }
  switch (verdict.kind) {
    case 'not-found': {
      const about = verdict.parent === undefined ? '' : `; '${verdict.parent}' is not a package`;
      raise(run, 'ModuleNotFoundError', `No module named '${verdict.missing}'${about}`, { module: verdict.missing });
      return undefined;
    }
    case 'loaded':
    case 'builtin':
    case 'frozen':
      return libraryModule(run, name, undefined);
    case 'namespace':
      return remember(run, {
        name,
        kind: 'namespace',
        file: undefined,
        folders: verdict.portions,
        package: name,
        scope: scopeOf(name, undefined, name),
        isReady: true,
      });
    case 'module':
    case 'package': {
      const form = verdict.kind === 'module' ? verdict.form : 'source';
      if (!isOwn(run, verdict.file) || form !== 'source') return libraryModule(run, name, verdict.file);
      const isPackage = verdict.kind === 'package';
      const packageName = isPackage ? name : top === name ? '' : name.slice(0, name.lastIndexOf('.'));
      const folders = isPackage ? [verdict.folder] : [];
      return loadText(run, { name, file: verdict.file, folders, package: packageName });
    }
  }
}

/** Loads a module of the project: its text is read and its body followed. */
export function loadText(
  run: ProgramRun,
  given: Pick<LoadedModule, 'name' | 'folders' | 'package'> & { readonly file: Path },
): LoadedModule | undefined {
  const module: LoadedModule = {
    ...given,
    kind: 'project',
    scope: scopeOf(given.name, given.file, given.package),
    isReady: false,
  };
  const { names } = module.scope;
  for (const own of OWN_NAMES) names.set(own, { kind: 'unknown' });
  names.set('__name__', { kind: 'text', text: given.name });
  names.set('__file__', { kind: 'text', text: given.file });
  names.set('__package__', { kind: 'text', text: given.package });
  if (given.folders.length > 0) names.set('__path__', { kind: 'unknown' });
  remember(run, module);
  if (run.traceback.length >= MAX_NESTED) {
    stopNotModelled(run, say`More than ${MAX_NESTED} imports and calls inside each other aren’t followed.`);
    return undefined;
  }
  const source = readPythonSource(textOf(run.world.machine, given.file) ?? '');
  if (source.problem !== undefined) {
    const { line, message } = source.problem;
    run.traceback.push({ file: given.file, line });
    if (message === undefined) {
      stopNotModelled(
        run,
        say`Line ${line} of ${code(nameOf(given.file))} isn’t understood here; Python may refuse it.`,
      );
    } else {
      const sentence = say`Line ${line} of ${code(nameOf(given.file))} breaks Python’s grammar: nothing of the file runs.`;
      addMissing(run, 'import', given.name, sentence);
      const colon = message.indexOf(': ');
      raise(run, message.slice(0, colon), message.slice(colon + 2));
    }
    run.traceback.pop();
    return undefined;
  }
  run.traceback.push({ file: given.file, line: 1 });
  run.runBody(run, source.statements, module.scope);
  if (run.stop === undefined) run.traceback.pop();
  module.isReady = true;
  if (run.stop !== undefined) run.modules.delete(given.name); // Python takes a module out again whose body fails
  return run.stop === undefined ? module : undefined;
}

function remember(run: ProgramRun, module: LoadedModule): LoadedModule {
  run.modules.set(module.name, module);
  return module;
}

function libraryModule(run: ProgramRun, name: string, file: Path | undefined): LoadedModule {
  const scope = { ...scopeOf(name, file, name), isOpen: true };
  return remember(run, { name, kind: 'library', file, folders: [], package: name, scope, isReady: true });
}

/** Looks along the search path; names that it doesn’t have are asked of setuptools’ finder, which stands behind it. */
export function lookUp(run: ProgramRun, name: string): ModuleLookup {
  const { machine, installation } = run.world;
  run.budget -= LOOK_UP_COST;
  const lookup = findModuleAlong(machine, run.search, name);
  if (lookup.verdict.kind !== 'not-found') return lookup;
  const [top = ''] = name.split('.');
  for (const link of installation?.links ?? []) {
    const target = link.kind === 'finder' ? link.mapping.get(top) : undefined;
    if (link.kind !== 'finder' || target === undefined) continue;
    const folder = folderOf(target);
    const origin = { kind: 'pth', file: link.file } as const;
    const entries = [...run.search.entries, { shown: nameOf(link.finder), folder, origin }];
    return findModuleAlong(machine, { ...run.search, entries }, name);
  }
  return lookup;
}

/** Does the file belong to the project: its working copy, or what was installed of it? */
function isOwn(run: ProgramRun, file: Path): boolean {
  const { place, installation } = run.world;
  if (installation?.files.some(({ path }) => path === file)) return true;
  return file.startsWith(`${place.project}/`) && !file.startsWith(`${place.environment}/`);
}

function isStandard(run: ProgramRun, { verdict }: ModuleLookup): boolean {
  if (verdict.kind === 'loaded' || verdict.kind === 'builtin' || verdict.kind === 'frozen') return true;
  return 'file' in verdict && verdict.file.startsWith(`${run.search.startup.standardLibrary[1]}/`);
}

export function lookedAt({ visits, verdict }: ModuleLookup): readonly LookedAt[] {
  return visits.map(({ entry, finding }) => ({
    place: entry.shown === '' ? '(here)' : entry.shown,
    what: describeOrigin(entry.origin),
    finding: describeModuleFinding(finding),
    isTaken:
      finding.kind === 'package' ||
      finding.kind === 'module' ||
      (finding.kind === 'portion' && verdict.kind === 'namespace'),
  }));
}

/** Where a module was found, and whose it is. */
function describeImport(run: ProgramRun, { name, verdict, visits }: ModuleLookup): Sentence {
  switch (verdict.kind) {
    case 'loaded':
    case 'builtin':
    case 'frozen':
      return say`${code(name)} is part of Python.`;
    case 'namespace':
      return say`${code(name)} is a folder without ${code('__init__.py')}: an empty package of that name.`;
    case 'not-found': {
      const { parent, missing } = verdict;
      if (parent !== undefined) return say`${code(missing)} can’t be: ${code(parent)} is no package.`;
      const dot = missing.lastIndexOf('.');
      return dot === -1
        ? say`${code(missing)} is in none of ${visits.length} places.`
        : say`${code(missing)} isn’t there: the package ${code(missing.slice(0, dot))} has nothing of that name.`;
    }
    case 'package':
    case 'module':
      return say`${code(name)} is ${code(verdict.file)}, ${whose(run, verdict)}.`;
  }
}

function whose(run: ProgramRun, verdict: Extract<ModuleVerdict, { kind: 'package' | 'module' }>): string {
  const { place, installation } = run.world;
  if (installation?.files.some(({ path }) => path === verdict.file)) return 'a copy that was installed';
  if (verdict.file.startsWith(`${place.environment}/`)) return 'of another project';
  if (verdict.file.startsWith(`${place.project}/`)) return 'the working copy';
  return 'of the standard library';
}

/** The module that `from ..x import` means, by its absolute name; `undefined` when it leads out (`run.stop` says so). */
export function absoluteName(run: ProgramRun, scope: Scope, level: number, module: string): string | undefined {
  if (level === 0) return module;
  const base = scope.package;
  if (base === '') {
    raise(run, 'ImportError', 'attempted relative import with no known parent package');
    return undefined;
  }
  const parts = base.split('.');
  if (level > parts.length) {
    raise(run, 'ImportError', 'attempted relative import beyond top-level package');
    return undefined;
  }
  const above = parts.slice(0, parts.length - level + 1).join('.');
  return module === '' ? above : `${above}.${module}`;
}
