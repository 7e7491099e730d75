// Statements of one line. Follows the language reference of Python 3.13, “Simple statements”; what Python refuses in them, CPython’s
// Grammar/python.gram, symtable.c and codegen.c.
import { type Expression, UNREAD } from './python-expression';
import type { ImportedName, Statement } from './python-statement';
import { isKeyword } from './read-brackets';
import { readExpression } from './read-expression';
import type { TokenCursor } from './token-cursor';

/** What a statement stands in; some are refused in the wrong place before anything runs. */
export interface Around {
  readonly block: 'module' | 'function' | 'class';
  readonly inLoop: boolean;
  /** In an `async def`. */
  readonly isAsync: boolean;
}

/** Python refuses the whole text for it. What its parser refuses comes before what is in the wrong place. */
export interface Refused {
  readonly kind: 'refused';
  readonly by: 'parser' | 'place';
  readonly message: string;
}

/** Reads a statement up to the end of its line or a semicolon; `undefined` if it isn’t understood. */
export function readSimple(cursor: TokenCursor, around: Around): Statement | Refused | undefined {
  const { line } = cursor.token;
  if (cursor.take('import')) return readImport(cursor, line);
  if (cursor.take('from')) return readPlacedImport(cursor, line, around);
  if (cursor.take('return')) return readReturn(cursor, line, around);
  if (cursor.take('raise')) return readRaise(cursor, line);
  if (cursor.take('pass')) return { kind: 'nothing', line };
  if (cursor.is('break') || cursor.is('continue')) return readLeaveLoop(cursor, line, around);
  if (cursor.is('global') || cursor.is('nonlocal')) return readOwnership(cursor, line);
  if (cursor.take('del')) return readDeletion(cursor, line);
  if (cursor.take('assert')) return readAssert(cursor, line);
  return readAssignment(cursor, line) ?? wordedProblem(cursor);
}

function refused(message: string, by: Refused['by'] = 'place'): Refused {
  return { kind: 'refused', by, message: `SyntaxError: ${message}` };
}

/** `yield` and `await` where they can’t be, in the statement that ends at the cursor. */
export function misplacedWord(
  cursor: TokenCursor,
  start: number,
  { block, isAsync }: Around,
): { readonly line: number; readonly message: string } | undefined {
  const end = cursor.position;
  cursor.goTo(start);
  let found: { line: number; message: string } | undefined;
  while (cursor.position < end && found === undefined) {
    if (cursor.is('lambda')) break; // a lambda may yield
    const { line } = cursor.token;
    if (block !== 'function' && cursor.is('yield')) found = { line, message: "SyntaxError: 'yield' outside function" };
    if (!isAsync && cursor.is('await')) {
      const what = block === 'function' ? 'async function' : 'function';
      found = { line, message: `SyntaxError: 'await' outside ${what}` };
    }
    cursor.next();
  }
  cursor.goTo(end);
  return found;
}

/** Words that continue a statement, and can’t begin one. */
const CONTINUING = ['elif', 'else', 'except', 'finally'];

/** The few problems of a statement’s beginning that can be worded without Python’s parser. */
function wordedProblem(cursor: TokenCursor): Refused | undefined {
  if (CONTINUING.some((word) => cursor.is(word))) return refused('invalid syntax', 'parser');
  const target = noTarget(cursor);
  if (target !== undefined) return target;
  const old = cursor.is('print') ? 'print' : cursor.is('exec') ? 'exec' : undefined;
  if (old === undefined) return undefined;
  const before = cursor.position;
  cursor.next();
  const isPrinted = readExpression(cursor, true) !== UNREAD && cursor.isLineEnd();
  cursor.goTo(before);
  return isPrinted
    ? refused(`Missing parentheses in call to '${old}'. Did you mean ${old}(...)?`, 'parser')
    : undefined;
}

