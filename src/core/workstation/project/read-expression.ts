// Reads expressions, from `a if b else c` down to `f(x).y[z]`. Follows the language reference of Python 3.13, “Expressions”; what stands in
// brackets is read-brackets.ts’s.
import { type Expression, type Read, UNREAD } from './python-expression';
import { lambdaDefinition, readLambdaParameters } from './python-parameters';
import { type Readers, readAtom, readClausesBehind, readIndex } from './read-brackets';
import type { TokenCursor } from './token-cursor';

/** Brackets in brackets; CPython's own bound is 200. */
const MAX_DEPTH = 90;

/** Operators or calls in a row, such as `a.b.c` or `1 + 1 + 1`. */
const MAX_CHAIN = 200;

/**
 * Reads one expression, with commas between if `takesTuple`; the cursor stands behind it.
 * @example readExpression(new TokenCursor(readPythonTokens('greet(name)').tokens), true) // → { kind: 'call', … }
 */
export function readExpression(cursor: TokenCursor, takesTuple: boolean, depth = 0): Read {
  const { line } = cursor.token;
  const first = readItem(cursor, depth);
  if (first === UNREAD || !takesTuple || !cursor.is(',')) return first;
  const items = [first];
  while (cursor.take(',')) {
    if (endsList(cursor)) break;
    const item = readItem(cursor, depth);
    if (item === UNREAD) return UNREAD;
    items.push(item);
  }
  return { kind: 'tuple', line, items };
}

/** Whether nothing of a list can stand here: a trailing comma was before. */
function endsList(cursor: TokenCursor): boolean {
  return cursor.isLineEnd() || [')', ']', '}', '=', ':', ';', 'in'].some((text) => cursor.is(text));
}

/** An item of a list: starred, named by `:=`, or plain. */
function readItem(cursor: TokenCursor, depth: number): Read {
  if (depth > MAX_DEPTH) return UNREAD;
  const { line } = cursor.token;
  if (cursor.take('*') || cursor.take('**')) {
    const of = readBinary(cursor, BITWISE_OR, depth + 1);
    return of === UNREAD ? UNREAD : { kind: 'starred', line, of };
  }
  const test = readTest(cursor, depth);
  if (test === UNREAD || test.kind !== 'name' || !cursor.take(':=')) return test;
  const value = readTest(cursor, depth);
  return value === UNREAD ? UNREAD : { kind: 'walrus', line: test.line, name: test.name, value };
}

/** `a if b else c`, a lambda, or less. */
function readTest(cursor: TokenCursor, depth: number): Read {
  const { line } = cursor.token;
  if (depth > MAX_DEPTH) return UNREAD;
  if (cursor.take('lambda')) return readLambda(cursor, line, depth);
  if (cursor.take('yield')) {
    cursor.take('from');
    return cursor.isLineEnd() || cursor.is(')')
      ? { kind: 'parts', line, parts: [] }
      : partsOf(line, [readExpression(cursor, true, depth + 1)]);
  }
  const yes = readBinary(cursor, 0, depth);
  if (yes === UNREAD || !cursor.is('if')) return yes;
  const before = cursor.position;
  cursor.next();
  const test = readBinary(cursor, 0, depth);
  if (test === UNREAD) return UNREAD;
  if (!cursor.take('else')) {
    cursor.goTo(before); // the condition of a comprehension, or a guard
    return yes;
  }
  const no = readTest(cursor, depth + 1);
  return no === UNREAD ? UNREAD : { kind: 'conditional', line, test, yes, no };
}

function readLambda(cursor: TokenCursor, line: number, depth: number): Read {
  const parameters = readLambdaParameters(cursor, (at) => readTest(at, depth + 1));
  const value = parameters === undefined ? UNREAD : readTest(cursor, depth + 1);
  return parameters === undefined || value === UNREAD
    ? UNREAD
    : { kind: 'lambda', line, definition: lambdaDefinition(line, parameters, value) };
}

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['in', 'is', '<', '>', '==', '>=', '<=', '!='],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '@', '/', '//', '%'],
];
const COMPARED = 2;
const BITWISE_OR = 3;

