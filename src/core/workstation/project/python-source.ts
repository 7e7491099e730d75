// A module’s source as statements, without running it. Follows the language reference of Python 3.13, “Simple statements”, “Compound
// statements” and “Top-level components”. A line that isn’t understood is a statement of kind `unread`, and is never guessed at.
import { type Expression, readArguments, readExpression, UNREAD } from './python-expression';
import { readParameters, skipBrackets } from './python-parameters';
import { type Around, readSimple } from './python-simple-statement';
import type { FunctionDefinition, Handler, Statement } from './python-statement';
import { readPythonTokens, type SyntaxProblem } from './python-tokens';
import { TokenCursor } from './token-cursor';

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
      const at = cursor.token.line;
      const simple = readSimple(cursor, this.around);
      if (simple?.kind === 'refused') {
        this.problem ??= { line: at, message: simple.message };
        return;
      }
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
    const parameters = readParameters(cursor);
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
