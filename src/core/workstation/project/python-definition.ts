// Definitions of functions and classes, with their decorators. Follows the language reference of Python 3.13, “Function definitions” and
// “Class definitions”.
import { type Expression, UNREAD } from './python-expression';
import { namesOf } from './python-names';
import { readParameters, readTypeParameters } from './python-parameters';
import type { Reading } from './python-reading';
import type { FunctionDefinition, Statement } from './python-statement';
import { isKeyword } from './read-brackets';
import { readArguments, readExpression } from './read-expression';
import type { TokenCursor } from './token-cursor';

const readTest = (cursor: TokenCursor) => readExpression(cursor, false);

/** Reads from the first `@` on; `undefined` if it isn’t understood. */
export function readDecorated(reading: Reading, depth: number): Statement | undefined {
  const { cursor } = reading;
  const decorators: Expression[] = [];
  while (cursor.take('@')) {
    const decorator = readTest(cursor);
    if (decorator === UNREAD || !cursor.isKind('newline')) return undefined;
    decorators.push(decorator);
    cursor.next();
  }
  const isAsync = cursor.take('async');
  const { line } = cursor.token;
  if (cursor.take('def')) return readFunction(reading, line, depth, isAsync, decorators);
  return !isAsync && cursor.take('class') ? readClass(reading, line, depth, decorators) : undefined;
}

/** Reads from behind `def` on. */
export function readFunction(
  reading: Reading,
  line: number,
  depth: number,
  isAsync: boolean,
  decorators: readonly Expression[],
): Statement | undefined {
  const { cursor } = reading;
  const name = cursor.next();
  if (name.kind !== 'name' || isKeyword(name.text)) return undefined;
  const typeParameters = readTypeParameters(cursor, readTest);
  const parameters = typeParameters === undefined ? undefined : readParameters(cursor, readTest);
  if (typeParameters === undefined || parameters === undefined) return undefined;
  const result = cursor.take('->') ? readExpression(cursor, true) : undefined;
  if (result === UNREAD) return undefined;
  const start = cursor.position;
  const body = reading.within({ block: 'function', inLoop: false, isAsync }, () =>
    reading.readBody('function definition', line, depth),
  );
  if (body === undefined) return undefined;
  const { names, problem } = namesOf(parameters.list, body);
  reading.nameProblem ??= problem;
  // What a function inside asks for is bound here, or further out.
  const inside = reading.nonlocals.filter(({ name }) => !names.local.has(name));
  reading.nonlocals = [...inside, ...[...names.nonlocal].map((each) => ({ name: each, line, isInFunction: true }))];
  const definition: FunctionDefinition = {
    line,
    name: name.text,
    parameters: parameters.list,
    decorators,
    defaults: parameters.defaults,
    annotations: [...parameters.annotations, ...(result === undefined ? [] : [result])],
    typeParameters,
    names,
    runsLater: laterKind(isAsync, hasYield(cursor, start, cursor.position)),
    body,
  };
  return { kind: 'function', line, definition };
}

function laterKind(isAsync: boolean, yields: boolean): FunctionDefinition['runsLater'] {
  if (!isAsync) return yields ? 'generator' : undefined;
  return yields ? 'async_generator' : 'coroutine';
}

/** Whether `yield` stands between two positions; one in a function inside counts too, which makes us say less, not more. */
function hasYield(cursor: TokenCursor, from: number, to: number): boolean {
  cursor.goTo(from);
  let found = false;
  while (cursor.position < to) {
    found ||= cursor.is('yield');
    cursor.next();
  }
  return found;
}

/** Reads from behind `class` on. */
export function readClass(
  reading: Reading,
  line: number,
  depth: number,
  decorators: readonly Expression[],
): Statement | undefined {
  const { cursor } = reading;
  const name = cursor.next();
  if (name.kind !== 'name' || isKeyword(name.text)) return undefined;
  const typeParameters = readTypeParameters(cursor, readTest);
  if (typeParameters === undefined) return undefined;
  const given = cursor.is('(') ? readArguments(cursor) : undefined;
  if (given === undefined && !cursor.is(':') && !cursor.isKind('newline')) return undefined;
  const bases = given?.positional.filter((base) => base.kind !== 'starred') ?? [];
  const more = [
    ...(given?.positional.filter((base) => base.kind === 'starred') ?? []),
    ...(given?.named.map(({ value }) => value) ?? []),
  ];
  const body = reading.within({ block: 'class', inLoop: false, isAsync: false }, () =>
    reading.readBody('class definition', line, depth),
  );
  if (body === undefined) return undefined;
  reading.nameProblem ??= namesOf([], body).problem;
  return { kind: 'class', line, name: name.text, decorators, bases, more, typeParameters, body };
}
