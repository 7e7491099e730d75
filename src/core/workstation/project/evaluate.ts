// Expressions of a followed program: which names they look up, what they call, what is known of their value. Order and scopes follow
// the language reference of Python 3.13, “Evaluation order” and “Expressions”.
import { code, say } from '../sentence';
import { attributeOf } from './attributes';
import { callValue } from './call-function';
import { compare, identical, itemOf } from './compare';
import { dividePath } from './path-object';
import type { ComprehensionClause, Expression } from './python-expression';
import type { FunctionDefinition } from './python-statement';
import { type FunctionValue, type Scope, truthOf, UNKNOWN, type Value } from './python-value';
import { addMissing, atLine, MAX_STACK, type ProgramRun, perhaps, raise, stopNotModelled } from './run-state';
import { bindName, lookUpName } from './scope-names';
import { typeName } from './show-value';

/** What an expression stands for; `unknown` where that can’t be told, and when the run has stopped. */
export function evaluate(run: ProgramRun, expression: Expression, scope: Scope): Value {
  if (run.stop !== undefined) return UNKNOWN;
  if (run.stack >= MAX_STACK) {
    stopNotModelled(run, say`Calls and expressions are nested deeper than is followed here.`);
    return UNKNOWN;
  }
  run.stack += 1;
  const value = evaluateParts(run, expression, scope);
  run.stack -= 1;
  return value;
}

function evaluateParts(run: ProgramRun, expression: Expression, scope: Scope): Value {
  const inner = (part: Expression) => evaluate(run, part, scope);
  switch (expression.kind) {
    case 'name':
      return lookUpName(run, expression.name, scope);
    case 'attribute': {
      const of = inner(expression.of);
      atLine(run, expression.line);
      return attributeOf(run, of, expression.name);
    }
    case 'call':
      return call(run, expression, scope);
    case 'item': {
      const of = inner(expression.of);
      return itemOf(run, of, inner(expression.index));
    }
    case 'slice': {
      const bounds = [expression.from, expression.to].map((bound) => (bound === undefined ? undefined : inner(bound)));
      const [from, to] = bounds;
      const isShort = from === undefined && to?.kind === 'constant';
      return isShort ? { kind: 'object', type: 'slice', contents: { items: [to] } } : { kind: 'object', type: 'slice' };
    }
    case 'string':
      for (const field of expression.fields) inner(field);
      if (expression.isBytes) return { kind: 'object', type: 'bytes' };
      return expression.value === undefined
        ? { kind: 'object', type: 'str' }
        : { kind: 'text', text: expression.value };
    case 'ellipsis':
      return { kind: 'object', type: 'ellipsis' };
    case 'number':
      return numberOf(expression.text);
    case 'negative': {
      const value = inner(expression.of);
      const isNumber = value.kind === 'constant' && typeof value.value === 'number';
      return isNumber ? { kind: 'constant', value: -Number(value.value) } : UNKNOWN;
    }
    case 'tuple': {
      const items = expression.items.map((item) => unpacked(run, item, inner(item)));
      return expression.items.some(({ kind }) => kind === 'starred')
        ? { kind: 'object', type: 'tuple' }
        : { kind: 'tuple', items };
    }
    case 'display': {
      const items = expression.items.map((item) => unpacked(run, item, inner(item)));
      return { kind: 'object', type: expression.type, contents: { items: expression.isWhole ? items : undefined } };
    }
    case 'starred':
      return inner(expression.of);
    case 'parts':
      for (const part of expression.parts) inner(part);
      return UNKNOWN;
    case 'pattern':
      for (const name of expression.names) bindName(run, name, UNKNOWN, scope);
      return UNKNOWN;
    case 'comprehension':
      return comprehend(run, expression, scope);
    case 'lambda':
      return functionOf(run, expression.definition, scope);
    case 'walrus': {
      const value = inner(expression.value);
      if (run.stop === undefined) bindName(run, expression.name, value, scope);
      return value;
    }
    case 'not': {
      const truth = truthOf(inner(expression.of));
      return truth === undefined ? { kind: 'object', type: 'bool' } : { kind: 'constant', value: !truth };
    }
    case 'conditional': {
      const truth = truthOf(inner(expression.test));
      if (truth !== undefined) return inner(truth ? expression.yes : expression.no);
      perhaps(run, () => inner(expression.yes));
      perhaps(run, () => inner(expression.no));
      return UNKNOWN;
    }
    case 'binary':
      return binary(run, expression, scope);
  }
}

