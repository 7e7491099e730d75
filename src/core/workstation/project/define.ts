// What `def` and `class` bind: the function or class, and what its decorators make of it. Follows the language reference of Python 3.13,
// “Function definitions” and “Class definitions”.
import { code, say } from '../sentence';
import { callValue } from './call-function';
import { evaluate, functionOf } from './evaluate';
import type { Expression } from './python-expression';
import type { FunctionDefinition, Statement } from './python-statement';
import { type Scope, UNKNOWN, type Value } from './python-value';
import { addNote, atLine, type ProgramRun, stopNotModelled } from './run-state';
import { bindName } from './scope-names';

export function defineFunction(run: ProgramRun, definition: FunctionDefinition, scope: Scope): void {
  const decorators = definition.decorators.map((part) => evaluate(run, part, scope));
  const made = functionOf(run, definition, scope);
  if (!scope.hasLateAnnotations) {
    const around = withTypeParameters(scope, definition.typeParameters);
    for (const annotation of definition.annotations) evaluate(run, annotation, around);
  }
  const value = decorated(run, definition.name, definition.decorators, decorators, made, scope);
  if (run.stop === undefined) bindName(run, definition.name, value, scope);
}

function withTypeParameters(scope: Scope, names: readonly string[]): Scope {
  if (names.length === 0) return scope;
  const known = new Map(names.map((name): [string, Value] => [name, UNKNOWN]));
  return { ...scope, kind: 'comprehension', definition: undefined, names: known, outer: scope };
}

/** Decorators of libraries that leave a function what it is. */
const MARKING = ['functools.cache', 'functools.lru_cache', 'functools.wraps', 'typing.override', 'typing.final'];

/** The decorators are called from the last to the first. */
function decorated(
  run: ProgramRun,
  name: string,
  written: readonly Expression[],
  decorators: readonly Value[],
  made: Value,
  scope: Scope,
): Value {
  let value = made;
  for (const [index, decorator] of [...decorators.entries()].reverse()) {
    if (run.stop !== undefined) return UNKNOWN;
    const at = written[index];
    if (at !== undefined) atLine(run, at.line);
    if (decorator.kind === 'library') {
      const known = builtinDecorator(decorator.name.replace(/\(\)$/, ''), value);
      if (known !== undefined) value = known;
      else value = passed(run, name);
    } else if (decorator.kind === 'unknown') value = passed(run, name);
    else value = callValue(run, decorator, { positional: [value], named: new Map(), spreads: false, scope });
  }
  return value;
}

function builtinDecorator(name: string, value: Value): Value | undefined {
  if (MARKING.includes(name)) return value;
  if (name === 'callable') return { kind: 'constant', value: value.kind === 'function' || value.kind === 'class' };
  if (value.kind !== 'function') return undefined;
  switch (name) {
    case 'staticmethod':
      return { ...value, binds: 'none' };
    case 'classmethod':
      return { ...value, binds: 'class' };
    case 'property':
      return { kind: 'property', of: value };
    default:
      return undefined;
  }
}

function passed(run: ProgramRun, name: string): Value {
  addNote(run, say`${code(name)} is decorated: what the decorator makes of it isn’t followed.`);
  return { kind: 'library', name };
}

/** Values that can’t stand as a base; what Python says of it depends on each. */
const NO_BASES = ['text', 'constant', 'tuple', 'module', 'function', 'object', 'instance', 'exception', 'property'];

export function defineClass(run: ProgramRun, statement: Extract<Statement, { kind: 'class' }>, scope: Scope): void {
  const { name, body } = statement;
  const decorators = statement.decorators.map((part) => evaluate(run, part, scope));
  const around = withTypeParameters(scope, statement.typeParameters);
  const bases = statement.bases.map((part) => evaluate(run, part, around));
  for (const part of statement.more) evaluate(run, part, around);
  if (run.stop !== undefined) return;
  if (bases.some(({ kind }) => NO_BASES.includes(kind))) {
    stopNotModelled(run, say`What stands as a base of ${code(name)} is no class.`);
    return;
  }
  const inner: Scope = {
    ...around,
    kind: 'class',
    definition: undefined,
    prefix: `${scope.prefix}${name}.`,
    names: new Map(),
    outer: around,
    isOpen: false,
  };
  run.runBody(run, body, inner);
  if (run.stop !== undefined) return;
  const made: Value = { kind: 'class', name, scope: inner, bases, isOpen: statement.more.length > 0 };
  let value: Value = made;
  for (const [index, decorator] of [...decorators.entries()].reverse()) {
    const at = statement.decorators[index];
    if (at !== undefined) atLine(run, at.line);
    // A library’s decorator of a class gives back the class, as a rule, with more names than are known.
    if (decorator.kind === 'library' || decorator.kind === 'unknown') value = { ...made, isOpen: true };
    else value = callValue(run, decorator, { positional: [value], named: new Map(), spreads: false, scope });
  }
  if (run.stop === undefined) bindName(run, name, value, scope);
}
