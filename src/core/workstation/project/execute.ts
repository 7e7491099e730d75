// The statements of a module, followed in their order without being run: imports are done, names bound, calls of the project’s own
// functions entered, handlers found. Follows the language reference of Python 3.13, “Simple statements” and “Compound statements”.
import { code, say } from '../sentence';
import { attributeOf, callValue, evaluate } from './evaluate';
import { absoluteName, importModule, importName } from './import-module';
import { catches, type Raised } from './python-exception';
import type { Expression } from './python-expression';
import type { FunctionDefinition, Handler, Statement } from './python-statement';
import { dottedName, type Scope, truthOf, UNKNOWN, type Value } from './python-value';
import { addMissing, addNote, atLine, type ProgramRun, perhaps, raise, stopNotModelled } from './run-state';

/** Follows statements until they end or something stops the run. */
export function execute(run: ProgramRun, statements: readonly Statement[], scope: Scope): void {
  for (const statement of statements) {
    if (run.stop !== undefined) return;
    run.budget -= 1;
    if (run.budget < 0) {
      stopNotModelled(run, say`More statements than are followed here.`);
      return;
    }
    atLine(run, statement.line);
    run.stack += 1;
    executeOne(run, statement, scope);
    run.stack -= 1;
  }
}

function executeOne(run: ProgramRun, statement: Statement, scope: Scope): void {
  const value = (expression: Expression) => evaluate(run, expression, scope, execute);
  switch (statement.kind) {
    case 'import':
      for (const { module, as } of statement.modules) executeImport(run, module, as, scope);
      return;
    case 'from-import':
      executeFromImport(run, statement, scope);
      return;
    case 'function': {
      const { definition } = statement;
      for (const part of [...definition.decorators, ...definition.defaults]) value(part);
      const made = definedFunction(run, definition, scope);
      scope.names.set(definition.name, made);
      return;
    }
    case 'class': {
      for (const part of statement.runsAtOnce) value(part);
      const inner: Scope = {
        ...scope,
        kind: 'class',
        prefix: `${scope.prefix}${statement.name}.`,
        names: new Map(),
        outer: scope,
        isOpen: statement.hasBases || statement.isDecorated,
      };
      execute(run, statement.body, inner);
      scope.names.set(statement.name, { kind: 'class', name: statement.name, scope: inner });
      return;
    }
    case 'assign': {
      const given = statement.value === undefined ? undefined : value(statement.value);
      if (statement.isUpdate) for (const target of statement.targets) if (target.kind === 'name') value(target);
      if (given !== undefined)
        for (const target of statement.targets) bind(run, target, statement.isUpdate ? UNKNOWN : given, scope);
      return;
    }
    case 'if':
      executeIf(run, statement, scope);
      return;
    case 'loop': {
      const over = value(statement.over);
      if (statement.target !== undefined) bind(run, statement.target, UNKNOWN, scope);
      const runs =
        statement.target === undefined ? truthOf(over) : over.kind === 'tuple' ? over.items.length > 0 : undefined;
      if (runs === true) executeLoopBody(run, statement.body, scope);
      else if (runs === undefined) perhaps(run, () => execute(run, statement.body, scope));
      perhaps(run, () => execute(run, statement.otherwise, scope));
      return;
    }
    case 'try':
      executeTry(run, statement, scope);
      return;
    case 'with': {
      const names: string[] = [];
      for (const { value: item, target } of statement.items) {
        names.push(...suppressed(item));
        const entered = value(item);
        if (target !== undefined) bind(run, target, entered, scope);
      }
      if (names.length === 0) execute(run, statement.body, scope);
      else
        attempt(
          run,
          () => execute(run, statement.body, scope),
          ({ type }) => (names.some((name) => catches(name, type) === true) ? () => {} : undefined),
        );
      return;
    }
    case 'return': {
      const given: Value = statement.value === undefined ? { kind: 'constant', value: null } : value(statement.value);
      run.stop ??= { kind: 'return', value: given };
      return;
    }
    case 'expression':
      if (statement.value !== undefined) value(statement.value);
      return;
    case 'raise':
      executeRaise(run, statement.value, scope);
      return;
    case 'assert':
      value(statement.test);
      return;
    case 'leave-loop':
      run.stop ??= { kind: 'leave-loop' };
      return;
    case 'nothing':
      return;
    case 'unread':
      scope.isOpen = true;
      addNote(run, say`Line ${statement.line} of ${code(scope.module)} isn’t understood here and was passed by.`);
      return;
  }
}