/** `*value` in a tuple or list; what can’t be gone through is a TypeError. */
function unpacked(run: ProgramRun, item: Expression, value: Value): Value {
  if (item.kind !== 'starred' || isIterable(value) !== false) return value;
  const type = typeName(value) ?? '';
  addMissing(run, 'call', type, say`A value of type ${code(type)} has no items to take.`);
  return raise(run, 'TypeError', `Value after * must be an iterable, not ${type}`);
}

/** Whether a value has items to go through; `undefined` if that can’t be told. */
export function isIterable(value: Value): boolean | undefined {
  if (value.kind === 'text' || value.kind === 'tuple') return true;
  return ['constant', 'function', 'module', 'property'].includes(value.kind) ? false : undefined;
}

function numberOf(text: string): Value {
  const value = /^[\d_]+$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;
  if (!Number.isNaN(value)) return { kind: 'constant', value };
  if (/^\d{1,9}\.\d{1,5}[1-9]$|^\d{1,9}\.\d$/.test(text)) return { kind: 'object', type: 'float', shown: text };
  return UNKNOWN;
}

/** A function as it is made: what its parameters are without an argument is evaluated now. */
export function functionOf(run: ProgramRun, definition: FunctionDefinition, scope: Scope): FunctionValue {
  const values = definition.defaults.map((part) => evaluate(run, part, scope));
  const withDefault = definition.parameters.filter(({ hasDefault }) => hasDefault);
  const defaults = new Map(withDefault.map(({ name }, index) => [name, values[index] ?? UNKNOWN]));
  const binds = scope.kind === 'class' ? 'instance' : 'none';
  return { kind: 'function', definition, scope, defaults, binds, self: undefined };
}

function binary(
  run: ProgramRun,
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  scope: Scope,
): Value {
  const first = evaluate(run, left, scope);
  if (operator === 'and' || operator === 'or') {
    const truth = truthOf(first);
    if (truth === undefined) {
      perhaps(run, () => evaluate(run, right, scope));
      return UNKNOWN;
    }
    return truth === (operator === 'and') ? evaluate(run, right, scope) : first;
  }
  const second = evaluate(run, right, scope);
  if (operator === '/') return dividePath(first, second);
  if (operator === '+' && first.kind === 'text' && second.kind === 'text')
    return { kind: 'text', text: first.text + second.text };
  if (typeName(first) === 'str' && (operator === '%' || (operator === '+' && typeName(second) === 'str')))
    return { kind: 'object', type: 'str' };
  const holds =
    operator === 'is' || operator === 'is not' ? identical(first, second) : compare(run, operator, first, second);
  if (holds === undefined) return UNKNOWN;
  return { kind: 'constant', value: operator === 'is not' ? !holds : holds };
}