/** `1 = x` or `f() = x`, and nothing behind it. */
function noTarget(cursor: TokenCursor): Refused | undefined {
  const before = cursor.position;
  const first = readExpression(cursor, false);
  const hasSign = cursor.take('=');
  const value = hasSign ? readExpression(cursor, false) : UNREAD;
  const isWhole =
    value !== UNREAD &&
    value.kind !== 'not' &&
    value.kind !== 'lambda' &&
    value.kind !== 'starred' &&
    cursor.isLineEnd();
  cursor.goTo(before);
  if (first === UNREAD || !isWhole) return undefined;
  if (first.kind === 'name') return refused(`cannot assign to ${first.name}`, 'parser');
  const isLiteral = first.kind === 'number' || (first.kind === 'string' && first.value !== undefined);
  const what = isLiteral ? 'literal' : first.kind === 'call' ? 'function call' : undefined;
  if (what === undefined) return undefined;
  return refused(`cannot assign to ${what} here. Maybe you meant '==' instead of '='?`, 'parser');
}

function readPlacedImport(cursor: TokenCursor, line: number, { block }: Around): Statement | Refused | undefined {
  const statement = readFromImport(cursor, line);
  const isStar = statement?.kind === 'from-import' && statement.names === 'all';
  return isStar && block !== 'module' ? refused('import * only allowed at module level') : statement;
}

function readLeaveLoop(cursor: TokenCursor, line: number, { inLoop }: Around): Statement | Refused {
  const word = cursor.is('break') ? 'break' : 'continue';
  cursor.next();
  if (inLoop) return { kind: 'leave-loop', line, word };
  return refused(word === 'break' ? "'break' outside loop" : "'continue' not properly in loop");
}

function readOwnership(cursor: TokenCursor, line: number): Statement | Refused | undefined {
  const kind = cursor.take('global') ? 'global' : 'nonlocal';
  if (kind === 'nonlocal') cursor.next();
  const names: string[] = [];
  do {
    const name = cursor.next();
    if (name.kind !== 'name' || isKeyword(name.text)) return undefined;
    names.push(name.text);
  } while (cursor.take(','));
  return { kind, line, names };
}

function readDeletion(cursor: TokenCursor, line: number): Statement | undefined {
  const read = readExpression(cursor, true);
  if (read === UNREAD) return undefined;
  const targets = read.kind === 'tuple' || (read.kind === 'display' && read.type === 'list') ? read.items : [read];
  return targets.length > 0 && targets.every(isTarget) ? { kind: 'delete', line, targets } : undefined;
}

function readAssert(cursor: TokenCursor, line: number): Statement | undefined {
  const test = readExpression(cursor, false);
  if (test === UNREAD) return undefined;
  const message = cursor.take(',') ? readExpression(cursor, false) : undefined;
  return message === UNREAD ? undefined : { kind: 'assert', line, test, message };
}

function readReturn(cursor: TokenCursor, line: number, { block }: Around): Statement | Refused | undefined {
  const isAlone = cursor.isLineEnd() || cursor.is(';');
  const value = isAlone ? undefined : readExpression(cursor, true);
  if (value === UNREAD) return undefined;
  return block === 'function' ? { kind: 'return', line, value } : refused("'return' outside function");
}

function readRaise(cursor: TokenCursor, line: number): Statement | undefined {
  if (cursor.isLineEnd() || cursor.is(';')) return { kind: 'raise', line, value: undefined };
  const value = readExpression(cursor, false);
  if (value === UNREAD || (cursor.take('from') && readExpression(cursor, false) === UNREAD)) return undefined;
  return { kind: 'raise', line, value };
}

function readDotted(cursor: TokenCursor): string | undefined {
  const parts: string[] = [];
  do {
    const name = cursor.next();
    if (name.kind !== 'name' || isKeyword(name.text)) return undefined;
    parts.push(name.text);
  } while (cursor.take('.'));
  return parts.join('.');
}

/** The name behind `as`; `undefined` if there is no `as`, `false` if no name stands behind it. */
function readAs(cursor: TokenCursor): string | undefined | false {
  if (!cursor.take('as')) return undefined;
  const name = cursor.next();
  return name.kind === 'name' && !isKeyword(name.text) ? name.text : false;
}

function readImport(cursor: TokenCursor, line: number): Statement | undefined {
  const modules: { module: string; as: string | undefined }[] = [];
  do {
    const module = readDotted(cursor);
    const as = readAs(cursor);
    if (module === undefined || as === false) return undefined;
    modules.push({ module, as });
  } while (cursor.take(','));
  return { kind: 'import', line, modules };
}

