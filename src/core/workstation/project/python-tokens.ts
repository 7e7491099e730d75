// Python's source as tokens: names, numbers, strings, operators, and where lines and blocks begin and end. Follows the language
// reference of Python 3.13, "Lexical analysis". What Python would refuse here becomes one syntax error, and reading ends.

export type PythonToken = { readonly line: number; readonly from: number; readonly to: number } & (
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | StringToken
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'newline' | 'indent' | 'dedent' | 'end' }
);

export interface StringToken {
  readonly kind: 'string';
  /** What the literal means; `undefined` where it has fields, is bytes, or has an escape that isn't modelled. */
  readonly value: string | undefined;
  /** The expressions between the braces of an f-string. */
  readonly fields: readonly { readonly text: string; readonly line: number }[];
}

export interface SyntaxProblem {
  readonly line: number;
  /** As Python says it: `SyntaxError: '(' was never closed`. `undefined` where only Python itself could word it. */
  readonly message: string | undefined;
}

export interface PythonTokens {
  readonly tokens: readonly PythonToken[];
  readonly problem: SyntaxProblem | undefined;
}

/** A module of a course has a few hundred lines; past this, reading would be a reader's wait. */
export const MAX_SOURCE_LENGTH = 200_000;

/** Fields of one f-string that are looked into. */
const MAX_FIELDS = 100;

/** CPython's tokenizer refuses the hundredth level of indentation. */
const MAX_INDENTS = 99;

