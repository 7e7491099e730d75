// The statements of a module, followed in their order without being run: imports are done, names bound, calls of the project’s own
// functions entered, handlers found. Follows the language reference of Python 3.13, “Simple statements” and “Compound statements”.
import { code, say } from '../sentence';
import { changeImports, setAttribute } from './attributes';
import { defineClass, defineFunction } from './define';
import { bindTarget, evaluate, isIterable, itemsOf } from './evaluate';
import { executeFromImport, executeImport } from './import-statement';
import type { Expression } from './python-expression';
import type { Statement } from './python-statement';
import { NONE, type Scope, truthOf, UNKNOWN, type Value } from './python-value';
import { attempt, catchesStop, executeRaise, executeTry } from './raising';
import { addMissing, addNote, atLine, type ProgramRun, perhaps, raise, stopNotModelled } from './run-state';
import { deleteName } from './scope-names';
import { strOf, typeName } from './show-value';

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
  const value = (expression: Expression) => evaluate(run, expression, scope);
  switch (statement.kind) {
    case 'import':
      for (const { module, as } of statement.modules) {
        if (run.stop === undefined) executeImport(run, module, as, scope);
      }
      return;
    case 'from-import':
      executeFromImport(run, statement, scope);
      return;
    case 'function':
      defineFunction(run, statement.definition, scope);
      return;
    case 'class':
      defineClass(run, statement, scope);
      return;
    case 'assign':
      assign(run, statement, scope);
      return;
    case 'if':
      executeIf(run, statement, scope);
      return;
    case 'loop':
      executeLoop(run, statement, scope);
      return;
    case 'try':
      executeTry(run, statement, scope);
      return;
    case 'with':
      executeWith(run, statement, scope);
      return;
    case 'return': {
      const given = statement.value === undefined ? NONE : value(statement.value);
      run.stop ??= { kind: 'return', value: given };
      return;
    }
    case 'expression':
      if (statement.value !== undefined) value(statement.value);
      return;
    case 'raise':
      executeRaise(run, statement.value, scope);
      return;
    case 'assert': {
      const truth = truthOf(value(statement.test));
      if (truth !== false || run.stop !== undefined || !run.followsAssertions) return;
      const message = statement.message === undefined ? '' : strOf(value(statement.message));
      if (run.stop !== undefined) return;
      addMissing(run, 'call', 'assert', say`What line ${statement.line} asserts isn’t so.`);
      raise(run, 'AssertionError', message, { isDeliberate: true });
      return;
    }
    case 'delete':
      for (const target of statement.targets) remove(run, target, scope);
      return;
    case 'leave-loop':
      run.stop ??= { kind: 'leave-loop', word: statement.word };
      return;
    case 'global':
    case 'nonlocal':
    case 'nothing':
      return;
  }
}

function assign(run: ProgramRun, statement: Extract<Statement, { kind: 'assign' }>, scope: Scope): void {
  const { targets, annotation, isUpdate } = statement;
  const before = isUpdate && targets[0] !== undefined ? evaluate(run, targets[0], scope) : UNKNOWN;
  if (before.kind === 'library') changeImports(run, before.name);
  const given = statement.value === undefined ? undefined : evaluate(run, statement.value, scope);
  if (run.stop !== undefined) return;
  if (given !== undefined)
    for (const target of targets) bind(run, target, isUpdate ? updated(before, given) : given, scope);
  // Those of a function’s own names are never evaluated.
  if (annotation !== undefined && scope.kind !== 'call' && !scope.hasLateAnnotations) evaluate(run, annotation, scope);
}

/** A list that is added to stays the list that it was, with more in it. */
function updated(before: Value, given: Value): Value {
  if (before.kind !== 'object' || before.type !== 'list' || before.contents === undefined) return UNKNOWN;
  const more = given.kind === 'tuple' ? given.items : given.kind === 'object' ? given.contents?.items : undefined;
  const { items } = before.contents;
  before.contents.items = items === undefined || more === undefined ? undefined : [...items, ...more];
  return before;
}

function bind(run: ProgramRun, target: Expression, value: Value, scope: Scope): void {
  if (run.stop !== undefined) return;
  switch (target.kind) {
    case 'attribute':
      setAttribute(run, evaluate(run, target.of, scope), target.name, value);
      return;
    case 'item':
      changeItem(run, target, scope);
      return;
    case 'tuple':
    case 'display': {
      bindTarget(run, target, value, scope);
      const inner = target.items.map((item) => (item.kind === 'starred' ? item.of : item));
      for (const item of inner) if (item.kind === 'attribute' || item.kind === 'item') bind(run, item, UNKNOWN, scope);
      return;
    }
    default:
      bindTarget(run, target, value, scope);
  }
}

