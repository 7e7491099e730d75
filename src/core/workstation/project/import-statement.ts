// The statements `import` and `from … import`: what they bind, and what `*` takes. Follows the language reference of Python 3.13, “The
// import statement”; the order in which names and submodules are asked for, importlib’s `_handle_fromlist` and CPython’s `import_from`.
import { code, type Sentence, say } from '../sentence';
import { attributeOf } from './attributes';
import { isIterable } from './evaluate';
import { absoluteName, importModule, lookUp } from './import-module';
import { missingName } from './module-names';
import type { Statement } from './python-statement';
import { type LoadedModule, type Scope, UNKNOWN, type Value } from './python-value';
import { addNote, addStep, type ProgramRun, placeNow, raise, stopNotModelled } from './run-state';
import { bindName } from './scope-names';
import { typeName } from './show-value';
import { STANDARD_MODULES } from './standard-modules';

export function executeImport(run: ProgramRun, name: string, as: string | undefined, scope: Scope): void {
  const module = importModule(run, name);
  if (module === undefined) return;
  const [top = name] = name.split('.');
  const bound = as === undefined ? run.modules.get(top) : module;
  if (bound !== undefined) bindName(run, as ?? top, { kind: 'module', module: bound }, scope);
}

export function executeFromImport(
  run: ProgramRun,
  statement: Extract<Statement, { kind: 'from-import' }>,
  scope: Scope,
): void {
  const name = absoluteName(run, scope, statement.level, statement.module);
  const module = name === undefined ? undefined : importModule(run, name);
  if (module === undefined) return;
  if (statement.names === 'all') {
    importAll(run, module, scope);
    return;
  }
  for (const { name: wanted, as } of statement.names) {
    if (module.name === '__future__' && wanted === 'annotations') scope.hasLateAnnotations = true;
    const value = importName(run, module, wanted);
    if (run.stop !== undefined) return;
    bindName(run, as, value, scope);
  }
}

/** `*` takes what `__all__` lists, or else every name that doesn’t begin with an underscore. */
function importAll(run: ProgramRun, module: LoadedModule, scope: Scope): void {
  const { names, isOpen } = module.scope;
  const listed = names.get('__all__') ?? answerOf(run, module, '__all__');
  if (run.stop !== undefined) return;
  if (listed !== undefined && isIterable(listed) === false) {
    raise(run, 'TypeError', `'${typeName(listed)}' object is not iterable`);
    return;
  }
  const items =
    listed?.kind === 'tuple' ? listed.items : listed?.kind === 'object' ? listed.contents?.items : undefined;
  const texts = items?.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
  if (module.kind === 'library' || isOpen || (listed !== undefined && texts?.length !== items?.length))
    scope.isOpen = true;
  if (listed !== undefined && (texts === undefined || texts.length !== items?.length)) {
    scope.isOpen = true;
    addNote(
      run,
      say`What ${code('*')} takes from ${code(module.name)} can’t be told: its ${code('__all__')} is made while it runs.`,
    );
  }
  if (texts === undefined || listed === undefined) {
    for (const [each, value] of [...names]) if (!each.startsWith('_')) bindName(run, each, value, scope);
    return;
  }
  for (const each of texts) {
    if (!names.has(each)) importSubmodule(run, module, each);
  }
  for (const each of texts) {
    const value = attributeOf(run, { kind: 'module', module }, each);
    if (run.stop !== undefined) return;
    bindName(run, each, value, scope);
  }
}

/** Imports what is missing in a package if it is a submodule; whether it was there. */
function importSubmodule(run: ProgramRun, module: LoadedModule, name: string): boolean {
  if (run.stop !== undefined || module.folders.length === 0) return false;
  const whole = `${module.name}.${name}`;
  if (run.modules.has(whole)) return true;
  return lookUp(run, whole).verdict.kind !== 'not-found' && importModule(run, whole) !== undefined;
}

/**
 * `from module import name`: the name in the module, or its submodule of that name.
 * Without either it is an ImportError, with the name that Python proposes.
 */
