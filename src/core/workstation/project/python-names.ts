// Whose the names of a function’s body are: its own, the module’s, those of the function around it. Follows the language reference of
// Python 3.13, “Binding of names”; what is refused, CPython’s symtable.c.
import type { Expression } from './python-expression';
import type { FunctionNames, Parameter, Statement } from './python-statement';
import type { SyntaxProblem } from './python-tokens';

/** What was met so far. */
interface Found {
  readonly parameters: ReadonlySet<string>;
  readonly bound: Set<string>;
  readonly used: Set<string>;
  readonly global: Set<string>;
  readonly nonlocal: Set<string>;
  problem: SyntaxProblem | undefined;
}

/**
 * The names of a function’s body, without those of functions and classes inside; and the first declaration that comes too late.
 * @example namesOf([], readPythonSource('x = 1').statements).names.local // → Set { 'x' }
 */
export function namesOf(
  parameters: readonly Parameter[],
  body: readonly Statement[],
): { readonly names: FunctionNames; readonly problem: SyntaxProblem | undefined } {
  const found: Found = {
    parameters: new Set(parameters.map(({ name }) => name)),
    bound: new Set(),
    used: new Set(),
    global: new Set(),
    nonlocal: new Set(),
    problem: undefined,
  };
  meetAll(found, body);
  const local = new Set([...found.parameters, ...found.bound]);
  for (const name of [...found.global, ...found.nonlocal]) local.delete(name);
  return { names: { local, global: found.global, nonlocal: found.nonlocal }, problem: found.problem };
}

function meetAll(found: Found, statements: readonly Statement[]): void {
  for (const statement of statements) meet(found, statement);
}

function meet(found: Found, statement: Statement): void {
  const bind = (name: string) => found.bound.add(name);
  const use = (...expressions: readonly (Expression | undefined)[]) => {
    for (const expression of expressions) if (expression !== undefined) meetExpression(found, expression);
  };
  switch (statement.kind) {
    case 'import':
      for (const { module, as } of statement.modules) bind(as ?? module.split('.')[0] ?? module);
      return;
    case 'from-import':
      if (statement.names !== 'all') for (const { as } of statement.names) bind(as);
      return;
    case 'function':
      use(...statement.definition.decorators, ...statement.definition.defaults, ...statement.definition.annotations);
      bind(statement.definition.name);
      return;
    case 'class':
      use(...statement.decorators, ...statement.bases, ...statement.more);
      bind(statement.name);
      return;
    case 'assign':
      use(statement.value, statement.annotation);
      for (const target of statement.targets) meetTarget(found, target);
      return;
    case 'if':
      for (const { test, body } of statement.branches) {
        use(test);
        meetAll(found, body);
      }
      meetAll(found, statement.otherwise);
      return;
    case 'loop':
      if (statement.target !== undefined) meetTarget(found, statement.target);
      use(statement.over);
      meetAll(found, statement.body);
      meetAll(found, statement.otherwise);
      return;
    case 'try':
      meetAll(found, statement.body);
      for (const { types, as, body } of statement.handlers) {
        use(types);
        if (as !== undefined) bind(as);
        meetAll(found, body);
      }
      meetAll(found, statement.otherwise);
      meetAll(found, statement.finally);
      return;
    case 'with':
      for (const { value, target } of statement.items) {
        use(value);
        if (target !== undefined) meetTarget(found, target);
      }
      meetAll(found, statement.body);
      return;
    case 'delete':
      for (const target of statement.targets) meetTarget(found, target);
      return;
    case 'global':
    case 'nonlocal':
      for (const name of statement.names) declare(found, statement.kind, name, statement.line);
      return;
    case 'assert':
      use(statement.test, statement.message);
      return;
    case 'return':
    case 'expression':
    case 'raise':
      use(statement.value);
      return;
    case 'leave-loop':
    case 'nothing':
      return;
  }
}

function declare(found: Found, kind: 'global' | 'nonlocal', name: string, line: number): void {
  const because = found.parameters.has(name)
    ? `is parameter and ${kind}`
    : found.used.has(name)
      ? `is used prior to ${kind} declaration`
      : found.bound.has(name)
        ? `is assigned to before ${kind} declaration`
        : undefined;
  if (because !== undefined) found.problem ??= { line, message: `SyntaxError: name '${name}' ${because}` };
  found[kind].add(name);
}

function meetTarget(found: Found, target: Expression): void {
  switch (target.kind) {
    case 'name':
      found.bound.add(target.name);
      return;
    case 'starred':
      meetTarget(found, target.of);
      return;
    case 'tuple':
    case 'display':
      for (const item of target.items) meetTarget(found, item);
      return;
    default:
      meetExpression(found, target);
  }
}

/** Names that an expression uses, and those that `:=` and patterns bind. A lambda’s own are its own. */
function meetExpression(found: Found, expression: Expression): void {
  const all = (parts: readonly (Expression | undefined)[]) => {
    for (const part of parts) if (part !== undefined) meetExpression(found, part);
  };
  switch (expression.kind) {
    case 'name':
      found.used.add(expression.name);
      return;
    case 'walrus':
      found.bound.add(expression.name);
      all([expression.value]);
      return;
    case 'pattern':
      for (const name of expression.names) found.bound.add(name);
      return;
    case 'attribute':
    case 'not':
    case 'negative':
    case 'starred':
      all([expression.of]);
      return;
    case 'call':
      all([expression.of, ...expression.positional, ...expression.named.map(({ value }) => value)]);
      return;
    case 'item':
      all([expression.of, expression.index]);
      return;
    case 'slice':
      all([expression.from, expression.to]);
      return;
    case 'string':
      all(expression.fields);
      return;
    case 'binary':
      all([expression.left, expression.right]);
      return;
    case 'conditional':
      all([expression.test, expression.yes, expression.no]);
      return;
    case 'tuple':
    case 'display':
      all(expression.items);
      return;
    case 'parts':
      all(expression.parts);
      return;
    case 'comprehension':
      meetComprehension(found, expression);
      return;
    case 'lambda':
      all(expression.definition.defaults);
      return;
    case 'number':
    case 'ellipsis':
      return;
  }
}

/** The first thing that is gone through is evaluated outside; inside, `:=` binds a name of the function. */
function meetComprehension(found: Found, { clauses, parts }: Extract<Expression, { kind: 'comprehension' }>): void {
  const [first] = clauses;
  if (first !== undefined) meetExpression(found, first.over);
  const inner: Found = { ...found, used: new Set() };
  for (const part of [...parts, ...clauses.flatMap(({ conditions }) => conditions)]) meetExpression(inner, part);
}