function changeItem(run: ProgramRun, { of, index }: Extract<Expression, { kind: 'item' }>, scope: Scope): void {
  const changed = evaluate(run, of, scope);
  evaluate(run, index, scope);
  if (changed.kind === 'library') changeImports(run, changed.name);
  if (changed.kind === 'object' && changed.contents !== undefined) changed.contents.items = undefined;
}

function remove(run: ProgramRun, target: Expression, scope: Scope): void {
  if (run.stop !== undefined) return;
  if (target.kind === 'name') deleteName(run, target.name, scope);
  else if (target.kind === 'item') changeItem(run, target, scope);
  else if (target.kind === 'tuple') for (const item of target.items) remove(run, item, scope);
  else if (target.kind === 'attribute') {
    const of = evaluate(run, target.of, scope);
    // Whether it is there to be taken away is asked first, so that its absence is said.
    const names = of.kind === 'module' ? of.module.scope.names : of.kind === 'class' ? of.scope.names : undefined;
    if (names?.has(target.name)) setAttribute(run, of, target.name, undefined);
    else if (run.stop === undefined)
      stopNotModelled(run, say`What line ${target.line} takes away can’t be told from the text.`);
  }
}

function executeIf(run: ProgramRun, statement: Extract<Statement, { kind: 'if' }>, scope: Scope): void {
  let isOpen = false;
  const follow = (body: readonly Statement[]) =>
    isOpen ? perhaps(run, () => execute(run, body, scope)) : execute(run, body, scope);
  for (const { test, body } of statement.branches) {
    const truth = truthOf(evaluate(run, test, scope));
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

function executeLoop(run: ProgramRun, statement: Extract<Statement, { kind: 'loop' }>, scope: Scope): void {
  const { target, body, otherwise } = statement;
  const over = evaluate(run, statement.over, scope);
  if (run.stop !== undefined) return;
  const once = (): 'on' | 'left' | 'stopped' => {
    execute(run, body, scope);
    if (run.stop === undefined) return 'on';
    if (run.stop.kind !== 'leave-loop') return 'stopped';
    const { word } = run.stop;
    run.stop = undefined;
    return word === 'break' ? 'left' : 'on';
  };
  if (target === undefined) {
    const truth = truthOf(over);
    if (truth === undefined) perhaps(run, () => once());
    else if (truth) {
      if (once() !== 'on') return;
      addNote(run, say`The loop in line ${statement.line} is followed once.`);
    }
    if (truth === false) execute(run, otherwise, scope);
    else perhaps(run, () => execute(run, otherwise, scope));
    return;
  }
  if (isIterable(over) === false) {
    const type = typeName(over) ?? '';
    addMissing(run, 'call', type, say`A value of type ${code(type)} has no items to go through.`);
    raise(run, 'TypeError', `'${type}' object is not iterable`);
    return;
  }
  const items = itemsOf(over);
  if (items === undefined) {
    perhaps(run, () => {
      bind(run, target, UNKNOWN, scope);
      once();
    });
    perhaps(run, () => execute(run, otherwise, scope));
    return;
  }
  for (const item of items) {
    bind(run, target, item, scope);
    if (run.stop !== undefined || once() !== 'on') return;
  }
  execute(run, otherwise, scope);
}

/** What lets exceptions end its block without a word. */
const SUPPRESSING = ['contextlib.suppress', 'pytest.raises'];

function executeWith(run: ProgramRun, statement: Extract<Statement, { kind: 'with' }>, scope: Scope): void {
  const types: Value[] = [];
  for (const { value: item, target } of statement.items) {
    const called = item.kind === 'call' ? evaluate(run, item.of, scope) : UNKNOWN;
    if (item.kind === 'call' && called.kind === 'library' && SUPPRESSING.includes(called.name))
      types.push({ kind: 'tuple', items: item.positional.map((part) => evaluate(run, part, scope)) });
    const entered = evaluate(run, item, scope);
    if (run.stop !== undefined) return;
    if (target !== undefined) bind(run, target, entered, scope);
  }
  const body = () => execute(run, statement.body, scope);
  if (types.length === 0) {
    body();
    return;
  }
  attempt(run, body, (stop) => {
    const answers = types
      .flatMap((type) => (type.kind === 'tuple' ? type.items : [type]))
      .map((type) => catchesStop(type, stop));
    if (answers.includes(true)) return () => {};
    const because = say`Whether line ${statement.line} lets ${{ code: stop.kind === 'raised' ? stop.raised.type : 'SystemExit' }} pass can’t be told.`;
    return answers.includes(undefined) ? () => stopNotModelled(run, because) : undefined;
  });
}