function readFromImport(cursor: TokenCursor, line: number): Statement | undefined {
  let level = 0;
  for (;;) {
    if (cursor.take('.')) level += 1;
    else if (cursor.take('...')) level += 3;
    else break;
  }
  const module = cursor.is('import') ? '' : readDotted(cursor);
  if (module === undefined || (module === '' && level === 0) || !cursor.take('import')) return undefined;
  if (cursor.take('*')) return { kind: 'from-import', line, level, module, names: 'all' };
  const isBracketed = cursor.take('(');
  const names: ImportedName[] = [];
  do {
    if (isBracketed && cursor.is(')')) break;
    const name = cursor.next();
    const as = readAs(cursor);
    if (name.kind !== 'name' || isKeyword(name.text) || as === false) return undefined;
    names.push({ name: name.text, as: as ?? name.text });
  } while (cursor.take(','));
  if (names.length === 0 || (isBracketed && !cursor.take(')'))) return undefined;
  return { kind: 'from-import', line, level, module, names };
}

const UPDATES = ['+=', '-=', '*=', '/=', '//=', '%=', '@=', '&=', '|=', '^=', '>>=', '<<=', '**='];

/** Whether something can be assigned to it. */
function isTarget(expression: Expression): boolean {
  switch (expression.kind) {
    case 'name':
      return !isKeyword(expression.name) && expression.name !== '__debug__';
    case 'attribute':
    case 'item':
      return true;
    case 'tuple':
      return expression.items.every(isPartOfTarget);
    case 'display':
      return expression.type === 'list' && expression.items.every(isPartOfTarget);
    default:
      return false;
  }
}

function isPartOfTarget(expression: Expression): boolean {
  return isTarget(expression.kind === 'starred' ? expression.of : expression);
}

/** `a = b = value`, `a: int = value`, `a += value`, `type A = …`, or an expression alone. */
function readAssignment(cursor: TokenCursor, line: number): Statement | undefined {
  const before = cursor.position;
  const alias = readAlias(cursor, line);
  if (alias !== undefined) return alias;
  cursor.goTo(before);
  const statement = readValues(cursor, line);
  if (statement === undefined) cursor.goTo(before);
  return statement;
}

function readAlias(cursor: TokenCursor, line: number): Statement | undefined {
  if (!cursor.take('type') || cursor.token.kind !== 'name') return undefined;
  const name = readExpression(cursor, false);
  const target = name !== UNREAD && name.kind === 'item' ? name.of : name; // `type A[T] = …`
  if (target === UNREAD || target.kind !== 'name' || !cursor.take('=')) return undefined;
  if (readExpression(cursor, false) === UNREAD) return undefined;
  // Its value is evaluated when somebody asks for it.
  const value: Expression = { kind: 'parts', line, parts: [] };
  return { kind: 'assign', line, targets: [target], value, annotation: undefined, isUpdate: false };
}

function readValues(cursor: TokenCursor, line: number): Statement | undefined {
  const isBracketed = cursor.is('(');
  const first = readExpression(cursor, true);
  if (first === UNREAD || (first.kind === 'walrus' && !isBracketed)) return undefined;
  if (cursor.take(':')) {
    const annotation = readExpression(cursor, false);
    const value = cursor.take('=') ? readExpression(cursor, true) : undefined;
    const isOne = first.kind === 'name' || first.kind === 'attribute' || first.kind === 'item';
    if (annotation === UNREAD || value === UNREAD || !isOne || !isTarget(first)) return undefined;
    return { kind: 'assign', line, targets: [first], value, annotation, isUpdate: false };
  }
  const plain = { line, annotation: undefined };
  if (UPDATES.some((operator) => cursor.take(operator))) {
    const value = readExpression(cursor, true);
    if (value === UNREAD || !isTarget(first) || first.kind === 'tuple' || first.kind === 'display') return undefined;
    return { kind: 'assign', ...plain, targets: [first], value, isUpdate: true };
  }
  const chain = [first];
  while (cursor.take('=')) {
    const next = readExpression(cursor, true);
    if (next === UNREAD) return undefined;
    chain.push(next);
  }
  const value = chain.pop();
  if (value?.kind === 'starred') return undefined;
  if (chain.length === 0) return { kind: 'expression', line, value };
  return chain.every(isTarget) ? { kind: 'assign', ...plain, targets: chain, value, isUpdate: false } : undefined;
}
