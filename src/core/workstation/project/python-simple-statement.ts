// Statements of one line. Follows the language reference of Python 3.13, “Simple statements”.
import { readExpression, UNREAD } from './python-expression';
import type { ImportedName, Statement } from './python-statement';
import type { TokenCursor } from './token-cursor';

/** What a statement stands in; some are refused in the wrong place before anything runs. */
export interface Around {
  readonly block: 'module' | 'function' | 'class';
  readonly inLoop: boolean;
}

/** Python refuses the whole text for it, in these words. */
export interface Refused {
  readonly kind: 'refused';
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
  if (cursor.is('global') || cursor.is('nonlocal') || cursor.is('del')) {
    const isDeletion = cursor.is('del');
    while (!cursor.isLineEnd() && !cursor.is(';')) cursor.next();
    return { kind: isDeletion ? 'unread' : 'nothing', line };
  }
  if (cursor.take('assert')) {
    const test = readExpression(cursor, false);
    if (test === UNREAD || (cursor.take(',') && readExpression(cursor, false) === UNREAD)) return undefined;
    return { kind: 'assert', line, test };
  }
  return readAssignment(cursor, line);
}

function refused(message: string): Refused {
  return { kind: 'refused', message: `SyntaxError: ${message}` };
}

function readPlacedImport(cursor: TokenCursor, line: number, { block }: Around): Statement | Refused | undefined {
  const statement = readFromImport(cursor, line);
  const isStar = statement?.kind === 'from-import' && statement.names === 'all';
  return isStar && block !== 'module' ? refused('import * only allowed at module level') : statement;
}

function readLeaveLoop(cursor: TokenCursor, line: number, { inLoop }: Around): Statement | Refused {
  const isBreak = cursor.is('break');
  cursor.next();
  if (inLoop) return { kind: 'leave-loop', line };
  return refused(isBreak ? "'break' outside loop" : "'continue' not properly in loop");
}

function readReturn(cursor: TokenCursor, line: number, { block }: Around): Statement | Refused | undefined {
  if (block !== 'function') return refused("'return' outside function");
  if (cursor.isLineEnd() || cursor.is(';')) return { kind: 'return', line, value: undefined };
  const value = readExpression(cursor, true);
  return value === UNREAD ? undefined : { kind: 'return', line, value };
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
    if (name.kind !== 'name') return undefined;
    parts.push(name.text);
  } while (cursor.take('.'));
  return parts.join('.');
}

/** The name behind `as`; `undefined` if there is no `as`, `false` if no name stands behind it. */
function readAs(cursor: TokenCursor): string | undefined | false {
  if (!cursor.take('as')) return undefined;
  const name = cursor.next();
  return name.kind === 'name' ? name.text : false;
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
    if (name.kind !== 'name' || as === false) return undefined;
    names.push({ name: name.text, as: as ?? name.text });
  } while (cursor.take(','));
  if (names.length === 0 || (isBracketed && !cursor.take(')'))) return undefined;
  return { kind: 'from-import', line, level, module, names };
}

const UPDATES = ['+=', '-=', '*=', '/=', '//=', '%=', '@=', '&=', '|=', '^=', '>>=', '<<=', '**='];

/** `a = b = value`, `a: int = value`, `a += value`, `type A = …`, or an expression alone. */
function readAssignment(cursor: TokenCursor, line: number): Statement | undefined {
  const before = cursor.position;
  if (cursor.take('type') && cursor.token.kind === 'name') {
    const name = readExpression(cursor, false);
    if (name !== UNREAD && cursor.take('=')) {
      if (readExpression(cursor, false) === UNREAD) return undefined;
      return { kind: 'assign', line, targets: [name], value: { kind: 'apart', line }, isUpdate: false };
    }
  }
  cursor.goTo(before);
  const first = readExpression(cursor, true);
  if (first === UNREAD) return undefined;
  if (cursor.take(':')) {
    if (readExpression(cursor, false) === UNREAD) return undefined;
    const value = cursor.take('=') ? readExpression(cursor, true) : undefined;
    return value === UNREAD ? undefined : { kind: 'assign', line, targets: [first], value, isUpdate: false };
  }
  if (UPDATES.some((operator) => cursor.take(operator))) {
    const value = readExpression(cursor, true);
    return value === UNREAD ? undefined : { kind: 'assign', line, targets: [first], value, isUpdate: true };
  }
  const chain = [first];
  while (cursor.take('=')) {
    const next = readExpression(cursor, true);
    if (next === UNREAD) return undefined;
    chain.push(next);
  }
  const value = chain.pop();
  if (chain.length === 0) return { kind: 'expression', line, value };
  return { kind: 'assign', line, targets: chain, value, isUpdate: false };
}
