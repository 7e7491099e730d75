// Expressions of a followed program: which names they look up, what they call, what is known of their value. Order and scopes follow
// the language reference of Python 3.13, “Evaluation order” and “Naming and binding”.
import { nameOf } from '../lookup/path';
import { code, say } from '../sentence';
import { argumentProblem, boundParameters } from './arguments';
import { BUILTIN_NAMES } from './builtin-names';
import type { RunBody } from './import-module';
import {
  type CallOf,
  callLibrary,
  callPathMethod,
  dividePath,
  isBuiltinFunction,
  libraryValue,
  pathAttribute,
} from './library';
import { isBuiltinException } from './python-exception';
import type { Expression } from './python-expression';
import { type Scope, truthOf, UNKNOWN, type Value } from './python-value';
import {
  addMissing,
  addNote,
  addStep,
  atLine,
  MAX_NESTED,
  MAX_STACK,
  type ProgramRun,
  perhaps,
  placeNow,
  raise,
  stopNotModelled,
} from './run-state';
import { STANDARD_MODULES } from './standard-modules';
import { candidatesFor, suggestionFor } from './suggestion';

/** What an expression stands for; `unknown` where that can’t be told, and when the run has stopped. */
export function evaluate(run: ProgramRun, expression: Expression, scope: Scope, runBody: RunBody): Value {
  if (run.stop !== undefined) return UNKNOWN;
  if (run.stack >= MAX_STACK) {
    stopNotModelled(run, say`Calls and expressions are nested deeper than is followed here.`);
    return UNKNOWN;
  }
  run.stack += 1;
  const value = evaluateParts(run, expression, scope, runBody);
  run.stack -= 1;
  return value;
}

function evaluateParts(run: ProgramRun, expression: Expression, scope: Scope, runBody: RunBody): Value {
  const inner = (part: Expression) => evaluate(run, part, scope, runBody);
  switch (expression.kind) {
    case 'name':
      return lookUpName(run, expression.name, scope);
    case 'attribute':
      return attributeOf(run, inner(expression.of), expression.name);
    case 'call':
      return call(run, expression, scope, runBody);
    case 'item':
      inner(expression.of);
      inner(expression.index);
      return UNKNOWN;
    case 'string':
      for (const field of expression.fields) inner(field);
      return expression.value === undefined ? UNKNOWN : { kind: 'text', text: expression.value };
    case 'number': {
      const value = /^[\d_]+$/.test(expression.text) ? Number(expression.text.replaceAll('_', '')) : Number.NaN;
      return Number.isNaN(value) ? UNKNOWN : { kind: 'constant', value };
    }
    case 'tuple':
      return { kind: 'tuple', items: expression.items.map(inner) };
    case 'parts':
      for (const part of expression.parts) inner(part);
      return UNKNOWN;
    case 'apart':
      return UNKNOWN;
    case 'walrus': {
      const value = inner(expression.value);
      scope.names.set(expression.name, value);
      return value;
    }
    case 'not': {
      const truth = truthOf(inner(expression.of));
      return truth === undefined ? UNKNOWN : { kind: 'constant', value: !truth };
    }
    case 'conditional': {
      const truth = truthOf(inner(expression.test));
      if (truth !== undefined) return inner(truth ? expression.yes : expression.no);
      perhaps(run, () => inner(expression.yes));
      perhaps(run, () => inner(expression.no));
      return UNKNOWN;
    }
    case 'binary':
      return binary(run, expression, scope, runBody);
  }
}

