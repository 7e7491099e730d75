// Expressions of Python as a tree, as far as a search for imports, names and files needs them. Follows the language reference of
// Python 3.13, “Expressions”; what has no bearing (formats, types of brackets) is kept as a list of parts.
import { readPythonTokens, type StringToken } from './python-tokens';
import { TokenCursor } from './token-cursor';

export type Expression = { readonly line: number } & (
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: Expression;
      readonly positional: readonly Expression[];
      readonly named: readonly { readonly name: string; readonly value: Expression }[];
      /** `*` or `**` stands before an argument: how many there are can’t be told. */
      readonly spreads: boolean;
    }
  | { readonly kind: 'item'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'string'; readonly value: string | undefined; readonly fields: readonly Expression[] }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'walrus'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  /** A list, set or dictionary, or an operator whose result is nothing that is looked for: its parts are evaluated in order. */
  | { readonly kind: 'parts'; readonly parts: readonly Expression[] }
  /** A lambda or a comprehension: names are bound inside of it, and when it runs is open. */
  | { readonly kind: 'apart' }
);

/** Brackets in brackets; CPython's own bound is 200. */
const MAX_DEPTH = 90;

/** Operators or calls in a row, such as `a.b.c` or `1 + 1 + 1`. */
const MAX_CHAIN = 200;

/** Where reading stopped: this isn’t an expression that is understood. */
export const UNREAD = Symbol('unread');
export type Read = Expression | typeof UNREAD;

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
  if (cursor.take('*') || cursor.take('**')) return partsOf(cursor.token.line, [readItem(cursor, depth + 1)]);
  const test = readTest(cursor, depth);
  if (test === UNREAD || test.kind !== 'name' || !cursor.take(':=')) return test;
  const value = readTest(cursor, depth);
  return value === UNREAD ? UNREAD : { kind: 'walrus', line: test.line, name: test.name, value };
}