/** Decorators that leave a function what it is. */
const MARKING = ['cache', 'lru_cache', 'wraps', 'override', 'staticmethod', 'classmethod'];

/** What a `def` binds its name to: the function, unless a decorator makes of it what can’t be told. */
function definedFunction(run: ProgramRun, definition: FunctionDefinition, scope: Scope): Value {
  const names = definition.decorators.map((part) =>
    dottedName(part.kind === 'call' ? part.of : part)
      ?.split('.')
      .at(-1),
  );
  if (names.some((name) => name === undefined || !MARKING.includes(name))) {
    addNote(run, say`${code(definition.name)} is decorated: what the decorator makes of it isn’t followed.`);
    return UNKNOWN;
  }
  const isMethod = scope.kind === 'class' && !names.includes('staticmethod');
  const binds = names.includes('classmethod') ? 'class' : isMethod ? 'instance' : 'none';
  return { kind: 'function', definition, scope, binds, isBound: false };
}

function bind(run: ProgramRun, target: Expression, value: Value, scope: Scope): void {
  switch (target.kind) {
    case 'name':
      scope.names.set(target.name, value);
      return;
    case 'tuple':
      for (const [index, part] of target.items.entries()) {
        bind(run, part, value.kind === 'tuple' ? (value.items[index] ?? UNKNOWN) : UNKNOWN, scope);
      }
      return;
    case 'parts':
      for (const part of target.parts) bind(run, part, UNKNOWN, scope);
      return;
    case 'attribute': {
      const of = evaluate(run, target.of, scope, execute);
      if (of.kind === 'module') of.module.scope.names.set(target.name, value);
      if (of.kind === 'class') of.scope.names.set(target.name, value);
      if (of.kind === 'function') run.changed.add(of.definition);
      return;
    }
    case 'item':
      evaluate(run, target.of, scope, execute);
      return;
    default:
      return;
  }
}

function executeImport(run: ProgramRun, name: string, as: string | undefined, scope: Scope): void {
  const module = importModule(run, name, execute);
  if (module === undefined) return;
  const [top = name] = name.split('.');
  const bound = as === undefined ? run.modules.get(top) : module;
  if (bound !== undefined) scope.names.set(as ?? top, { kind: 'module', module: bound });
}

function executeFromImport(
  run: ProgramRun,
  statement: Extract<Statement, { kind: 'from-import' }>,
  scope: Scope,
): void {
  const name = absoluteName(run, scope, statement.level, statement.module);
  const module = name === undefined ? undefined : importModule(run, name, execute);
  if (module === undefined) return;
  if (statement.names === 'all') {
    if (module.kind === 'library' || module.scope.isOpen) scope.isOpen = true;
    for (const [each, value] of module.scope.names) if (!each.startsWith('_')) scope.names.set(each, value);
    return;
  }
  for (const { name: wanted, as } of statement.names) {
    const value = importName(run, module, wanted, execute);
    if (run.stop !== undefined) return;
    scope.names.set(
      as,
      value.kind === 'library' ? attributeOf(run, { kind: 'library', name: module.name }, wanted) : value,
    );
  }
}

function executeIf(run: ProgramRun, statement: Extract<Statement, { kind: 'if' }>, scope: Scope): void {
  let isOpen = false;
  const follow = (body: readonly Statement[]) =>
    isOpen ? perhaps(run, () => execute(run, body, scope)) : execute(run, body, scope);
  for (const { test, body } of statement.branches) {
    const truth = truthOf(evaluate(run, test, scope, execute));
    if (run.stop !== undefined) return;
    if (truth === false) continue;
    if (truth === true) {
      follow(body);
      return;
    }
    isOpen = true;
    follow(body);
  }
  follow(statement.otherwise);
}

function executeLoopBody(run: ProgramRun, body: readonly Statement[], scope: Scope): void {
  execute(run, body, scope);
  if (run.stop?.kind === 'leave-loop') run.stop = undefined;
}

