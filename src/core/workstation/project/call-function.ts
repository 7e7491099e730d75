// Calls: functions of the project are followed, classes make instances, what isn’t callable is said as CPython says it. Follows the
// language reference of Python 3.13, “Calls”.
import { nameOf } from '../lookup/path';
import { code, say } from '../sentence';
import { argumentProblem, boundParameters } from './arguments';
import { callLibrary } from './library';
import { callPathMethod } from './path-object';
import { exceptionsAbove, isOpenClass, memberOf } from './python-class';
import { isBuiltinException } from './python-exception';
import {
  type CallOf,
  type ClassValue,
  type FunctionValue,
  type LoadedModule,
  NONE,
  type Scope,
  UNKNOWN,
  type Value,
} from './python-value';
import {
  addMissing,
  addNote,
  addStep,
  MAX_NESTED,
  type ProgramRun,
  placeNow,
  raise,
  type Stop,
  stopNotModelled,
} from './run-state';
import { typeName } from './show-value';
import { OWN_NAME_CALLABLE } from './standard-modules';

export const noArguments = (scope: Scope): CallOf => ({ positional: [], named: new Map(), spreads: false, scope });

/** Calls a value. Functions of the project are followed; of others the result is unknown. */
export function callValue(run: ProgramRun, called: Value, given: CallOf): Value {
  if (run.stop !== undefined) return UNKNOWN;
  switch (called.kind) {
    case 'library':
      if (isBuiltinException(called.name) && called.name !== 'SystemExit')
        return { kind: 'exception', type: called.name, positional: given.positional };
      return losing(run, given, callLibrary(run, called.name, given));
    case 'method':
      return callMethod(run, called, given);
    case 'function':
      return callFunction(run, called, given);
    case 'class':
      return instantiate(run, called, given);
    case 'instance': {
      const call = memberOf(called.of, '__call__');
      if (call?.kind === 'function') return callFunction(run, { ...call, self: called }, given);
      return call !== undefined || isOpenClass(called.of) ? UNKNOWN : notCallable(run, called);
    }
    case 'text':
    case 'tuple':
    case 'module':
    case 'constant':
    case 'object':
    case 'property':
    case 'exception':
      return notCallable(run, called);
    case 'unknown':
      addNote(run, say`What line ${String(placeNow(run)?.line ?? 0)} calls can’t be told from the text.`);
      return losing(run, given, UNKNOWN);
    case 'path':
      return losing(run, given, UNKNOWN);
  }
}

/** What is handed to code that isn’t followed may be changed there. */
function losing(run: ProgramRun, { positional, named }: CallOf, result: Value): Value {
  if (run.stop !== undefined) return result;
  for (const value of [...positional, ...named.values()])
    if (value.kind === 'object' && value.contents !== undefined && value.type !== 'range')
      value.contents.items = undefined;
  return result;
}

function callMethod(run: ProgramRun, { of, name }: Extract<Value, { kind: 'method' }>, given: CallOf): Value {
  if (of.kind === 'path') return callPathMethod(run, of.path, name, given);
  const [first] = given.positional;
  if (of.kind !== 'text') return UNKNOWN;
  switch (name) {
    case 'startswith':
      return first?.kind === 'text' ? { kind: 'constant', value: of.text.startsWith(first.text) } : UNKNOWN;
    case 'endswith':
      return first?.kind === 'text' ? { kind: 'constant', value: of.text.endsWith(first.text) } : UNKNOWN;
    case 'lower':
      return { kind: 'text', text: of.text.toLowerCase() };
    case 'upper':
      return { kind: 'text', text: of.text.toUpperCase() };
    default:
      return UNKNOWN;
  }
}

function notCallable(run: ProgramRun, value: Value): Value {
  const type = typeName(value) ?? '';
  addMissing(run, 'call', type, say`What stands there is no function but a value of type ${code(type)}.`);
  const proposed = value.kind === 'module' ? ownCallable(value.module) : undefined;
  const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}.${proposed}(...)'?`;
  return raise(run, 'TypeError', `'${type}' object is not callable${proposal}`);
}

