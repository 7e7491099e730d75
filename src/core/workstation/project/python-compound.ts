// Statements that hold blocks: `if`, loops, `try`, `with`, `match`. Follows the language reference of Python 3.13, “Compound statements”.
import { readClass, readDecorated, readFunction } from './python-definition';
import { type Expression, UNREAD } from './python-expression';
import type { Reading } from './python-reading';
import type { Handler, Statement } from './python-statement';
import { readTargets } from './read-brackets';
import { readExpression } from './read-expression';

/** Blocks in blocks. CPython’s own bound is 100 levels of indentation, and 20 of some kinds. */
const MAX_BLOCKS = 20;

type Reader = (reading: Reading, line: number, depth: number, isAsync: boolean) => Statement | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  def: (reading, line, depth, isAsync) => readFunction(reading, line, depth, isAsync, []),
  class: (reading, line, depth) => readClass(reading, line, depth, []),
  if: readIf,
  while: (reading, line, depth) => readLoop(reading, line, depth, 'while'),
  for: (reading, line, depth) => readLoop(reading, line, depth, 'for'),
  try: readTry,
  with: readWith,
};

/** Reads a compound statement; `none` if none begins here, `undefined` if it isn’t understood. */
export function readCompound(reading: Reading, depth: number): Statement | 'none' | undefined {
  const { cursor } = reading;
  const { kind, line } = cursor.token;
  if (cursor.is('@') && kind === 'operator') return readDecorated(reading, depth);
  if (kind !== 'name') return 'none';
  const before = cursor.position;
  if (cursor.is('match')) {
    const statement = depth > MAX_BLOCKS ? undefined : readMatch(reading, line, depth);
    if (statement !== undefined || reading.problem !== undefined) return statement;
    cursor.goTo(before); // `match` is a name as well
    return 'none';
  }
  const isAsync = cursor.take('async');
  const { token } = cursor;
  const read = token.kind === 'name' && Object.hasOwn(READERS, token.text) ? READERS[token.text] : undefined;
  if (read === undefined) {
    cursor.goTo(before);
    return 'none';
  }
  const word = token.kind === 'name' ? token.text : '';
  if (isAsync && word !== 'def' && !reading.around.isAsync)
    reading.placeProblem ??= { line, message: `SyntaxError: 'async ${word}' outside async function` };
  cursor.next();
  if (isAsync && !['def', 'with', 'for'].includes(word)) return undefined;
  return depth > MAX_BLOCKS ? undefined : read(reading, line, depth, isAsync);
}

function readIf(reading: Reading, line: number, depth: number): Statement | undefined {
  const { cursor } = reading;
  const branches: { test: Expression; body: readonly Statement[] }[] = [];
  let word = "'if' statement";
  let at = line;
  do {
    const test = readExpression(cursor, false);
    if (test === UNREAD) return undefined;
    if (test.kind === 'name' && cursor.is('=')) return refuseEqualSign(reading, at);
    const body = reading.readBody(word, at, depth);
    if (body === undefined) return undefined;
    branches.push({ test, body });
    word = "'elif' statement";
    at = cursor.token.line;
  } while (cursor.take('elif'));
  const otherwise = readElse(reading, "'else' statement", depth);
  return otherwise === undefined ? undefined : { kind: 'if', line, branches, otherwise };
}

/** `if name = value:` */
function refuseEqualSign(reading: Reading, line: number): undefined {
  const { cursor } = reading;
  cursor.next();
  const value = readExpression(cursor, false);
  const isWhole = value !== UNREAD && value.kind !== 'not' && value.kind !== 'lambda' && cursor.is(':');
  const message = "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
  return reading.refuse(line, isWhole ? message : undefined);
}

/** The block behind `else`, none if there is no `else`. */
function readElse(reading: Reading, what: string, depth: number, word = 'else'): readonly Statement[] | undefined {
  const { line } = reading.cursor.token;
  return reading.cursor.take(word) ? reading.readBody(what, line, depth) : [];
}

function readLoop(reading: Reading, line: number, depth: number, word: 'for' | 'while'): Statement | undefined {
  const { cursor } = reading;
  let target: Expression | undefined;
  if (word === 'for') {
    target = readTargets(cursor, 0);
    if (target === undefined || !cursor.take('in')) return undefined;
  }
  const over = readExpression(cursor, word === 'for');
  if (over === UNREAD) return undefined;
  const body = reading.within({ inLoop: true }, () => reading.readBody(`'${word}' statement`, line, depth));
  if (body === undefined) return undefined;
  const otherwise = readElse(reading, "'else' statement", depth);
  return otherwise === undefined ? undefined : { kind: 'loop', line, target, over, body, otherwise };
}

