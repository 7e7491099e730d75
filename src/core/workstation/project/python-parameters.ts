// The parameters of a function or a lambda, and the type parameters before them. Follows the language reference of Python 3.13,
// “Function definitions”, “Lambdas” and “Type parameter lists”.
import { type Expression, type Read, UNREAD } from './python-expression';
import type { FunctionDefinition, Parameter } from './python-statement';
import { isKeyword } from './read-brackets';
import type { TokenCursor } from './token-cursor';

export interface Parameters {
  readonly list: readonly Parameter[];
  /** Of those that have one, in order. */
  readonly defaults: readonly Expression[];
  readonly annotations: readonly Expression[];
}

/** Reads from the opening bracket to the closing one; `undefined` if these are no parameters. */
export function readParameters(cursor: TokenCursor, readTest: (cursor: TokenCursor) => Read): Parameters | undefined {
  return cursor.take('(') ? readList(cursor, ')', true, readTest) : undefined;
}

/** Reads from behind `lambda` to its colon; `undefined` if these are no parameters. */
export function readLambdaParameters(
  cursor: TokenCursor,
  readTest: (cursor: TokenCursor) => Read,
): Parameters | undefined {
  return readList(cursor, ':', false, readTest);
}

function readList(
  cursor: TokenCursor,
  close: string,
  isAnnotated: boolean,
  readTest: (cursor: TokenCursor) => Read,
): Parameters | undefined {
  let list: Parameter[] = [];
  const defaults: Expression[] = [];
  const annotations: Expression[] = [];
  let after: 'positional' | 'named' = 'positional';
  while (!cursor.take(close)) {
    if (cursor.take('/')) {
      if (!cursor.take(',') && !cursor.is(close)) return undefined;
      list = list.map((parameter) => ({ ...parameter, isPlaceOnly: true }));
      continue;
    }
    const stars = cursor.take('**') ? 'more-named' : cursor.take('*') ? 'more' : undefined;
    if (stars === 'more') {
      after = 'named'; // what stands behind `*` or `*args` is given by its name
      if (cursor.take(',')) continue;
    }
    const name = cursor.next();
    if (name.kind !== 'name' || isKeyword(name.text) || list.some((known) => known.name === name.text))
      return undefined;
    if (isAnnotated && cursor.take(':')) {
      cursor.take('*'); // `*args: *Ts`
      const annotation = readTest(cursor);
      if (annotation === UNREAD) return undefined;
      annotations.push(annotation);
    }
    const hasDefault = cursor.take('=');
    const kind = stars ?? after;
    // Python refuses one without a default behind one with it.
    if (!hasDefault && kind === 'positional' && list.some((known) => known.kind === 'positional' && known.hasDefault))
      return undefined;
    list.push({ name: name.text, kind, hasDefault, isPlaceOnly: false });
    if (hasDefault) {
      const value = readTest(cursor);
      if (value === UNREAD) return undefined;
      defaults.push(value);
    }
    if (!cursor.take(',') && !cursor.is(close)) return undefined;
  }
  return { list, defaults, annotations };
}

/** A lambda as a function that returns its expression. */
export function lambdaDefinition(line: number, parameters: Parameters, value: Expression): FunctionDefinition {
  const { list, defaults } = parameters;
  return {
    line,
    name: '<lambda>',
    parameters: list,
    decorators: [],
    defaults,
    annotations: [],
    typeParameters: [],
    runsLater: undefined,
    body: [{ kind: 'return', line, value }],
    names: { local: new Set(list.map(({ name }) => name)), global: new Set(), nonlocal: new Set() },
  };
}

/** The names of type parameters, `[T: int, *Ts = X]`, if any stand here; `undefined` if they aren’t understood. */
export function readTypeParameters(
  cursor: TokenCursor,
  readTest: (cursor: TokenCursor) => Read,
): readonly string[] | undefined {
  const names: string[] = [];
  if (!cursor.take('[')) return names;
  while (!cursor.take(']')) {
    if (!cursor.take('**')) cursor.take('*');
    const name = cursor.next();
    if (name.kind !== 'name') return undefined;
    names.push(name.text);
    // Bounds and defaults are evaluated when somebody asks for them.
    if (cursor.take(':') && readTest(cursor) === UNREAD) return undefined;
    if (cursor.take('=')) {
      cursor.take('*');
      if (readTest(cursor) === UNREAD) return undefined;
    }
    if (!cursor.take(',') && !cursor.is(']')) return undefined;
  }
  return names;
}