/** The module’s name, if something callable in it has the same. */
function ownCallable({ name, kind, scope }: LoadedModule): string | undefined {
  const own = scope.names.get(name);
  const isCallable =
    kind === 'library' ? OWN_NAME_CALLABLE.includes(name) : own?.kind === 'function' || own?.kind === 'class';
  return isCallable ? name : undefined;
}

function instantiate(run: ProgramRun, of: ClassValue, given: CallOf): Value {
  const { positional } = given;
  const instance: Value = { kind: 'instance', of, names: new Map(), positional };
  const isExact = !isOpenClass(of) && memberOf(of, '__new__') === undefined;
  const start = memberOf(of, '__init__');
  if (start?.kind === 'function') callFunction(run, { ...start, self: isExact ? instance : UNKNOWN }, given);
  else if (isExact && start === undefined && exceptionsAbove(of).length === 0) {
    if (positional.length + given.named.size > 0) {
      addMissing(
        run,
        'call',
        of.name,
        say`The class ${code(of.name)} has no ${code('__init__')} that takes arguments.`,
      );
      return raise(run, 'TypeError', `${of.name}() takes no arguments`);
    }
  }
  return isExact ? instance : UNKNOWN;
}

/** Follows a function of the project from its first line to what it returns. */
export function callFunction(run: ProgramRun, called: FunctionValue, given: CallOf): Value {
  const { definition, scope } = called;
  if (run.stop !== undefined) return UNKNOWN;
  const problem = given.spreads ? undefined : argumentProblem(called, given);
  if (problem !== undefined) {
    const parameters = definition.parameters.map((parameter) => parameter.name).join(', ');
    const asked = say`It is defined as ${code(`${definition.name}(${parameters})`)} in line ${definition.line} of ${code(nameOf(scope.file ?? ''))}.`;
    addMissing(run, 'call', `${definition.name}()`, say`The arguments of this call don’t fit. ${asked}`);
    return raise(run, 'TypeError', problem);
  }
  if (definition.runsLater !== undefined) {
    addNote(run, say`${code(definition.name)} is a coroutine or a generator: what it does isn’t followed.`);
    return { kind: 'object', type: definition.runsLater };
  }
  if (run.running.has(definition)) {
    if (run.written === undefined)
      stopNotModelled(run, say`How often ${code(definition.name)} calls itself can’t be told.`);
    else addNote(run, say`${code(definition.name)} calls itself, and is followed once.`);
    return UNKNOWN;
  }
  if (run.traceback.length >= MAX_NESTED) {
    stopNotModelled(run, say`More than ${MAX_NESTED} imports and calls inside each other aren’t followed.`);
    return UNKNOWN;
  }
  const local: Scope = {
    ...scope,
    kind: 'call',
    definition,
    prefix: `${scope.prefix}${definition.name}.<locals>.`,
    names: boundParameters(called, given),
    outer: scope,
    isOpen: false,
  };
  const at = { file: scope.file ?? '', line: definition.line };
  addStep(run, {
    station: 'call',
    subject: `${definition.name}()`,
    outcome: 'found',
    sentence: say`${code(`${definition.name}()`)} is called: line ${definition.line} of ${code(nameOf(at.file))}.`,
    at: placeNow(run),
    looked: [],
  });
  run.traceback.push(at);
  const depth = run.traceback.length;
  const mayHaveReturned = run.mayHaveReturned;
  run.mayHaveReturned = false;
  run.running.add(definition);
  run.runBody(run, definition.body, local);
  run.running.delete(definition);
  const isOpen = run.mayHaveReturned;
  run.mayHaveReturned = mayHaveReturned;
  const stop = run.stop as Stop | undefined;
  if (stop !== undefined && stop.kind !== 'return') return UNKNOWN;
  run.traceback.length = depth - 1;
  run.stop = undefined;
  return isOpen ? UNKNOWN : (stop?.value ?? NONE);
}
