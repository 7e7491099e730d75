// Reads names, literals, and what stands in brackets: tuples, lists, dictionaries, comprehensions, indices. Follows the language
// reference of Python 3.13, “Atoms” and “Subscriptions”. The readers of whole expressions are given, since they read these in turn.
import { type ComprehensionClause, type Display, type Expression, type Read, UNREAD } from './python-expression';
import { readPythonTokens, type StringToken } from './python-tokens';
import { TokenCursor } from './token-cursor';

export interface Readers {
  readonly expression: (cursor: TokenCursor, takesTuple: boolean, depth: number) => Read;
  readonly item: (cursor: TokenCursor, depth: number) => Read;
  readonly test: (cursor: TokenCursor, depth: number) => Read;
}

const WORDS = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/** Whether a name is a keyword, which nothing can be called. */
export function isKeyword(name: string): boolean {
  return WORDS.has(name) || name === 'None' || name === 'True' || name === 'False';
}

export function readAtom(cursor: TokenCursor, depth: number, readers: Readers): Read {
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
  if (token.kind === 'string') return readStrings(cursor, depth, readers);
  if (cursor.take('...')) return { kind: 'ellipsis', line };
  if (cursor.take('(')) return readParenthesis(cursor, line, depth, readers);
  if (cursor.take('[')) return readDisplay(cursor, line, ']', depth, readers);
  return cursor.take('{') ? readDisplay(cursor, line, '}', depth, readers) : UNREAD;
}

function readParenthesis(cursor: TokenCursor, line: number, depth: number, readers: Readers): Read {
  if (cursor.take(')')) return { kind: 'tuple', line, items: [] };
  const inner = readers.expression(cursor, true, depth + 1);
  if (inner === UNREAD || inner.kind === 'starred') return UNREAD;
  const whole = readClausesBehind(cursor, 'generator', [inner], (at) => readers.test(at, depth + 1));
  return whole !== UNREAD && cursor.take(')') ? (whole ?? inner) : UNREAD;
}

/** A list, a set or a dictionary, up to the closing bracket. */
function readDisplay(cursor: TokenCursor, line: number, close: string, depth: number, readers: Readers): Read {
  const items: Expression[] = [];
  let isWhole = true;
  let type: Display = close === ']' ? 'list' : 'dict';
  let hasPairs = false;
  while (!cursor.take(close)) {
    const isDoubled = cursor.is('**');
    const item = readers.item(cursor, depth + 1);
    if (item === UNREAD) return UNREAD;
    const parts = [item];
    if (item.kind === 'starred') isWhole = false;
    if (close === '}' && cursor.take(':')) {
      const value = readers.item(cursor, depth + 1);
      if (value === UNREAD) return UNREAD;
      parts.push(value);
      hasPairs = true;
    } else if (close === '}' && isDoubled) hasPairs = true;
    else if (close === '}') type = 'set';
    if (type === 'set' && hasPairs) return UNREAD;
    const whole = readClausesBehind(cursor, type, parts, (at) => readers.test(at, depth + 1));
    if (whole === UNREAD) return UNREAD;
    if (whole !== undefined) return items.length === 0 && cursor.take(close) ? whole : UNREAD;
    items.push(...parts);
    if (!cursor.take(',') && !cursor.is(close)) return UNREAD;
  }
  return { kind: 'display', line, type, items, isWhole };
}

/** What stands in the square brackets behind a value, up to the closing one: an expression, a slice, or several of them. */
export function readIndex(
  cursor: TokenCursor,
  line: number,
  readItem: (cursor: TokenCursor) => Read,
): Expression | undefined {
  const parts: Expression[] = [];
  let hasComma = false;
  while (!cursor.take(']')) {
    const bounds: (Expression | undefined)[] = [undefined];
    while (!cursor.is(',') && !cursor.is(']')) {
      if (cursor.take(':')) {
        bounds.push(undefined);
        continue;
      }
      const part = bounds.at(-1) === undefined ? readItem(cursor) : UNREAD;
      if (part === UNREAD) return undefined;
      bounds[bounds.length - 1] = part;
    }
    const [from, to] = bounds;
    if (bounds.length === 1 && from === undefined) return undefined;
    if (bounds.length === 1 && from !== undefined) parts.push(from);
    else if (bounds.length === 2) parts.push({ kind: 'slice', line, from, to });
    else parts.push({ kind: 'parts', line, parts: bounds.filter((bound) => bound !== undefined) });
    if (cursor.take(',')) hasComma = true;
    else if (!cursor.is(']')) return undefined;
  }
  const [only] = parts;
  if (only === undefined) return undefined;
  return parts.length === 1 && !hasComma ? only : { kind: 'parts', line, parts };
}