export function importName(run: ProgramRun, module: LoadedModule, name: string): Value {
  if (module.kind === 'library') return libraryName(run, module, name);
  const { scope } = module;
  const step = (outcome: 'found' | 'missing', sentence: Sentence) =>
    addStep(run, { station: 'name', subject: name, outcome, sentence, at: placeNow(run), looked: [] });
  const known = scope.names.get(name);
  if (known !== undefined) {
    step('found', describeName(name, known, module));
    return known;
  }
  const asked = scope.names.get('__getattr__');
  if (asked?.kind === 'function') return askedName(run, module, name);
  if (importSubmodule(run, module, name)) {
    const submodule = run.modules.get(`${module.name}.${name}`);
    return submodule === undefined ? UNKNOWN : { kind: 'module', module: submodule };
  }
  if (run.stop !== undefined || scope.isOpen || asked !== undefined) return UNKNOWN;
  const names = [...scope.names.keys()].filter((each) => !each.startsWith('_'));
  const has =
    names.length === 0 ? say` It has no names of its own.` : say` It has ${code(names.slice(0, 8).join(', '))}.`;
  step('missing', say`${code(module.name)} has no ${code(name)}.${has}`);
  return raise(run, 'ImportError', missingName(run, module, name), { module: module.name });
}

/** The module’s own `__getattr__` is asked; its AttributeError means that a submodule is looked for. */
function askedName(run: ProgramRun, module: LoadedModule, name: string): Value {
  const value = answerOf(run, module, name);
  if (value !== undefined || run.stop !== undefined) return value ?? UNKNOWN;
  if (importSubmodule(run, module, name)) {
    const submodule = run.modules.get(`${module.name}.${name}`);
    return submodule === undefined ? UNKNOWN : { kind: 'module', module: submodule };
  }
  if (run.stop !== undefined) return UNKNOWN;
  return raise(run, 'ImportError', missingName(run, module, name), { module: module.name });
}

/** What the module’s own `__getattr__` answers; `undefined` without one, and for an AttributeError. */
function answerOf(run: ProgramRun, module: LoadedModule, name: string): Value | undefined {
  const asked = module.scope.names.get('__getattr__');
  if (asked?.kind !== 'function') return undefined;
  const depth = run.traceback.length;
  const before = run.traceback.at(-1);
  const value = attributeOf(run, { kind: 'module', module }, name);
  const { stop } = run;
  if (stop?.kind !== 'raised' || stop.raised.type !== 'AttributeError') return value;
  run.stop = undefined;
  run.traceback.length = depth;
  if (before !== undefined) run.traceback[depth - 1] = before;
  return undefined;
}

/** What the standard library and other projects have isn’t known here, and is taken to be there. */
function libraryName(run: ProgramRun, module: LoadedModule, name: string): Value {
  const { name: top } = module;
  const ends = [`/${top}.py`, `/${top}/__init__.py`];
  const own = run.world.tree.filter(({ path }) => ends.some((end) => `/${path}`.endsWith(end)));
  if (own.length > 0 && STANDARD_MODULES.includes(top)) {
    const isMeant = own.some(({ content }) => new RegExp(`\\b${name}\\b`).test(textIn(content)));
    if (isMeant) {
      stopNotModelled(
        run,
        say`${code(top)} is Python’s own here and not the project’s file; whether it has ${code(name)} can’t be told.`,
      );
      return UNKNOWN;
    }
    addNote(
      run,
      say`${code(top)} is Python’s own here and not the project’s file of that name; whether it has ${code(name)} can’t be told.`,
    );
  }
  return attributeOf(run, { kind: 'library', name: top }, name);
}

const decoder = new TextDecoder();

function textIn(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : decoder.decode(content);
}

function describeName(name: string, value: Value, module: LoadedModule): Sentence {
  const what =
    value.kind === 'function'
      ? say`a function, defined in line ${value.definition.line}`
      : value.kind === 'class'
        ? say`a class`
        : value.kind === 'module'
          ? say`a module`
          : say`there`;
  return say`${code(name)} in ${code(module.name)} is ${what}.`;
}
