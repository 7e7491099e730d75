// A module’s source as statements, without running it. Follows the language reference of Python 3.13, “Top-level components”. A text with
// a line that isn’t understood is refused as a whole, as Python would do if it refuses the line; nothing is guessed.
import { readCompound } from './python-compound';
import { namesOf } from './python-names';
import type { Reading, UnboundName } from './python-reading';
import { type Around, misplacedWord, readSimple } from './python-simple-statement';
import type { Statement } from './python-statement';
import { readPythonTokens, type SyntaxProblem, type TokenProblem } from './python-tokens';
import { TokenCursor } from './token-cursor';

export interface PythonSource {
  readonly statements: readonly Statement[];
  /** Python refuses the text as a whole: nothing of it runs. Without a message, a line isn’t understood here. */
  readonly problem: SyntaxProblem | undefined;
}

/**
 * Reads a module. The problem is the one that CPython would name first.
 *
 * @example readPythonSource('import sys\n').statements // → [{ kind: 'import', line: 1, modules: [{ module: 'sys', as: undefined }] }]
 */
export function readPythonSource(text: string): PythonSource {
  const encoding = encodingProblem(text);
  if (encoding !== undefined) return { statements: [], problem: encoding };
  const { tokens, problem } = readPythonTokens(text);
  const reader = new SourceReader(new TokenCursor(tokens));
  const statements = reader.readBlock(0);
  const { names, problem: late } = namesOf([], statements);
  const ownNonlocals = [...names.nonlocal].map((name) => ({ name, line: 1, isInFunction: false }));
  reader.nonlocals = [...ownNonlocals, ...reader.nonlocals];
  if (late !== undefined && late.line < (reader.nameProblem?.line ?? Number.POSITIVE_INFINITY))
    reader.nameProblem = late;
  reader.futureProblem = futureProblem(statements);
  const [unbound] = reader.nonlocals;
  if (unbound !== undefined) {
    const { name, line, isInFunction } = unbound;
    const message = isInFunction
      ? `no binding for nonlocal '${name}' found`
      : 'nonlocal declaration not allowed at module level';
    reader.bindingProblem = { line, message: `SyntaxError: ${message}` };
  }
  const named = firstProblem(reader, problem);
  return named === undefined ? { statements, problem: undefined } : { statements: [], problem: named };
}

/** CPython parses, then gives names their places, then compiles. After a problem of its parser it looks on for broken tokens. */
function firstProblem(reader: SourceReader, ofTokens: TokenProblem | undefined): SyntaxProblem | undefined {
  const { problem } = reader;
  if (ofTokens === undefined)
    return problem ?? reader.futureProblem ?? reader.nameProblem ?? reader.bindingProblem ?? reader.placeProblem;
  const tokens: SyntaxProblem = { line: ofTokens.line, message: ofTokens.message };
  const { failedAt } = reader;
  if (problem === undefined || failedAt === undefined || ofTokens.wins === 'always') return tokens;
  return ofTokens.wins === 'later-lines' && failedAt > ofTokens.line ? tokens : problem;
}