/** The clauses of a comprehension, if any stand here; `undefined` without them. */
export function readClausesBehind(
  cursor: TokenCursor,
  type: Display | 'generator',
  parts: readonly Expression[],
  readTest: (cursor: TokenCursor) => Read,
): Extract<Expression, { kind: 'comprehension' }> | undefined | typeof UNREAD {
  const { line } = cursor.token;
  const clauses: ComprehensionClause[] = [];
  while (cursor.is('for') || cursor.is('async')) {
    cursor.take('async');
    if (!cursor.take('for')) return UNREAD;
    const target = readTargets(cursor, 0);
    if (target === undefined || !cursor.take('in')) return UNREAD;
    const over = readTest(cursor);
    if (over === UNREAD) return UNREAD;
    const conditions: Expression[] = [];
    while (cursor.take('if')) {
      const condition = readTest(cursor);
      if (condition === UNREAD) return UNREAD;
      const named = condition.kind === 'name' && cursor.take(':=') ? readTest(cursor) : undefined;
      if (named === UNREAD) return UNREAD;
      conditions.push(named === undefined ? condition : { kind: 'parts', line, parts: [named] });
    }
    clauses.push({ target, over, conditions });
  }
  return clauses.length === 0 ? undefined : { kind: 'comprehension', line, type, clauses, parts };
}

/** Targets in brackets in targets. */
const MAX_TARGETS = 20;

/** What stands between `for` and `in`; `in` would be read as an operator. Only names are told apart, other targets are passed. */
export function readTargets(cursor: TokenCursor, depth: number): Expression | undefined {
  const { line } = cursor.token;
  const items: Expression[] = [];
  let hasComma = false;
  while (!cursor.is('in') && !cursor.is(')') && !cursor.is(']')) {
    if (cursor.isLineEnd() || depth > MAX_TARGETS) return undefined;
    const isStarred = cursor.take('*');
    const { token } = cursor;
    if (cursor.take('(') || cursor.take('[')) {
      const inner = readTargets(cursor, depth + 1);
      if (inner === undefined || !(cursor.take(')') || cursor.take(']'))) return undefined;
      items.push(inner);
    } else {
      if (token.kind !== 'name' || isKeyword(token.text)) return undefined;
      cursor.next();
      const name: Expression = { kind: 'name', line: token.line, name: token.text };
      const isPlain = passTrailers(cursor);
      items.push(
        isPlain && !isStarred
          ? name
          : { kind: 'starred', line, of: isPlain ? name : { kind: 'parts', line, parts: [] } },
      );
    }
    if (!cursor.take(',')) break;
    hasComma = true;
  }
  const [only] = items;
  if (only === undefined) return undefined;
  return items.length === 1 && !hasComma && only.kind !== 'starred' ? only : { kind: 'tuple', line, items };
}

/** Passes `.name` and `[…]` behind a target; whether there was none. */
function passTrailers(cursor: TokenCursor): boolean {
  let isPlain = true;
  for (;;) {
    if (cursor.take('.')) cursor.next();
    else if (cursor.is('[')) passBrackets(cursor);
    else return isPlain;
    isPlain = false;
  }
}

function passBrackets(cursor: TokenCursor): void {
  let open = 0;
  do {
    if (cursor.is('[')) open += 1;
    if (cursor.is(']')) open -= 1;
    if (cursor.isKind('end')) return;
    cursor.next();
  } while (open > 0);
}

/** Strings beside each other are one. */
function readStrings(cursor: TokenCursor, depth: number, readers: Readers): Read {
  const { line } = cursor.token;
  let value: string | undefined = '';
  let isBytes = false;
  const fields: Expression[] = [];
  for (let { token } = cursor; token.kind === 'string'; { token } = cursor) {
    value = value === undefined || token.value === undefined ? undefined : value + token.value;
    isBytes = token.isBytes;
    const read = readFields(token, depth, readers);
    if (read === UNREAD) return UNREAD;
    fields.push(...read);
    cursor.next();
  }
  return { kind: 'string', line, value, isBytes, fields };
}

function readFields({ fields }: StringToken, depth: number, readers: Readers): readonly Expression[] | typeof UNREAD {
  const all: Expression[] = [];
  for (const { text, line } of fields) {
    if (text.trim() === '') return UNREAD;
    // In brackets, so that a field may go over several lines.
    const cursor = new TokenCursor(readPythonTokens(`(${text})`).tokens);
    const read = readers.expression(cursor, false, depth + 20);
    if (read === UNREAD || !cursor.isLineEnd()) return UNREAD;
    all.push({ ...read, line }); // a field’s expression stands at its string’s line
  }
  return all;
}