function call(run: ProgramRun, expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Value {
  const called = evaluate(run, expression.of, scope);
  const positional = expression.positional.map((part) => evaluate(run, part, scope));
  if (
    expression.positional.some(
      ({ kind }, index) => kind === 'starred' && isIterable(positional[index] ?? UNKNOWN) === false,
    )
  )
    stopNotModelled(run, say`What line ${expression.line} unpacks has no items.`);
  const named = new Map(expression.named.map(({ name, value }) => [name, evaluate(run, value, scope)]));
  if (run.stop !== undefined) return UNKNOWN;
  atLine(run, expression.line);
  return callValue(run, called, { positional, named, spreads: expression.spreads, scope });
}

/** A comprehension has names of its own; what it goes through first is evaluated outside. */
function comprehend(
  run: ProgramRun,
  { type, clauses, parts }: Extract<Expression, { kind: 'comprehension' }>,
  scope: Scope,
): Value {
  const [first, ...others] = clauses;
  const over = first === undefined ? UNKNOWN : evaluate(run, first.over, scope);
  if (run.stop !== undefined || first === undefined) return UNKNOWN;
  const inner: Scope = {
    ...scope,
    kind: 'comprehension',
    definition: undefined,
    names: new Map(),
    outer: scope,
    isOpen: false,
  };
  const each = () => eachItem(run, first, over, others, parts, inner);
  if (type === 'generator') perhaps(run, each);
  else each();
  return type === 'generator' ? UNKNOWN : { kind: 'object', type };
}

function eachItem(
  run: ProgramRun,
  clause: ComprehensionClause,
  over: Value,
  others: readonly ComprehensionClause[],
  parts: readonly Expression[],
  scope: Scope,
): void {
  const once = (item: Value, conditions = clause.conditions): void => {
    run.budget -= 1;
    if (run.budget < 0) stopNotModelled(run, say`More statements than are followed here.`);
    if (run.stop !== undefined) return;
    bindTarget(run, clause.target, item, scope);
    const [condition, ...more] = conditions;
    const truth = condition === undefined ? true : truthOf(evaluate(run, condition, scope));
    if (truth === false || run.stop !== undefined) return;
    if (truth === undefined) perhaps(run, () => once(item, more));
    else if (condition !== undefined) once(item, more);
    else innermost();
  };
  const innermost = (): void => {
    const [next, ...rest] = others;
    if (next !== undefined) eachItem(run, next, evaluate(run, next.over, scope), rest, parts, scope);
    else for (const part of parts) evaluate(run, part, scope);
  };
  const items = itemsOf(over);
  if (items === undefined) perhaps(run, () => once(UNKNOWN));
  else for (const item of items) once(item);
}

/** More items are gone through as if their number couldn’t be told. */
const MOST_ITEMS = 30;

/** What going through a value gives, if that is known. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  const items =
    value.kind === 'tuple'
      ? value.items
      : value.kind === 'object' && (value.type === 'list' || value.type === 'range')
        ? value.contents?.items
        : value.kind === 'object' && value.contents?.items?.length === 0
          ? []
          : undefined;
  return items !== undefined && items.length <= MOST_ITEMS ? items : undefined;
}

function unpackProblem(value: Value, wanted: number, hasStar: boolean): { type: string; message: string } | undefined {
  if (isIterable(value) === false)
    return { type: 'TypeError', message: `cannot unpack non-iterable ${typeName(value)} object` };
  if (value.kind !== 'tuple' || hasStar) return undefined;
  const got = value.items.length;
  if (got > wanted) return { type: 'ValueError', message: `too many values to unpack (expected ${wanted})` };
  return got < wanted
    ? { type: 'ValueError', message: `not enough values to unpack (expected ${wanted}, got ${got})` }
    : undefined;
}

/** Binds what stands before `=`, behind `as`, or between `for` and `in`. Attributes and items are execute.ts’s. */
export function bindTarget(run: ProgramRun, target: Expression, value: Value, scope: Scope): void {
  switch (target.kind) {
    case 'name':
      if (scope.kind === 'comprehension') scope.names.set(target.name, value);
      else bindName(run, target.name, value, scope);
      return;
    case 'starred':
      bindTarget(run, target.of, { kind: 'object', type: 'list' }, scope);
      return;
    case 'tuple':
    case 'display': {
      const hasStar = target.items.some(({ kind }) => kind === 'starred');
      const items = value.kind === 'tuple' && !hasStar ? value.items : undefined;
      const problem = unpackProblem(value, target.items.length, hasStar);
      if (problem !== undefined) {
        addMissing(run, 'call', '=', say`What is unpacked here doesn’t fit the names.`);
        raise(run, problem.type, problem.message);
        return;
      }
      for (const [index, part] of target.items.entries()) bindTarget(run, part, items?.[index] ?? UNKNOWN, scope);
      return;
    }
    default:
      return;
  }
}
