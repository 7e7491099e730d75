// Exceptions of a followed program: `raise`, what catches them, and what Python prints of one that nobody catches. Follows the language
// reference of Python 3.13, “The raise statement” and “The try statement”.
import { code, say } from '../sentence';
import { callValue } from './call-function';
import { evaluate } from './evaluate';
import { exceptionsAbove, isOpenClass, lineOf, memberOf } from './python-class';
import { catches, isBuiltinException, type Raised } from './python-exception';
import { dottedName, type Expression } from './python-expression';
import type { Handler, Statement } from './python-statement';
import { type InstanceValue, type Scope, UNKNOWN, type Value } from './python-value';
import { addMissing, atLine, type ProgramRun, raise, type Stop, stopNotModelled, write } from './run-state';
import { bindName } from './scope-names';
import { reprOf, strOf } from './show-value';

/** Follows `raise`, with what stands behind it. */
export function executeRaise(run: ProgramRun, value: Expression | undefined, scope: Scope): void {
  if (value === undefined) {
    if (run.handled === undefined) raise(run, 'RuntimeError', 'No active exception to reraise', { isDeliberate: true });
    else run.stop = run.handled;
    return;
  }
  const given = evaluate(run, value, scope);
  if (run.stop !== undefined) return;
  atLine(run, value.line);
  const made =
    given.kind === 'class' ? callValue(run, given, { positional: [], named: new Map(), spreads: false, scope }) : given;
  if (run.stop === undefined) raiseValue(run, made, value, scope);
}

function raiseValue(run: ProgramRun, made: Value, written: Expression, scope: Scope): void {
  const name = dottedName(written.kind === 'call' ? written.of : written) ?? 'Exception';
  const raiseNamed = (type: string, message: string | undefined, more: { of?: InstanceValue['of'] } = {}) => {
    addMissing(run, 'call', name, say`Line ${written.line} raises ${code(name)} on purpose.`);
    raise(run, type, message, { ...more, isDeliberate: true });
  };
  switch (made.kind) {
    case 'exception':
      raiseNamed(made.type, messageOf(made.type, made.positional));
      return;
    case 'instance': {
      const [above] = exceptionsAbove(made.of);
      if (above === undefined && !isOpenClass(made.of)) {
        noException(run);
        return;
      }
      if (above === 'SystemExit') break;
      const { scope: own } = made.of;
      const qualified = `${own.module === '__main__' ? '' : `${own.module}.`}${own.prefix.replace(/\.$/, '')}`;
      const isOwnText = ['__str__', '__init__'].some((method) => memberOf(made.of, method) !== undefined);
      raiseNamed(qualified, isOwnText ? undefined : messageOf(above ?? '', made.positional), { of: made.of });
      return;
    }
    case 'library': {
      if (made.name === 'SystemExit') {
        callValue(run, made, { positional: [], named: new Map(), spreads: false, scope });
        return;
      }
      raiseNamed(made.name, isBuiltinException(made.name) ? '' : undefined);
      return;
    }
    case 'text':
    case 'constant':
    case 'tuple':
    case 'module':
    case 'function':
    case 'object':
    case 'property':
      noException(run);
      return;
    default:
      raiseNamed(name, undefined);
      return;
  }
  stopNotModelled(run, say`What line ${written.line} raises ends the program in a way that isn’t followed here.`);
}

function noException(run: ProgramRun): void {
  addMissing(run, 'call', 'raise', say`What is raised here is no exception.`);
  raise(run, 'TypeError', 'exceptions must derive from BaseException');
}

/** What an exception shows of its arguments. */
function messageOf(type: string, positional: readonly Value[]): string | undefined {
  const [first] = positional;
  if (first === undefined) return '';
  if (positional.length > 1) return type === 'OSError' ? undefined : reprOf({ kind: 'tuple', items: positional });
  return type === 'KeyError' ? reprOf(first) : strOf(first);
}

/** What follows if an exception is caught; `undefined` if it isn’t. */
export type Catch = (stop: Stop & { readonly kind: 'raised' | 'exit' }) => (() => void) | undefined;