function readBinary(cursor: TokenCursor, level: number, depth: number): Read {
  const operators = LEVELS[level];
  if (operators === undefined) return readUnary(cursor, depth);
  const { line } = cursor.token;
  if (level === COMPARED && cursor.take('not')) {
    const of = depth > MAX_DEPTH ? UNREAD : readBinary(cursor, COMPARED, depth + 1);
    return of === UNREAD ? UNREAD : { kind: 'not', line, of };
  }
  let left = readBinary(cursor, level + 1, depth);
  for (let count = 0; left !== UNREAD && count < MAX_CHAIN; count += 1) {
    const operator = takeOperator(cursor, operators, level);
    if (operator === undefined) return left;
    const right = readBinary(cursor, level + 1, depth);
    if (right === UNREAD) return UNREAD;
    left = { kind: 'binary', line, operator, left, right };
  }
  return UNREAD;
}

function takeOperator(cursor: TokenCursor, operators: readonly string[], level: number): string | undefined {
  if (level === COMPARED && cursor.is('not')) {
    const before = cursor.position;
    cursor.next();
    if (cursor.take('in')) return 'not in';
    cursor.goTo(before);
    return undefined;
  }
  const operator = operators.find((text) => cursor.is(text));
  if (operator === undefined) return undefined;
  cursor.next();
  return operator === 'is' && cursor.take('not') ? 'is not' : operator;
}

function readUnary(cursor: TokenCursor, depth: number): Read {
  const { line } = cursor.token;
  if (depth > MAX_DEPTH) return UNREAD;
  if (cursor.take('-')) {
    const of = readUnary(cursor, depth + 1);
    return of === UNREAD ? UNREAD : { kind: 'negative', line, of };
  }
  if (cursor.take('+') || cursor.take('~')) return partsOf(line, [readUnary(cursor, depth + 1)]);
  const isAwaited = cursor.take('await');
  const base = readTrailers(cursor, depth);
  if (base === UNREAD) return UNREAD;
  if (cursor.take('**')) return partsOf(line, [base, readUnary(cursor, depth + 1)]);
  return isAwaited ? partsOf(line, [base]) : base;
}

/** What brackets hold is read by this file’s rules. */
const readers: Readers = { expression: readExpression, item: readItem, test: readTest };

function readTrailers(cursor: TokenCursor, depth: number): Read {
  let value = readAtom(cursor, depth, readers);
  for (let count = 0; value !== UNREAD && count < MAX_CHAIN; count += 1) {
    const { line } = value;
    if (cursor.take('.')) {
      const name = cursor.next();
      if (name.kind !== 'name') return UNREAD;
      value = { kind: 'attribute', line: name.line, of: value, name: name.text };
    } else if (cursor.is('(')) value = readCall(cursor, value, depth);
    else if (cursor.take('[')) {
      const index = readIndex(cursor, line, (at) => readItem(at, depth + 1));
      value = index === undefined ? UNREAD : { kind: 'item', line, of: value, index };
    } else return value;
  }
  return UNREAD;
}

export interface Arguments {
  readonly positional: readonly Expression[];
  readonly named: readonly { readonly name: string; readonly value: Expression }[];
  readonly spreads: boolean;
}

function readCall(cursor: TokenCursor, of: Expression, depth: number): Read {
  const given = readArguments(cursor, depth);
  return given === undefined ? UNREAD : { kind: 'call', line: of.line, of, ...given };
}

/** What stands in the round brackets of a call, or behind the name of a class; the cursor stands at the opening one. */
export function readArguments(cursor: TokenCursor, depth = 0): Arguments | undefined {
  cursor.next();
  const positional: Expression[] = [];
  const named: { name: string; value: Expression }[] = [];
  let spreads = false;
  while (!cursor.take(')')) {
    spreads ||= cursor.is('*') || cursor.is('**');
    const before = cursor.position;
    const name = cursor.next();
    if (name.kind === 'name' && cursor.take('=')) {
      const value = readTest(cursor, depth + 1);
      if (value === UNREAD || named.some((known) => known.name === name.text)) return undefined;
      named.push({ name: name.text, value });
    } else {
      cursor.goTo(before);
      const value = readItem(cursor, depth + 1);
      if (value === UNREAD) return undefined;
      const whole = readClausesBehind(cursor, 'generator', [value], (at) => readTest(at, depth + 1));
      if (whole === UNREAD) return undefined;
      // An argument by its place can’t stand behind one by its name.
      if (named.length > 0 && value.kind !== 'starred') return undefined;
      positional.push(whole ?? value);
    }
    if (!cursor.take(',') && !cursor.is(')')) return undefined;
  }
  return { positional, named, spreads };
}

function partsOf(line: number, reads: readonly Read[]): Read {
  const parts = reads.filter((read) => read !== UNREAD);
  return parts.length === reads.length ? { kind: 'parts', line, parts } : UNREAD;
}