function binary(
  run: ProgramRun,
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  scope: Scope,
  runBody: RunBody,
): Value {
  const first = evaluate(run, left, scope, runBody);
  if (operator === 'and' || operator === 'or') {
    const truth = truthOf(first);
    if (truth === undefined) {
      perhaps(run, () => evaluate(run, right, scope, runBody));
      return UNKNOWN;
    }
    return truth === (operator === 'and') ? evaluate(run, right, scope, runBody) : first;
  }
  const second = evaluate(run, right, scope, runBody);
  if (operator === '/') return dividePath(first, second);
  if (operator === '+' && first.kind === 'text' && second.kind === 'text')
    return { kind: 'text', text: first.text + second.text };
  const order = compare(first, second);
  if (order === undefined) return UNKNOWN;
  const holds = COMPARISONS[operator]?.(order);
  return holds === undefined ? UNKNOWN : { kind: 'constant', value: holds };
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** The order of two texts, two numbers, or two tuples of them: `sys.version_info >= (3, 11)`. */
function compare(left: Value, right: Value): number | undefined {
  if (left.kind === 'text' && right.kind === 'text')
    return left.text === right.text ? 0 : left.text < right.text ? -1 : 1;
  if (left.kind === 'constant' && right.kind === 'constant') {
    if (typeof left.value !== 'number' || typeof right.value !== 'number') return undefined;
    return left.value - right.value;
  }
  if (left.kind !== 'tuple' || right.kind !== 'tuple') return undefined;
  for (const [index, item] of left.items.entries()) {
    const other = right.items[index];
    if (other === undefined) return 1;
    const order = compare(item, other);
    if (order !== 0) return order;
  }
  return left.items.length - right.items.length;
}

const CONSTANTS: Readonly<Record<string, boolean | null>> = { True: true, False: false, None: null };

function lookUpName(run: ProgramRun, name: string, scope: Scope): Value {
  const constant = CONSTANTS[name];
  if (constant !== undefined) return { kind: 'constant', value: constant };
  let isOpen = false;
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) {
    // A function doesn’t see the names of the class around it.
    if (here.kind === 'class' && here !== scope) continue;
    const value = here.names.get(name);
    if (value !== undefined) return value;
    isOpen ||= here.isOpen;
  }
  if (isBuiltinFunction(name)) return { kind: 'library', name };
  if (isOpen || BUILTIN_NAMES.includes(name) || isBuiltinException(name)) return { kind: 'library', name };
  addMissing(run, 'name', name, say`Nothing in ${code(scope.module)} is called ${code(name)} there.`);
  return raise(run, 'NameError', missingNameText(name, scope));
}

function missingNameText(name: string, scope: Scope): string {
  const known: string[] = [];
  for (let here: Scope | undefined = scope; here !== undefined; here = here.outer) known.push(...here.names.keys());
  const proposed = suggestionFor(name, [...known, ...BUILTIN_NAMES]);
  const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}'?`;
  const forgotten = !STANDARD_MODULES.includes(name)
    ? ''
    : proposed === undefined
      ? `. Did you forget to import '${name}'?`
      : ` Or did you forget to import '${name}'?`;
  return `name '${name}' is not defined${proposal}${forgotten}`;
}

/** An attribute, of which AttributeError says that a module or class of the project hasn’t got it. */
export function attributeOf(run: ProgramRun, value: Value, name: string): Value {
  if (run.stop !== undefined) return UNKNOWN;
  switch (value.kind) {
    case 'library':
      return libraryValue(run, `${value.name}.${name}`);
    case 'path':
      return pathAttribute(value.path, name);
    case 'module': {
      const { module } = value;
      if (module.kind === 'library') return libraryValue(run, `${module.name}.${name}`);
      const known = module.scope.names.get(name);
      if (known !== undefined) return known;
      const submodule = run.modules.get(`${module.name}.${name}`);
      if (submodule !== undefined) return { kind: 'module', module: submodule };
      if (module.scope.isOpen || module.scope.names.has('__getattr__')) return UNKNOWN;
      addMissing(run, 'name', name, say`${code(module.name)} has no ${code(name)}.`);
      const proposed = suggestionFor(name, candidatesFor(name, module.scope.names.keys()));
      const initialising = module.isReady ? `module '${module.name}'` : `partially initialized module '${module.name}'`;
      const reason = module.isReady ? '' : ' (most likely due to a circular import)';
      const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}'?`;
      return raise(run, 'AttributeError', `${initialising} has no attribute '${name}'${reason}${proposal}`);
    }
    case 'class': {
      const known = value.scope.names.get(name);
      if (known?.kind === 'function') return { ...known, isBound: known.binds === 'class' };
      if (known !== undefined) return known;
      if (value.scope.isOpen || name.startsWith('__')) return UNKNOWN;
      addMissing(run, 'name', name, say`The class ${code(value.name)} has no ${code(name)}.`);
      const proposed = suggestionFor(name, candidatesFor(name, value.scope.names.keys()));
      const proposal = proposed === undefined ? '' : `. Did you mean: '${proposed}'?`;
      return raise(run, 'AttributeError', `type object '${value.name}' has no attribute '${name}'${proposal}`);
    }
    case 'instance': {
      const known = value.of.scope.names.get(name);
      return known?.kind === 'function' ? { ...known, isBound: known.binds !== 'none' } : UNKNOWN;
    }
    case 'function':
      // What was assigned to a function isn’t kept; nearly nobody does.
      if (name.startsWith('__') || run.changed.has(value.definition)) return UNKNOWN;
      return noAttribute(run, 'function', name);
    case 'constant':
      return value.value === null && !name.startsWith('__') ? noAttribute(run, 'NoneType', name) : UNKNOWN;
    case 'unknown':
    case 'text':
    case 'tuple':
    case 'method':
      return UNKNOWN;
  }
}