/** What follows if an exception is caught; `undefined` if it isn’t. */
type Catch = (raised: Raised) => (() => void) | undefined;

/** Follows `body`; an exception that is caught is forgotten, and what catches it is followed. */
function attempt(run: ProgramRun, body: () => void, catching: Catch): boolean {
  const depth = run.traceback.length;
  const before = run.traceback.at(-1);
  const steps = run.steps.length;
  body();
  if (run.stop?.kind !== 'raised') return run.stop === undefined;
  const caught = catching(run.stop.raised);
  if (caught === undefined) return false;
  run.stop = undefined;
  run.traceback.length = depth;
  if (before !== undefined) run.traceback[depth - 1] = before;
  for (let index = steps; index < run.steps.length; index += 1) {
    const step = run.steps[index];
    if (step?.outcome === 'missing') run.steps[index] = { ...step, outcome: 'missing-and-caught' };
  }
  caught();
  return false;
}

function executeTry(run: ProgramRun, statement: Extract<Statement, { kind: 'try' }>, scope: Scope): void {
  const catching: Catch = (raised) => {
    const { type } = raised;
    for (const handler of statement.handlers) {
      const isCaught = catchesType(handler, type);
      if (isCaught === undefined) {
        const because = say`Whether line ${handler.line} catches ${code(type)} can’t be told from the text.`;
        return () => stopNotModelled(run, because);
      }
      if (isCaught) return () => executeHandler(run, handler, scope, raised);
    }
    return undefined;
  };
  const isWhole = attempt(run, () => execute(run, statement.body, scope), catching);
  if (isWhole) execute(run, statement.otherwise, scope);
  const { stop } = run;
  if (statement.finally.length === 0) return;
  run.stop = undefined;
  execute(run, statement.finally, scope);
  run.stop ??= stop;
}

function executeHandler(run: ProgramRun, { as, body, line }: Handler, scope: Scope, raised: Raised): void {
  atLine(run, line);
  if (as !== undefined) scope.names.set(as, UNKNOWN);
  const outer = run.handled;
  run.handled = raised;
  execute(run, body, scope);
  run.handled = outer;
}

function catchesType({ types }: Handler, type: string): boolean | undefined {
  if (types === undefined) return true;
  const parts = types.kind === 'tuple' ? types.items : [types];
  const answers = parts.map((part) => {
    const name = dottedName(part);
    return name === undefined ? undefined : catches(name, type);
  });
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** The exceptions that `with suppress(…)` or `with pytest.raises(…)` lets end its block. */
function suppressed(item: Expression): readonly string[] {
  if (item.kind !== 'call') return [];
  const name = dottedName(item.of) ?? '';
  if (!['suppress', 'contextlib.suppress', 'raises', 'pytest.raises'].includes(name)) return [];
  return item.positional.flatMap(
    (part) => dottedName(part) ?? (part.kind === 'tuple' ? part.items.flatMap((each) => dottedName(each) ?? []) : []),
  );
}

function executeRaise(run: ProgramRun, value: Expression | undefined, scope: Scope): void {
  if (value === undefined) {
    if (run.handled === undefined) raise(run, 'RuntimeError', 'No active exception to reraise', { isDeliberate: true });
    else run.stop = { kind: 'raised', raised: run.handled };
    return;
  }
  const called = value.kind === 'call' ? value : undefined;
  const name = dottedName(called?.of ?? value) ?? 'Exception';
  const given = called?.positional.map((part) => evaluate(run, part, scope, execute)) ?? [];
  if (run.stop !== undefined) return;
  const [first] = given;
  if (name === 'SystemExit') {
    callValue(
      run,
      { kind: 'library', name: 'exit' },
      { positional: given, named: new Map(), spreads: false, scope, runBody: execute },
    );
    return;
  }
  if (first !== undefined && (given.length > 1 || first.kind !== 'text')) {
    stopNotModelled(run, say`Line ${value.line} raises ${code(name)} with a text that is made while it runs.`);
    return;
  }
  addMissing(run, 'call', name, say`Line ${value.line} raises ${code(name)} on purpose.`);
  raise(run, name, first?.kind === 'text' ? first.text : '', { isDeliberate: true });
}
