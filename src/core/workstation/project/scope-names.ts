// Names of a followed program: where one is looked for, where it is bound, and what Python says when it isn’t there. Follows the language
// reference of Python 3.13, “Naming and binding”; the proposals, Lib/traceback.py.
import { code, say } from '../sentence';
import { BUILTIN_NAMES } from './builtin-names';
import { isBuiltinFunction } from './library';
import { isOpenClass, memberOf } from './python-class';
import { isBuiltinException } from './python-exception';
import { moduleScope, type Scope, type Value } from './python-value';
import { addMissing, addNote, type ProgramRun, raise, write } from './run-state';
import { STANDARD_MODULES } from './standard-modules';
import { suggestionFor } from './suggestion';

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['True', true],
  ['False', false],
  ['None', null],
]);

/** The value of a name; a NameError without one. */
export function lookUpName(run: ProgramRun, name: string, scope: Scope): Value {
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) return { kind: 'constant', value: constant };
  let isOpen = false;
  let isOwn = true;
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    // A function doesn’t see the names of the class around it.
    if (here.kind === 'class' && here !== scope) continue;
    const value = here.names.get(name);
    if (value !== undefined) return value;
    isOpen ||= here.isOpen;
    const owner = here.definition?.names;
    if (owner?.global.has(name)) here = moduleScope(here);
    if (here.kind === 'module') isOpen ||= here.isOpen;
    if (owner?.global.has(name)) {
      const known = here.names.get(name);
      if (known !== undefined) return known;
      break;
    }
    if (owner?.local.has(name) && !isOpen) return unbound(run, name, scope, isOwn);
    if (here.kind === 'call') isOwn = false;
  }
  if (isBuiltinFunction(name)) return { kind: 'library', name };
  if (isOpen && !BUILTIN_NAMES.includes(name))
    addNote(run, say`Whether ${code(name)} is there can’t be told: a star import brings names that aren’t known here.`);
  if (isOpen || BUILTIN_NAMES.includes(name) || isBuiltinException(name)) return { kind: 'library', name };
  addMissing(run, 'name', name, say`Nothing in ${code(scope.module)} is called ${code(name)} there.`);
  return raise(run, 'NameError', `name '${name}' is not defined${proposalFor(name, scope)}`);
}

/** A name that the function binds, asked for before it does. */
function unbound(run: ProgramRun, name: string, scope: Scope, isOwn: boolean): Value {
  addMissing(run, 'name', name, say`The function binds ${code(name)} itself, and hasn’t yet.`);
  if (!isOwn) {
    const message = `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
    return raise(run, 'NameError', message + proposalFor(name, scope));
  }
  const message = `cannot access local variable '${name}' where it is not associated with a value`;
  return raise(run, 'UnboundLocalError', message);
}

/** “Did you mean”, from the names of the function and those of the module. */
function proposalFor(name: string, scope: Scope): string {
  const self = scope.names.get('self');
  const owner = self?.kind === 'instance' ? self.of : self?.kind === 'class' ? self : undefined;
  const isOfSelf = owner !== undefined && (memberOf(owner, name) ?? selfNames(self)?.get(name)) !== undefined;
  const own = scope.kind === 'module' ? [] : scope.names.keys();
  const names = [...own, ...moduleScope(scope).names.keys(), ...BUILTIN_NAMES];
  const proposed = isOfSelf ? `self.${name}` : suggestionFor(name, names);
  const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}'?`;
  if (!STANDARD_MODULES.includes(name)) return proposal;
  return proposed === undefined
    ? `. Did you forget to import '${name}'?`
    : `${proposal} Or did you forget to import '${name}'?`;
}

function selfNames(self: Value | undefined): ReadonlyMap<string, Value> | undefined {
  return self?.kind === 'instance' && !isOpenClass(self.of) ? self.names : undefined;
}

/** The names in which a binding in this scope ends up. */
function homeOf(name: string, scope: Scope): Map<string, Value> {
  let here = scope;
  while (here.kind === 'comprehension' && here.outer !== undefined) here = here.outer;
  const owner = here.definition?.names;
  if (here.kind === 'call' && owner?.global.has(name)) return moduleScope(here).names;
  if (here.kind !== 'call' || !owner?.nonlocal.has(name)) return here.names;
  for (let around = here.outer; around !== undefined; around = around.outer)
    if (around.kind === 'call' && around.definition?.names.local.has(name)) return around.names;
  return here.names;
}

export function bindName(run: ProgramRun, name: string, value: Value, scope: Scope): void {
  write(run, homeOf(name, scope), name, value);
}

/** `del name`. */
export function deleteName(run: ProgramRun, name: string, scope: Scope): void {
  const home = homeOf(name, scope);
  if (home.has(name)) write(run, home, name, undefined);
  else if (!scope.isOpen) {
    if (scope.definition?.names.local.has(name)) unbound(run, name, scope, true);
    else {
      addMissing(run, 'name', name, say`Nothing in ${code(scope.module)} is called ${code(name)} there.`);
      raise(run, 'NameError', `name '${name}' is not defined${proposalFor(name, scope)}`);
    }
  }
}