function readTry(reading: Reading, line: number, depth: number): Statement | undefined {
  const { cursor } = reading;
  const body = reading.readBody("'try' statement", line, depth);
  if (body === undefined) return undefined;
  const handlers: Handler[] = [];
  for (let at = cursor.token.line; cursor.take('except'); at = cursor.token.line) {
    const handler = readHandler(reading, at, depth);
    if (handler === undefined) return undefined;
    // Only the last one may catch everything.
    if (handlers.some(({ types }) => types === undefined)) {
      return reading.refuse(at, "SyntaxError: default 'except:' must be last");
    }
    handlers.push(handler);
  }
  const otherwise = handlers.length === 0 ? [] : readElse(reading, "'else' statement", depth);
  const { line: next } = cursor.token;
  const hasLast = cursor.is('finally');
  const last = otherwise && readElse(reading, "'finally' statement", depth, 'finally');
  if (last === undefined || otherwise === undefined) return undefined;
  if (handlers.length === 0 && !hasLast) {
    return reading.refuse(next, "SyntaxError: expected 'except' or 'finally' block");
  }
  return { kind: 'try', line, body, handlers, otherwise, finally: last };
}

function readHandler(reading: Reading, line: number, depth: number): Handler | undefined {
  const { cursor } = reading;
  const isOfGroup = cursor.take('*');
  let types: Expression | undefined;
  let as: string | undefined;
  if (!cursor.is(':') && !cursor.isKind('newline')) {
    const read = readExpression(cursor, false);
    if (read === UNREAD) return undefined;
    types = read;
    if (cursor.take('as')) {
      const name = cursor.next();
      if (name.kind !== 'name') return undefined;
      as = name.text;
    }
  }
  const body = reading.readBody(`'except${isOfGroup ? '*' : ''}' statement`, line, depth);
  return body === undefined ? undefined : { line, types, as, body };
}

function readWith(reading: Reading, line: number, depth: number): Statement | undefined {
  const { cursor } = reading;
  const start = cursor.position;
  // `with (open(a) as x, open(b) as y):` has brackets of its own; `with (a or b):` hasn’t.
  for (const isBracketed of [true, false]) {
    cursor.goTo(start);
    if (isBracketed && !cursor.take('(')) continue;
    const items = readWithItems(reading);
    if (items === undefined || (isBracketed && !cursor.take(')'))) continue;
    if (!cursor.is(':') && !cursor.isKind('newline')) continue;
    const body = reading.readBody("'with' statement", line, depth);
    return body === undefined ? undefined : { kind: 'with', line, items, body };
  }
  return undefined;
}

interface WithItem {
  readonly value: Expression;
  readonly target: Expression | undefined;
}

function readWithItems({ cursor }: Reading): readonly WithItem[] | undefined {
  const items: WithItem[] = [];
  do {
    if (cursor.is(')')) break;
    const value = readExpression(cursor, false);
    if (value === UNREAD) return undefined;
    const target = cursor.take('as') ? readExpression(cursor, false) : undefined;
    if (target === UNREAD) return undefined;
    items.push({ value, target });
  } while (cursor.take(','));
  return items.length === 0 ? undefined : items;
}

/** Which case is taken can’t be told from the text: the cases are branches of which each may run. */
function readMatch(reading: Reading, line: number, depth: number): Statement | undefined {
  const { cursor } = reading;
  cursor.next();
  const subject = readExpression(cursor, true);
  if (subject === UNREAD || !cursor.take(':') || !cursor.isKind('newline')) return undefined;
  cursor.next();
  if (!cursor.isKind('indent')) {
    const message = `IndentationError: expected an indented block after 'match' statement on line ${line}`;
    return reading.refuse(cursor.token.line, message);
  }
  cursor.next();
  const branches: { test: Expression; body: readonly Statement[] }[] = [];
  for (let at = cursor.token.line; cursor.take('case'); at = cursor.token.line) {
    const test = readPattern(reading, at);
    const body = reading.readBody("'case' statement", at, depth + 1);
    if (body === undefined) return undefined;
    const before = branches.length === 0 ? [subject] : [];
    branches.push({ test: { kind: 'parts', line: at, parts: [...before, ...test] }, body });
  }
  if (branches.length === 0 || !cursor.isKind('dedent')) return undefined;
  cursor.next();
  return { kind: 'if', line, branches, otherwise: [] };
}

/** A pattern up to the colon: the names that it binds, and its guard. */
function readPattern({ cursor }: Reading, line: number): readonly Expression[] {
  const names: string[] = [];
  let before = '';
  for (let open = 0; !cursor.isLineEnd() && !(open === 0 && (cursor.is(':') || cursor.is('if'))); ) {
    const token = cursor.next();
    const text = token.kind === 'operator' || token.kind === 'name' ? token.text : '';
    if ('([{'.includes(text) && text !== '') open += 1;
    if (')]}'.includes(text) && text !== '') open -= 1;
    const isCapture = token.kind === 'name' && before !== '.' && !['(', '.', '='].some((next) => cursor.is(next));
    if (isCapture && !['_', 'as', 'None', 'True', 'False'].includes(text)) names.push(text);
    before = text;
  }
  const pattern: Expression = { kind: 'pattern', line, names };
  if (!cursor.take('if')) return [pattern];
  const guard = readExpression(cursor, false);
  return guard === UNREAD ? [pattern] : [pattern, guard];
}