function call(
  run: ProgramRun,
  expression: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
  runBody: RunBody,
): Value {
  const called = evaluate(run, expression.of, scope, runBody);
  const positional = expression.positional.map((part) => evaluate(run, part, scope, runBody));
  const named = new Map(expression.named.map(({ name, value }) => [name, evaluate(run, value, scope, runBody)]));
  if (run.stop !== undefined) return UNKNOWN;
  atLine(run, expression.line);
  return callValue(run, called, { positional, named, spreads: expression.spreads, scope, runBody });
}

/** Calls a value. Functions of the project are followed; of others the result is unknown. */
export function callValue(run: ProgramRun, called: Value, given: CallOf): Value {
  if (run.stop !== undefined) return UNKNOWN;
  switch (called.kind) {
    case 'library':
      return callLibrary(run, called.name, given);
    case 'method':
      return called.of.kind === 'path' ? callPathMethod(run, called.of.path, called.name, given) : UNKNOWN;
    case 'function':
      return callFunction(run, called, given);
    case 'class': {
      const start = called.scope.names.get('__init__');
      if (start?.kind === 'function') callFunction(run, { ...start, isBound: true }, given);
      return called.scope.isOpen ? UNKNOWN : { kind: 'instance', of: called };
    }
    case 'text':
      return notCallable(run, 'str');
    case 'tuple':
      return notCallable(run, 'tuple');
    case 'module':
      return notCallable(run, 'module');
    case 'constant':
      return notCallable(run, typeOf(called.value));
    case 'unknown':
    case 'instance':
    case 'path':
      return UNKNOWN;
  }
}

function noAttribute(run: ProgramRun, type: string, name: string): Value {
  addMissing(run, 'name', name, say`What stands there is of type ${code(type)}, and has no ${code(name)}.`);
  return raise(run, 'AttributeError', `'${type}' object has no attribute '${name}'`);
}

function notCallable(run: ProgramRun, type: string): Value {
  addMissing(run, 'call', type, say`What stands there is no function but a value of type ${code(type)}.`);
  return raise(run, 'TypeError', `'${type}' object is not callable`);
}

function typeOf(value: boolean | number | null): string {
  if (value === null) return 'NoneType';
  return typeof value === 'boolean' ? 'bool' : 'int';
}

function callFunction(run: ProgramRun, called: Extract<Value, { kind: 'function' }>, given: CallOf): Value {
  const { definition, scope } = called;
  if (definition.runsLater) {
    addNote(run, say`${code(definition.name)} is a coroutine or a generator: what it does isn’t followed.`);
    return UNKNOWN;
  }
  // A function that calls itself is followed once.
  if (run.traceback.length >= MAX_NESTED || run.running.has(definition)) return UNKNOWN;
  const problem = given.spreads ? undefined : argumentProblem(called, given);
  if (problem !== undefined) {
    const parameters = definition.parameters.map((parameter) => parameter.name).join(', ');
    const asked = say`It is defined as ${code(`${definition.name}(${parameters})`)} in line ${definition.line} of ${code(nameOf(scope.file ?? ''))}.`;
    addMissing(run, 'call', `${definition.name}()`, say`The arguments of this call don’t fit. ${asked}`);
    return raise(run, 'TypeError', problem);
  }
  const names = boundParameters(called, given);
  const prefix = `${scope.prefix}${definition.name}.<locals>.`;
  const local: Scope = { ...scope, kind: 'call', prefix, names, outer: scope, isOpen: false };
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
  run.running.add(definition);
  given.runBody(run, definition.body, local);
  run.running.delete(definition);
  const { stop } = run;
  if (stop !== undefined && stop.kind !== 'return') return UNKNOWN;
  run.traceback.length = depth - 1;
  run.stop = undefined;
  return stop?.value ?? { kind: 'constant', value: null };
}
