// A module’s source as statements, without running it. Follows the language reference of Python 3.13, “Simple statements”, “Compound
// statements” and “Top-level components”. A line that isn’t understood is a statement of kind `unread`, and is never guessed at.
import { type Expression, readArguments, readExpression, UNREAD } from './python-expression';
import { readPythonTokens, type SyntaxProblem } from './python-tokens';
import { TokenCursor } from './token-cursor';

export interface ImportedName {
  readonly name: string;
  readonly as: string;
}

export interface Parameter {
  readonly name: string;
  /** `more`: `*args`; `more-named`: `**options`. */
  readonly kind: 'positional' | 'named' | 'more' | 'more-named';
  readonly hasDefault: boolean;
}

export interface FunctionDefinition {
  readonly line: number;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Expression[];
  /** They are evaluated where the function is defined, and not when it is called. */
  readonly defaults: readonly Expression[];
  /** A coroutine or a generator: calling it runs nothing yet. */
  readonly runsLater: boolean;
  readonly body: readonly Statement[];
}

export interface Handler {
  readonly line: number;
  readonly types: Expression | undefined;
  readonly as: string | undefined;
  readonly body: readonly Statement[];
}

export type Statement = { readonly line: number } & (
  | {
      readonly kind: 'import';
      readonly modules: readonly { readonly module: string; readonly as: string | undefined }[];
    }
  | {
      readonly kind: 'from-import';
      /** So many dots stand before the module. */
      readonly level: number;
      readonly module: string;
      readonly names: readonly ImportedName[] | 'all';
    }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly runsAtOnce: readonly Expression[];
      readonly hasBases: boolean;
      readonly isDecorated: boolean;
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'assign';
      readonly targets: readonly Expression[];
      readonly value: Expression | undefined;
      readonly isUpdate: boolean;
    }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly test: Expression; readonly body: readonly Statement[] }[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'loop';
      readonly target: Expression | undefined;
      readonly over: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly otherwise: readonly Statement[];
      readonly finally: readonly Statement[];
    }
  | {
      readonly kind: 'with';
      readonly items: readonly { readonly value: Expression; readonly target: Expression | undefined }[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'return' | 'expression'; readonly value: Expression | undefined }
  | { readonly kind: 'raise'; readonly value: Expression | undefined }
  | { readonly kind: 'assert'; readonly test: Expression }
  | { readonly kind: 'leave-loop' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unread' }
);

export interface PythonSource {
  readonly statements: readonly Statement[];
  /** Python refuses the text as a whole: nothing of it runs. */
  readonly problem: SyntaxProblem | undefined;
}

/** Blocks in blocks. CPython’s own bound is 100 levels of indentation, and 20 of some kinds. */
const MAX_BLOCKS = 20;

/**
 * Reads a module. The problem is one that Python’s tokenizer would find, or an indentation that it refuses.
 *
 * @example readPythonSource('import sys\n').statements // → [{ kind: 'import', line: 1, modules: [{ module: 'sys', as: undefined }] }]
 */
export function readPythonSource(text: string): PythonSource {
  const { tokens, problem } = readPythonTokens(text);
  if (problem !== undefined) return { statements: [], problem };
  const reader = new SourceReader(new TokenCursor(tokens));
  const statements = reader.readBlock(0);
  return reader.problem === undefined
    ? { statements, problem: undefined }
    : { statements: [], problem: reader.problem };
}

/** What a statement stands in; some are refused in the wrong place before anything runs. */
interface Around {
  readonly block: 'module' | 'function' | 'class';
  readonly inLoop: boolean;
}

class SourceReader {
  problem: SyntaxProblem | undefined;
  private around: Around = { block: 'module', inLoop: false };

  constructor(private readonly cursor: TokenCursor) {}

  /** The statements up to the end of the block that the cursor stands in. */
  readBlock(depth: number): readonly Statement[] {
    const statements: Statement[] = [];
    const { cursor } = this;
    while (this.problem === undefined) {
      const { kind, line } = cursor.token;
      if (kind === 'end' || kind === 'dedent') break;
      if (kind === 'indent') {
        this.problem = { line, message: 'IndentationError: unexpected indent' };
        break;
      }
      if (kind === 'newline') cursor.next();
      else this.readLine(statements, depth);
    }
    return statements;
  }

  private readLine(statements: Statement[], depth: number): void {
    const { cursor } = this;
    const { line } = cursor.token;
    const compound = this.readCompound(depth);
    if (compound !== undefined) {
      statements.push(compound);
      return;
    }
    do {
      if (cursor.isLineEnd()) break;
      const simple = this.readSimple();
      if (simple === undefined || !(cursor.isLineEnd() || cursor.is(';'))) {
        this.skipLine();
        statements.push({ kind: 'unread', line });
        return;
      }
      statements.push(simple);
    } while (cursor.take(';'));
    if (cursor.isKind('newline')) cursor.next();
  }

  /** Passes a line that isn’t understood, with the block that hangs on it. */
  private skipLine(): void {
    const { cursor } = this;
    while (!cursor.isLineEnd()) cursor.next();
    if (cursor.isKind('newline')) cursor.next();
    if (!cursor.isKind('indent')) return;
    let open = 0;
    do {
      const { kind } = cursor.next();
      if (kind === 'indent') open += 1;
      if (kind === 'dedent') open -= 1;
      if (kind === 'end') return;
    } while (open > 0);
  }

  private readCompound(depth: number): Statement | undefined {
    const { cursor } = this;
    const { token } = cursor;
    const { line } = token;
    if (cursor.is('@')) return this.readDecorated(depth);
    if (token.kind !== 'name') return undefined;
    const before = cursor.position;
    const isAsync = cursor.take('async');
    const word = cursor.token.kind === 'name' ? cursor.token.text : '';
    const read = this.compounds[word];
    if (read === undefined) {
      cursor.goTo(before);
      return undefined;
    }
    cursor.next();
    const statement = depth > MAX_BLOCKS ? undefined : read(line, depth, isAsync);
    if (statement !== undefined) return statement;
    if (this.problem !== undefined) return { kind: 'unread', line };
    cursor.goTo(before);
    if (word === 'match') return undefined; // `match` is a name as well
    this.skipLine();
    return { kind: 'unread', line };
  }

  private readonly compounds: Readonly<
    Record<string, (line: number, depth: number, isAsync: boolean) => Statement | undefined>
  > = {
    def: (line, depth, isAsync) => this.readFunction(line, depth, isAsync, []),
    class: (line, depth) => this.readClass(line, depth, []),
    if: (line, depth) => this.readIf(line, depth),
    while: (line, depth) => this.readLoop(line, depth, 'while'),
    for: (line, depth) => this.readLoop(line, depth, 'for'),
    try: (line, depth) => this.readTry(line, depth),
    with: (line, depth) => this.readWith(line, depth),
    match: (line, depth) => this.readMatch(line, depth),
  };

  private readDecorated(depth: number): Statement {
    const { cursor } = this;
    const { line } = cursor.token;
    const decorators: Expression[] = [];
    while (cursor.take('@')) {
      const decorator = readExpression(cursor, false);
      if (decorator === UNREAD || !cursor.isKind('newline')) {
        this.skipLine();
        return { kind: 'unread', line };
      }
      decorators.push(decorator);
      cursor.next();
    }
    const isAsync = cursor.take('async');
    const { line: at } = cursor.token;
    const read = cursor.take('def')
      ? this.readFunction(at, depth, isAsync, decorators)
      : cursor.take('class')
        ? this.readClass(at, depth, decorators)
        : undefined;
    if (read !== undefined) return read;
    if (this.problem === undefined) this.skipLine();
    return { kind: 'unread', line };
  }

  /** Reads something that stands in another block or in a loop. */
  private within<T>(around: Around, read: () => T): T {
    const outer = this.around;
    this.around = around;
    const value = read();
    this.around = outer;
    return value;
  }

  private refuse(line: number, message: string): undefined {
    this.problem ??= { line, message: `SyntaxError: ${message}` };
    return undefined;
  }

  /** The block behind a colon: indented lines, or statements in the same line. `what` stands in Python’s complaint. */
  private readBody(what: string, line: number, depth: number): readonly Statement[] | undefined {
    const { cursor } = this;
    if (!cursor.take(':')) return undefined;
    if (!cursor.isKind('newline')) {
      const statements: Statement[] = [];
      this.readLine(statements, depth + 1);
      return statements;
    }
    cursor.next();
    if (!cursor.isKind('indent')) {
      const message = `IndentationError: expected an indented block after ${what} on line ${line}`;
      this.problem = { line: cursor.token.line, message };
      return undefined;
    }
    cursor.next();
    const statements = this.readBlock(depth + 1);
    if (cursor.isKind('dedent')) cursor.next();
    return statements;
  }

  private readFunction(
    line: number,
    depth: number,
    isAsync: boolean,
    decorators: readonly Expression[],
  ): Statement | undefined {
    const { cursor } = this;
    const name = cursor.next();
    if (name.kind !== 'name') return undefined;
    if (cursor.is('[')) skipBrackets(cursor);
    const parameters = this.readParameters();
    if (parameters === undefined) return undefined;
    if (cursor.take('->') && readExpression(cursor, true) === UNREAD) return undefined;
    const start = cursor.position;
    const body = this.within({ block: 'function', inLoop: false }, () =>
      this.readBody('function definition', line, depth),
    );
    if (body === undefined) return undefined;
    const runsLater = isAsync || this.hasYield(start, cursor.position);
    const definition: FunctionDefinition = {
      line,
      name: name.text,
      parameters: parameters.list,
      decorators,
      defaults: parameters.defaults,
      runsLater,
      body,
    };
    return { kind: 'function', line, definition };
  }

  /** Whether `yield` stands between two positions; one in a function inside counts too, which makes us say less, not more. */
  private hasYield(from: number, to: number): boolean {
    const { cursor } = this;
    cursor.goTo(from);
    let found = false;
    while (cursor.position < to) {
      found ||= cursor.is('yield');
      cursor.next();
    }
    return found;
  }

  private readParameters():
    | { readonly list: readonly Parameter[]; readonly defaults: readonly Expression[] }
    | undefined {
    const { cursor } = this;
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

  private readClass(line: number, depth: number, decorators: readonly Expression[]): Statement | undefined {
    const { cursor } = this;
    const name = cursor.next();
    if (name.kind !== 'name') return undefined;
    if (cursor.is('[')) skipBrackets(cursor);
    const bases: Expression[] = [];
    if (cursor.is('(')) {
      const given = readArguments(cursor);
      if (given === undefined) return undefined;
      bases.push(...given.positional, ...given.named.map(({ value }) => value));
    }
    const body = this.within({ block: 'class', inLoop: false }, () => this.readBody('class definition', line, depth));
    if (body === undefined) return undefined;
    return {
      kind: 'class',
      line,
      name: name.text,
      runsAtOnce: [...decorators, ...bases],
      hasBases: bases.length > 0,
      isDecorated: decorators.length > 0,
      body,
    };
  }

  private readIf(line: number, depth: number): Statement | undefined {
    const { cursor } = this;
    const branches: { test: Expression; body: readonly Statement[] }[] = [];
    let word = "'if' statement";
    let at = line;
    do {
      const test = readExpression(cursor, false);
      if (test === UNREAD) return undefined;
      const body = this.readBody(word, at, depth);
      if (body === undefined) return undefined;
      branches.push({ test, body });
      word = "'elif' statement";
      at = cursor.token.line;
    } while (cursor.take('elif'));
    const otherwise = this.readElse("'else' statement", depth);
    return otherwise === undefined ? undefined : { kind: 'if', line, branches, otherwise };
  }

  /** The block behind `else`, none if there is no `else`. */
  private readElse(what: string, depth: number, word = 'else'): readonly Statement[] | undefined {
    const { line } = this.cursor.token;
    return this.cursor.take(word) ? this.readBody(what, line, depth) : [];
  }

  private readLoop(line: number, depth: number, word: 'for' | 'while'): Statement | undefined {
    const { cursor } = this;
    let target: Expression | undefined;
    if (word === 'for') {
      const read = readTargets(cursor);
      if (read === undefined || !cursor.take('in')) return undefined;
      target = read;
    }
    const over = readExpression(cursor, word === 'for');
    if (over === UNREAD) return undefined;
    const around = { ...this.around, inLoop: true };
    const body = this.within(around, () => this.readBody(`'${word}' statement`, line, depth));
    if (body === undefined) return undefined;
    const otherwise = this.readElse("'else' statement", depth);
    return otherwise === undefined ? undefined : { kind: 'loop', line, target, over, body, otherwise };
  }

  private readTry(line: number, depth: number): Statement | undefined {
    const { cursor } = this;
    const body = this.readBody("'try' statement", line, depth);
    if (body === undefined) return undefined;
    const handlers: Handler[] = [];
    for (let at = cursor.token.line; cursor.take('except'); at = cursor.token.line) {
      cursor.take('*');
      let types: Expression | undefined;
      let as: string | undefined;
      if (!cursor.is(':')) {
        const read = readExpression(cursor, true);
        if (read === UNREAD) return undefined;
        types = read;
        if (cursor.take('as')) {
          const name = cursor.next();
          as = name.kind === 'name' ? name.text : undefined;
        }
      }
      const handled = this.readBody("'except' statement", at, depth);
      if (handled === undefined) return undefined;
      handlers.push({ line: at, types, as, body: handled });
    }
    const otherwise = this.readElse("'else' statement", depth);
    const last = otherwise && this.readElse("'finally' statement", depth, 'finally');
    return last === undefined || otherwise === undefined
      ? undefined
      : { kind: 'try', line, body, handlers, otherwise, finally: last };
  }

  private readWith(line: number, depth: number): Statement | undefined {
    const { cursor } = this;
    const start = cursor.position;
    // `with (open(a) as x, open(b) as y):` has brackets of its own; `with (a or b):` hasn’t.
    for (const isBracketed of [true, false]) {
      cursor.goTo(start);
      if (isBracketed && !cursor.take('(')) continue;
      const items = this.readWithItems();
      if (items === undefined || (isBracketed && !cursor.take(')')) || !cursor.is(':')) continue;
      const body = this.readBody("'with' statement", line, depth);
      return body === undefined ? undefined : { kind: 'with', line, items, body };
    }
    return undefined;
  }

  private readWithItems():
    | readonly { readonly value: Expression; readonly target: Expression | undefined }[]
    | undefined {
    const { cursor } = this;
    const items: { value: Expression; target: Expression | undefined }[] = [];
    do {
      if (cursor.is(')')) break;
      const value = readExpression(cursor, false);
      if (value === UNREAD) return undefined;
      const target = cursor.take('as') ? readExpression(cursor, false) : undefined;
      if (target === UNREAD) return undefined;
      items.push({ value, target });
    } while (cursor.take(','));
    return items;
  }

  /** Which case is taken can’t be told from the text: the cases are branches of which each may run. */
  private readMatch(line: number, depth: number): Statement | undefined {
    const { cursor } = this;
    const subject = readExpression(cursor, true);
    if (subject === UNREAD || !cursor.take(':') || !cursor.isKind('newline')) return undefined;
    cursor.next();
    if (!cursor.isKind('indent')) return undefined;
    cursor.next();
    const branches: { test: Expression; body: readonly Statement[] }[] = [];
    for (let at = cursor.token.line; cursor.take('case'); at = cursor.token.line) {
      let open = 0;
      while (!cursor.isLineEnd() && !(open === 0 && cursor.is(':'))) {
        if (cursor.is('(') || cursor.is('[') || cursor.is('{')) open += 1;
        if (cursor.is(')') || cursor.is(']') || cursor.is('}')) open -= 1;
        cursor.next();
      }
      const body = this.readBody("'case' statement", at, depth + 1);
      if (body === undefined) return undefined;
      branches.push({ test: { kind: 'apart', line: at }, body });
    }
    if (!cursor.isKind('dedent')) return undefined;
    cursor.next();
    return {
      kind: 'if',
      line,
      branches: branches.map((branch, index) =>
        index === 0 ? { ...branch, test: { kind: 'parts', line, parts: [subject, branch.test] } } : branch,
      ),
      otherwise: [],
    };
  }

  private readSimple(): Statement | undefined {
    const { cursor } = this;
    const { line } = cursor.token;
    if (cursor.take('import')) return readImport(cursor, line);
    if (cursor.take('from')) return this.readFromImport(line);
    if (cursor.take('return')) {
      if (this.around.block !== 'function') return this.refuse(line, "'return' outside function");
      return this.withValue('return', line);
    }
    if (cursor.take('raise')) return this.readRaise(line);
    if (cursor.take('pass')) return { kind: 'nothing', line };
    if (cursor.is('break') || cursor.is('continue')) return this.readLeaveLoop(line);
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

  private readFromImport(line: number): Statement | undefined {
    const statement = readFromImport(this.cursor, line);
    if (statement?.kind !== 'from-import' || statement.names !== 'all' || this.around.block === 'module')
      return statement;
    return this.refuse(line, 'import * only allowed at module level');
  }

  private readLeaveLoop(line: number): Statement | undefined {
    const isBreak = this.cursor.is('break');
    this.cursor.next();
    if (this.around.inLoop) return { kind: 'leave-loop', line };
    return this.refuse(line, isBreak ? "'break' outside loop" : "'continue' not properly in loop");
  }

  private withValue(kind: 'return', line: number): Statement | undefined {
    if (this.cursor.isLineEnd() || this.cursor.is(';')) return { kind, line, value: undefined };
    const value = readExpression(this.cursor, true);
    return value === UNREAD ? undefined : { kind, line, value };
  }

  private readRaise(line: number): Statement | undefined {
    const { cursor } = this;
    if (cursor.isLineEnd() || cursor.is(';')) return { kind: 'raise', line, value: undefined };
    const value = readExpression(cursor, false);
    if (value === UNREAD || (cursor.take('from') && readExpression(cursor, false) === UNREAD)) return undefined;
    return { kind: 'raise', line, value };
  }
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

/** What stands between `for` and `in`: names, with commas and brackets. `in` would be read as an operator. */
function readTargets(cursor: TokenCursor): Expression | undefined {
  const { line } = cursor.token;
  const items: Expression[] = [];
  while (!cursor.is('in')) {
    if (cursor.isLineEnd()) return undefined;
    const { token } = cursor;
    if (token.kind === 'name') items.push({ kind: 'name', line: token.line, name: token.text });
    cursor.next();
  }
  return items.length === 0 ? undefined : { kind: 'tuple', line, items };
}

function skipBrackets(cursor: TokenCursor): void {
  let open = 0;
  do {
    if (cursor.is('[')) open += 1;
    if (cursor.is(']')) open -= 1;
    if (cursor.isKind('end')) return;
    cursor.next();
  } while (open > 0);
}