/** Follows `body`; what is caught is forgotten, and what catches it is followed. Whether nothing stopped it. */
export function attempt(run: ProgramRun, body: () => void, catching: Catch): boolean {
  const depth = run.traceback.length;
  const before = run.traceback.at(-1);
  const steps = run.steps.length;
  const { stack } = run;
  body();
  const { stop } = run;
  if (stop?.kind !== 'raised' && stop?.kind !== 'exit') return stop === undefined;
  const inner = [...run.traceback];
  run.stop = undefined;
  run.stack = stack;
  run.traceback.length = depth;
  if (before !== undefined) run.traceback[depth - 1] = before;
  const caught = catching(stop);
  if (caught === undefined) {
    if (run.stop === undefined) {
      run.traceback.splice(0, run.traceback.length, ...inner);
      run.stop = stop;
    }
    return false;
  }
  for (let index = steps; index < run.steps.length; index += 1) {
    const step = run.steps[index];
    if (step?.outcome === 'missing') run.steps[index] = { ...step, outcome: 'missing-and-caught' };
  }
  caught();
  return false;
}

export function executeTry(run: ProgramRun, statement: Extract<Statement, { kind: 'try' }>, scope: Scope): void {
  const catching: Catch = (stop) => {
    for (const handler of statement.handlers) {
      const isCaught = handler.types === undefined ? true : catchesStop(evaluateAt(run, handler, scope), stop);
      if (run.stop !== undefined) return undefined; // the types themselves are missing
      if (isCaught === undefined) {
        const type = stop.kind === 'exit' ? 'SystemExit' : stop.raised.type;
        const because = say`Whether line ${handler.line} catches ${code(type)} can’t be told from the text.`;
        return () => stopNotModelled(run, because);
      }
      if (isCaught) return () => executeHandler(run, handler, scope, stop);
    }
    return undefined;
  };
  const isWhole = attempt(run, () => run.runBody(run, statement.body, scope), catching);
  if (isWhole) run.runBody(run, statement.otherwise, scope);
  const { stop } = run;
  if (statement.finally.length === 0 || stop?.kind === 'not-modelled') return;
  const places = [...run.traceback];
  run.stop = undefined;
  run.runBody(run, statement.finally, scope);
  if (run.stop !== undefined) return;
  run.stop = stop;
  if (stop !== undefined) run.traceback.splice(0, run.traceback.length, ...places);
}

function evaluateAt(run: ProgramRun, { types, line }: Handler, scope: Scope): Value {
  atLine(run, line);
  return types === undefined ? UNKNOWN : evaluate(run, types, scope);
}

function executeHandler(run: ProgramRun, { as, body, line }: Handler, scope: Scope, stop: Stop): void {
  atLine(run, line);
  if (as !== undefined) bindName(run, as, UNKNOWN, scope);
  const outer = run.handled;
  run.handled = stop;
  run.runBody(run, body, scope);
  run.handled = outer;
  // The name is gone when the handler ends.
  if (as !== undefined && scope.names.has(as)) write(run, scope.names, as, undefined);
}

/** Whether a handler for `types` catches what was raised; `undefined` if that can’t be told. */
export function catchesStop(types: Value, stop: Stop & { readonly kind: 'raised' | 'exit' }): boolean | undefined {
  const raised: Pick<Raised, 'type' | 'of'> = stop.kind === 'exit' ? { type: 'SystemExit' } : stop.raised;
  const answers = (types.kind === 'tuple' ? types.items : [types]).map((type) => catchesOne(type, raised));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function catchesOne(type: Value, { type: raised, of }: Pick<Raised, 'type' | 'of'>): boolean | undefined {
  if (type.kind === 'class') {
    if (of === undefined) return isBuiltinException(raised.slice(raised.lastIndexOf('.') + 1)) ? false : undefined;
    return lineOf(of).includes(type) ? true : isOpenClass(of) ? undefined : false;
  }
  if (type.kind !== 'library') return undefined;
  if (of === undefined) return catches(type.name, raised);
  const answers = exceptionsAbove(of).map((above) => catches(type.name, above));
  return answers.includes(true) ? true : answers.includes(undefined) || isOpenClass(of) ? undefined : false;
}