/** `a if b else c`, a lambda, or less. */
function readTest(cursor: TokenCursor, depth: number): Read {
  const { line } = cursor.token;
  if (depth > MAX_DEPTH) return UNREAD;
  if (cursor.take('lambda')) return skipLambda(cursor, line, depth);
  if (cursor.take('yield')) {
    cursor.take('from');
    return cursor.isLineEnd() || cursor.is(')')
      ? { kind: 'apart', line }
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

function skipLambda(cursor: TokenCursor, line: number, depth: number): Read {
  let open = 0;
  while (!cursor.isLineEnd() && !(open === 0 && cursor.is(':'))) {
    if (cursor.is('(') || cursor.is('[') || cursor.is('{')) open += 1;
    if (cursor.is(')') || cursor.is(']') || cursor.is('}')) open -= 1;
    cursor.next();
  }
  cursor.take(':');
  return readTest(cursor, depth + 1) === UNREAD ? UNREAD : { kind: 'apart', line };
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
    const right: Read =
      level === COMPARED && cursor.is('not')
        ? readBinary(cursor, level, depth + 1)
        : readBinary(cursor, level + 1, depth);
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
  if (cursor.take('+') || cursor.take('-') || cursor.take('~')) return partsOf(line, [readUnary(cursor, depth + 1)]);
  const isAwaited = cursor.take('await');
  const base = readTrailers(cursor, depth);
  if (base === UNREAD) return UNREAD;
  if (cursor.take('**')) return partsOf(line, [base, readUnary(cursor, depth + 1)]);
  return isAwaited ? partsOf(line, [base]) : base;
}

function readTrailers(cursor: TokenCursor, depth: number): Read {
  let value = readAtom(cursor, depth);
  for (let count = 0; value !== UNREAD && count < MAX_CHAIN; count += 1) {
    const { line } = value;
    if (cursor.take('.')) {
      const name = cursor.next();
      if (name.kind !== 'name') return UNREAD;
      value = { kind: 'attribute', line: name.line, of: value, name: name.text };
    } else if (cursor.is('(')) value = readCall(cursor, value, depth);
    else if (cursor.take('[')) {
      const parts = readUntil(cursor, ']', depth);
      const [only] = parts ?? [];
      value =
        parts === undefined
          ? UNREAD
          : {
              kind: 'item',
              line,
              of: value,
              index: parts.length === 1 && only !== undefined ? only : { kind: 'parts', line, parts },
            };
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
      if (value === UNREAD) return undefined;
      named.push({ name: name.text, value });
    } else {
      cursor.goTo(before);
      const value = readItem(cursor, depth + 1);
      if (value === UNREAD) return undefined;
      positional.push(isComprehension(cursor) ? skipComprehension(cursor, value.line) : value);
    }
    if (!cursor.take(',') && !cursor.is(')')) return undefined;
  }
  return { positional, named, spreads };
}

const WORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

function readAtom(cursor: TokenCursor, depth: number): Read {
  const { token } = cursor;
  const { line } = token;
  if (token.kind === 'name') {
    if (WORDS.has(token.text)) return UNREAD;
    cursor.next();
    return { kind: 'name', line, name: token.text };
  }
  if (token.kind === 'number') {
    cursor.next();
    return { kind: 'number', line, text: token.text };
  }
  if (token.kind === 'string') return readStrings(cursor, depth);
  if (cursor.take('...')) return { kind: 'parts', line, parts: [] };
  if (cursor.take('(')) return readParenthesis(cursor, line, depth);
  const close = cursor.is('[') ? ']' : cursor.is('{') ? '}' : undefined;
  if (close === undefined) return UNREAD;
  cursor.next();
  const parts = readUntil(cursor, close, depth);
  return parts === undefined ? UNREAD : { kind: 'parts', line, parts };
}

function readParenthesis(cursor: TokenCursor, line: number, depth: number): Read {
  if (cursor.take(')')) return { kind: 'tuple', line, items: [] };
  const inner = readExpression(cursor, true, depth + 1);
  if (inner === UNREAD) return UNREAD;
  const value = isComprehension(cursor) ? skipComprehension(cursor, line) : inner;
  return cursor.take(')') ? value : UNREAD;
}

/** The parts of a list, a set, a dictionary or a slice, up to the closing bracket. */
function readUntil(cursor: TokenCursor, close: string, depth: number): readonly Expression[] | undefined {
  const parts: Expression[] = [];
  while (!cursor.take(close)) {
    if (cursor.take(',') || cursor.take(':')) continue;
    const part = readItem(cursor, depth + 1);
    if (part === UNREAD) return undefined;
    parts.push(part);
    if (cursor.take(':')) {
      const value = cursor.is(close) || cursor.is(',') ? undefined : readItem(cursor, depth + 1);
      if (value === UNREAD) return undefined;
      if (value !== undefined) parts.push(value);
    }
    if (isComprehension(cursor)) {
      const apart = skipComprehension(cursor, part.line);
      return cursor.take(close) ? [apart] : undefined;
    }
    if (!cursor.is(',') && !cursor.is(':') && !cursor.is(close)) return undefined;
  }
  return parts;
}

function isComprehension(cursor: TokenCursor): boolean {
  return cursor.is('for') || cursor.is('async');
}

/** A comprehension’s clauses, up to the bracket that closes it. */
function skipComprehension(cursor: TokenCursor, line: number): Expression {
  for (let open = 0; cursor.token.kind !== 'end'; cursor.next()) {
    if (cursor.is('(') || cursor.is('[') || cursor.is('{')) open += 1;
    else if (cursor.is(')') || cursor.is(']') || cursor.is('}')) {
      if (open === 0) break;
      open -= 1;
    }
  }
  return { kind: 'apart', line };
}

/** Strings beside each other are one. */
function readStrings(cursor: TokenCursor, depth: number): Read {
  const { line } = cursor.token;
  let value: string | undefined = '';
  const fields: Expression[] = [];
  for (let { token } = cursor; token.kind === 'string'; { token } = cursor) {
    value = value === undefined || token.value === undefined ? undefined : value + token.value;
    fields.push(...readFields(token, depth));
    cursor.next();
  }
  return { kind: 'string', line, value, fields };
}

function readFields({ fields }: StringToken, depth: number): readonly Expression[] {
  return fields.flatMap(({ text, line }): readonly Expression[] => {
    // In brackets, so that a field may go over several lines.
    const { tokens } = readPythonTokens(`(${text})`);
    const read = readExpression(new TokenCursor(tokens), false, depth + 20);
    return read === UNREAD ? [{ kind: 'apart', line }] : [atLine(read, line)];
  });
}

/** A field’s expression stands at its string’s line. */
function atLine(expression: Expression, line: number): Expression {
  return { ...expression, line };
}

function partsOf(line: number, reads: readonly Read[]): Read {
  const parts = reads.filter((read) => read !== UNREAD);
  return parts.length === reads.length ? { kind: 'parts', line, parts } : UNREAD;
}
