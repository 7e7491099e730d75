// The parameters of a function’s definition, and the type parameters before them. Follows the language reference of Python 3.13,
// “Function definitions”.
import { type Expression, readExpression, UNREAD } from './python-expression';
import type { Parameter } from './python-statement';
import type { TokenCursor } from './token-cursor';

/** Reads from the opening bracket to the closing one; `undefined` if these are no parameters. */
export function readParameters(
  cursor: TokenCursor,
): { readonly list: readonly Parameter[]; readonly defaults: readonly Expression[] } | undefined {
  if (!cursor.take('(')) return undefined;
  const list: Parameter[] = [];
  const defaults: Expression[] = [];
  let after: 'positional' | 'named' = 'positional';
  while (!cursor.take(')')) {
    if (cursor.take(',') || cursor.take('/')) continue;
    const stars = cursor.take('**') ? 'more-named' : cursor.take('*') ? 'more' : undefined;
    if (stars === 'more') {
      after = 'named'; // what stands behind `*` or `*args` is given by its name
      if (cursor.is(',')) continue;
    }
    const name = cursor.next();
    if (name.kind !== 'name') return undefined;
    if (cursor.take(':') && readExpression(cursor, false) === UNREAD) return undefined;
    const hasDefault = cursor.take('=');
    list.push({ name: name.text, kind: stars ?? after, hasDefault });
    if (!hasDefault) continue;
    const value = readExpression(cursor, false);
    if (value === UNREAD) return undefined;
    defaults.push(value);
  }
  return { list, defaults };
}

/** Passes type parameters, `[T]`: they bind names that nothing here looks for. */
export function skipBrackets(cursor: TokenCursor): void {
  let open = 0;
  do {
    if (cursor.is('[')) open += 1;
    if (cursor.is(']')) open -= 1;
    if (cursor.isKind('end')) return;
    cursor.next();
  } while (open > 0);
}