const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
const NUMBER = /(?:0[xXoObB][\dA-Fa-f_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d[\d_]*)?)[jJ]?/y;
const OPERATOR = /\*\*=|\/\/=|>>=|<<=|\.\.\.|->|:=|[-+*/%&|^@<>=!]=|\*\*|\/\/|<<|>>|[-+*/%&|^~@<>()[\]{},:.;=!]/y;
const PREFIX = /(?:[rRuUbBfF]|[rR][bBfF]|[bBfF][rR])?(?:"""|'''|"|')/y;

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Reads a source text into tokens, ended by `end`. At most one problem: the text as far as it was understood is there.
 *
 * @example readPythonTokens('x = 1\n').tokens.map(({ kind }) => kind) // → ['name', 'operator', 'number', 'newline', 'end']
 */
export function readPythonTokens(text: string): PythonTokens {
  const reader = new TokenReader(text);
  if (text.length > MAX_SOURCE_LENGTH) return reader.stop(1, undefined);
  return reader.read();
}

class TokenReader {
  private readonly tokens: PythonToken[] = [];
  private readonly indents: number[] = [0];
  private readonly open: { readonly bracket: string; readonly line: number }[] = [];
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  read(): PythonTokens {
    let beginsLine = true;
    while (this.at < this.text.length) {
      if (beginsLine && this.open.length === 0) {
        const problem = this.takeIndentation();
        if (problem !== undefined) return this.stop(this.line, problem);
        beginsLine = false;
        continue;
      }
      const character = this.text[this.at] ?? '';
      if (character === '\n' || character === '\r') {
        this.takeLineEnd(character);
        beginsLine = true;
      } else if (character === ' ' || character === '\t' || character === '\f') this.at += 1;
      else if (character === '#') this.at = this.lineEnd();
      else if (character === '\\' && /[\r\n]/.test(this.text[this.at + 1] ?? '')) {
        this.at += this.text.startsWith('\\\r\n', this.at) ? 3 : 2;
        this.line += 1;
      } else {
        const problem = this.takeToken(character);
        if (problem !== undefined) return problem;
      }
    }
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) return this.stop(unclosed.line, `SyntaxError: '${unclosed.bracket}' was never closed`);
    if (this.tokens.length > 0 && this.tokens.at(-1)?.kind !== 'newline') this.push({ kind: 'newline' }, 0);
    return this.stop(0, undefined);
  }

  /** The tokens so far, closed as a module ends; a problem if a line is named. */
  stop(line: number, message: string | undefined): PythonTokens {
    if (line > 0 && this.tokens.length > 0) this.push({ kind: 'newline' }, 0);
    while (this.indents.length > 1) {
      this.indents.pop();
      this.push({ kind: 'dedent' }, 0);
    }
    this.push({ kind: 'end' }, 0);
    return { tokens: this.tokens, problem: line === 0 ? undefined : { line, message } };
  }

  private push(
    token:
      | { kind: 'newline' | 'indent' | 'dedent' | 'end' }
      | { kind: 'name' | 'number' | 'operator'; text: string }
      | StringToken,
    length: number,
  ): void {
    this.tokens.push({ ...token, line: this.line, from: this.at, to: this.at + length });
  }

  private lineEnd(): number {
    for (let at = this.at; at < this.text.length; at += 1) if (/[\r\n]/.test(this.text[at] ?? '')) return at;
    return this.text.length;
  }

  private takeLineEnd(character: string): void {
    const last = this.tokens.at(-1)?.kind;
    const isBlank = last === undefined || last === 'newline' || last === 'indent' || last === 'dedent';
    if (this.open.length === 0 && !isBlank) this.push({ kind: 'newline' }, 1);
    this.at += character === '\r' && this.text[this.at + 1] === '\n' ? 2 : 1;
    this.line += 1;
  }

  /** Takes the blanks before a line; a line without a statement changes nothing. */
  private takeIndentation(): string | undefined {
    let width = 0;
    for (; ; this.at += 1) {
      const character = this.text[this.at];
      if (character === ' ') width += 1;
      else if (character === '\t') width += 8 - (width % 8);
      else if (character === '\f') width = 0;
      else break;
    }
    const next = this.text[this.at];
    if (next === undefined || next === '#' || next === '\n' || next === '\r') return undefined;
    if (width > (this.indents.at(-1) ?? 0)) {
      if (this.indents.length > MAX_INDENTS) return 'IndentationError: too many levels of indentation';
      this.indents.push(width);
      this.push({ kind: 'indent' }, 0);
    }
    while (width < (this.indents.at(-1) ?? 0)) {
      this.indents.pop();
      this.push({ kind: 'dedent' }, 0);
    }
    return width === this.indents.at(-1)
      ? undefined
      : 'IndentationError: unindent does not match any outer indentation level';
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0];
  }

  private takeToken(character: string): PythonTokens | undefined {
    const opening = this.match(PREFIX);
    if (opening !== undefined) return this.takeString(opening);
    const number = /[\d.]/.test(character) ? this.match(NUMBER) : undefined;
    if (number !== undefined && /\d/.test(number)) {
      this.push({ kind: 'number', text: number }, number.length);
      this.at += number.length;
      return undefined;
    }
    const name = this.match(NAME);
    if (name !== undefined) {
      this.push({ kind: 'name', text: name }, name.length);
      this.at += name.length;
      return undefined;
    }
    const operator = this.match(OPERATOR);
    if (operator === undefined) return this.stop(this.line, undefined);
    return this.takeOperator(operator);
  }

  private takeOperator(text: string): PythonTokens | undefined {
    if (text === '(' || text === '[' || text === '{') this.open.push({ bracket: text, line: this.line });
    const opener = CLOSES[text];
    if (opener !== undefined) {
      const open = this.open.pop();
      if (open === undefined) return this.stop(this.line, `SyntaxError: unmatched '${text}'`);
      if (open.bracket !== opener) {
        const where = open.line === this.line ? '' : ` on line ${open.line}`;
        const message = `SyntaxError: closing parenthesis '${text}' does not match opening parenthesis '${open.bracket}'${where}`;
        return this.stop(this.line, message);
      }
    }
    this.push({ kind: 'operator', text }, text.length);
    this.at += text.length;
    return undefined;
  }

  private takeString(opening: string): PythonTokens | undefined {
    const quote = opening.replace(/^[a-zA-Z]+/, '');
    const prefix = opening.slice(0, -quote.length).toLowerCase();
    const start = this.at + opening.length;
    const found = endOfString(this.text, start, quote, prefix.includes('f'));
    if (found === undefined) {
      const about = prefix.includes('f') ? 'f-string literal' : 'string literal';
      const lines = countLines(this.text.slice(start).trimEnd());
      const message =
        quote.length === 3
          ? `SyntaxError: unterminated triple-quoted ${about} (detected at line ${this.line + lines})`
          : `SyntaxError: unterminated ${about} (detected at line ${this.line})`;
      return this.stop(this.line, message);
    }
    const body = this.text.slice(start, found.end);
    const isPlain = !prefix.includes('f') && !prefix.includes('b');
    const value = isPlain ? (prefix.includes('r') ? body : meaningOf(body)) : undefined;
    const fields = found.fields.map(({ from, to }) => ({
      text: this.text.slice(from, to),
      line: this.line + countLines(this.text.slice(start, from)),
    }));
    const length = found.end + quote.length - this.at;
    this.push({ kind: 'string', value, fields }, length);
    this.line += countLines(body);
    this.at += length;
    return undefined;
  }
}

interface StringEnd {
  readonly end: number;
  readonly fields: readonly { readonly from: number; readonly to: number }[];
}

/** Where a string's closing quote stands. In the fields of an f-string, strings with any quotes may stand (PEP 701). */
function endOfString(text: string, start: number, quote: string, hasFields: boolean): StringEnd | undefined {
  const fields: { from: number; to: number }[] = [];
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith(quote, at)) return { end: at, fields };
    const character = text[at];
    if (character === '\\') at += 1;
    else if (quote.length === 1 && (character === '\n' || character === '\r')) return undefined;
    else if (hasFields && character === '{') {
      if (text[at + 1] === '{') at += 1;
      else {
        const to = endOfField(text, at + 1);
        if (to === undefined) return undefined;
        if (fields.length < MAX_FIELDS) fields.push({ from: at + 1, to: to.expression });
        at = to.brace;
      }
    }
  }
  return undefined;
}

/** Where the expression of a field ends, before `!r`, `:…` or `=`, and where its closing brace stands. */
function endOfField(text: string, start: number): { readonly expression: number; readonly brace: number } | undefined {
  let depth = 0;
  let expression: number | undefined;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"' || character === "'") {
      if (expression !== undefined) continue; // in a format specification a quote is a character
      const quote = text.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
      const close = text.indexOf(quote, at + quote.length);
      if (close === -1) return undefined;
      at = close + quote.length - 1;
    } else if ('([{'.includes(character)) depth += 1;
    else if (character === '}' && depth === 0) return { expression: expression ?? at, brace: at };
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && expression === undefined) {
      if (character === ':' || (character === '!' && text[at + 1] !== '=')) expression = at;
      else if (character === '=' && /^=\s*[}:!]/.test(text.slice(at, at + 20))) expression = at;
    }
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
};

/** The text that a literal without prefix means; `undefined` with escapes by number or name. */
function meaningOf(body: string): string | undefined {
  if (!body.includes('\\')) return body;
  if (/\\[xuUN0-7abfv]/.test(body)) return undefined;
  return body.replace(/\\([\s\S])/g, (whole, character: string) => ESCAPES[character] ?? whole);
}

function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1;
}