/** A comment in the first or second line that names an encoding (PEP 263). */
const COOKIE = /^(?:[ \t\f]*(?:#[^\r\n]*)?\r?\n)?[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)/;
const UTF_8 = /^utf-?8(?:-sig)?$/;
const OF_ASCII = /^(?:(?:us-)?ascii|latin-?1|iso-?8859-?\d+|cp\d+|windows-\d+|koi8-[ru]|mac-?roman)$/;

/** An encoding that Python hasn’t got; of others than UTF-8 only texts in ASCII are understood here. */
function encodingProblem(text: string): SyntaxProblem | undefined {
  const line = text.startsWith('\ufeff') ? text.slice(1) : text;
  const named = COOKIE.exec(line)?.[1]?.toLowerCase().replaceAll('_', '-');
  if (text.includes('\ufffd')) return { line: 1, message: undefined }; // bytes that are no UTF-8
  if (named === undefined || UTF_8.test(named)) return undefined;
  if (OF_ASCII.test(named))
    return [...line].some((character) => character > '\x7f') ? { line: 1, message: undefined } : undefined;
  return /^[a-z]+$/.test(named)
    ? { line: 1, message: `SyntaxError: encoding problem: ${named}` }
    : { line: 1, message: undefined };
}

/** The features that `from __future__ import …` may name in CPython 3.13. */
const FEATURES =
  'nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL generator_stop annotations'.split(
    ' ',
  );

/** A `from __future__` that isn’t among the first statements, or that names what there isn’t. */
function futureProblem(statements: readonly Statement[]): SyntaxProblem | undefined {
  let isBeginning = true;
  for (const [index, statement] of statements.entries()) {
    const { line } = statement;
    if (statement.kind === 'from-import' && statement.module === '__future__' && statement.level === 0) {
      if (!isBeginning) {
        return { line, message: 'SyntaxError: from __future__ imports must occur at the beginning of the file' };
      }
      const names = statement.names === 'all' ? ['*'] : statement.names.map(({ name }) => name);
      const unknown = names.find((name) => !FEATURES.includes(name));
      if (unknown === 'braces') return { line, message: 'SyntaxError: not a chance' };
      if (unknown !== undefined) return { line, message: `SyntaxError: future feature ${unknown} is not defined` };
    } else if (!(index === 0 && statement.kind === 'expression' && statement.value?.kind === 'string')) {
      isBeginning = false;
    }
  }
  return undefined;
}

class SourceReader implements Reading {
  problem: SyntaxProblem | undefined;
  nameProblem: SyntaxProblem | undefined;
  placeProblem: SyntaxProblem | undefined;
  futureProblem: SyntaxProblem | undefined;
  bindingProblem: SyntaxProblem | undefined;
  nonlocals: readonly UnboundName[] = [];
  /** The line of the token that the problem was found at; `undefined` if it is where the tokens end. */
  failedAt: number | undefined;
  around: Around = { block: 'module', inLoop: false, isAsync: false };

  constructor(readonly cursor: TokenCursor) {}

  readBlock(depth: number): readonly Statement[] {
    const statements: Statement[] = [];
    const { cursor } = this;
    while (this.problem === undefined) {
      const { kind, line } = cursor.token;
      if (kind === 'end' || kind === 'dedent') break;
      if (kind === 'indent') this.refuse(line, 'IndentationError: unexpected indent');
      else if (kind === 'newline') cursor.next();
      else this.readLine(statements, depth);
    }
    return statements;
  }

  readBody(what: string, line: number, depth: number): readonly Statement[] | undefined {
    const { cursor } = this;
    if (!cursor.take(':')) {
      const isForced = /'(?:else|try|finally)'/.test(what);
      if (isForced || cursor.isKind('newline')) this.refuse(cursor.token.line, "SyntaxError: expected ':'");
      return undefined;
    }
    if (!cursor.isKind('newline')) {
      const statements: Statement[] = [];
      this.readSimpleLine(statements);
      return this.problem === undefined ? statements : undefined;
    }
    cursor.next();
    if (!cursor.isKind('indent')) {
      const message = `IndentationError: expected an indented block after ${what} on line ${line}`;
      this.refuse(cursor.token.line, message);
      return undefined;
    }
    cursor.next();
    const statements = this.readBlock(depth + 1);
    if (this.problem !== undefined) return undefined;
    if (cursor.isKind('dedent')) cursor.next();
    return statements;
  }

  within<T>(around: Partial<Around>, read: () => T): T {
    const outer = this.around;
    this.around = { ...outer, ...around };
    const value = read();
    this.around = outer;
    return value;
  }

  refuse(line: number, message: string | undefined): undefined {
    if (this.problem !== undefined) return undefined;
    this.problem = { line, message };
    const { furthest } = this.cursor;
    this.failedAt = furthest?.kind === 'end' ? undefined : furthest?.line;
    return undefined;
  }

  private readLine(statements: Statement[], depth: number): void {
    const { line } = this.cursor.token;
    const compound = readCompound(this, depth);
    if (compound === 'none') this.readSimpleLine(statements);
    else if (compound === undefined) this.refuse(line, undefined);
    else statements.push(compound);
  }

  /** Statements with semicolons between them, up to the end of the line. */
  private readSimpleLine(statements: Statement[]): void {
    const { cursor } = this;
    const { line } = cursor.token;
    do {
      if (cursor.isLineEnd()) break;
      const at = cursor.token.line;
      const start = cursor.position;
      const simple = readSimple(cursor, this.around);
      if (simple?.kind === 'refused' && simple.by === 'parser') this.refuse(at, simple.message);
      else if (simple === undefined || !(cursor.isLineEnd() || cursor.is(';'))) this.refuse(line, undefined);
      else if (simple.kind === 'refused') this.placeProblem ??= { line: at, message: simple.message };
      else {
        this.placeProblem ??= misplacedWord(cursor, start, this.around);
        statements.push(simple);
      }
    } while (this.problem === undefined && cursor.take(';'));
    if (this.problem === undefined && cursor.isKind('newline')) cursor.next();
  }
}
