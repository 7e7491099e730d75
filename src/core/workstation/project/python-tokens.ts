// Python’s source as tokens: names, numbers, strings, operators, and where lines and blocks begin and end. Follows the language
// reference of Python 3.13, “Lexical analysis”. What Python would refuse here becomes one syntax error, and reading ends.

import { countLines, endOfString, meaningOf } from './python-strings';

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
  readonly isBytes: boolean;
  /** The expressions between the braces of an f-string. */
  readonly fields: readonly { readonly text: string; readonly line: number }[];
}

export interface SyntaxProblem {
  readonly line: number;
  /** As Python says it: `SyntaxError: '(' was never closed`. `undefined` where only Python itself could word it. */
  readonly message: string | undefined;
}

/** What ends the tokens, and which wins against a problem that the grammar has before it: CPython reads on after one to look for these. */
export interface TokenProblem extends SyntaxProblem {
  /** `always`: a string or a bracket. `later-lines`: a bracket that stays open wins against problems below its line. */
  readonly wins: 'always' | 'later-lines' | 'never';
}

export interface PythonTokens {
  readonly tokens: readonly PythonToken[];
  readonly problem: TokenProblem | undefined;
}

/** A module of a course has a few hundred lines; past this, reading would be a reader's wait. */
export const MAX_SOURCE_LENGTH = 200_000;

const LEADING_ZERO = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers';

/** CPython’s tokenizer refuses the hundredth level of indentation. */
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
  const reader = new TokenReader(text.startsWith('\ufeff') ? text.slice(1) : text);
  if (text.length > MAX_SOURCE_LENGTH) return reader.stop({ line: 1, message: undefined, wins: 'always' });
  return reader.read();
}

class TokenReader {
  private readonly tokens: PythonToken[] = [];
  private readonly indents: { readonly width: number; readonly withTabsAsOne: number }[] = [
    { width: 0, withTabsAsOne: 0 },
  ];
  private readonly open: { readonly bracket: string; readonly line: number }[] = [];
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  read(): PythonTokens {
    let beginsLine = true;
    while (this.at < this.text.length) {
      if (beginsLine) {
        const problem = this.takeIndentation();
        if (problem !== undefined) return this.stop({ line: this.line, message: problem, wins: 'never' });
        beginsLine = false;
        continue;
      }
      const character = this.text[this.at] ?? '';
      if (character === '\n' || character === '\r') {
        this.takeLineEnd(character);
        beginsLine = this.open.length === 0;
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
    if (unclosed !== undefined) {
      const message = `SyntaxError: '${unclosed.bracket}' was never closed`;
      return this.stop({ line: unclosed.line, message, wins: 'later-lines' });
    }
    if (this.tokens.length > 0 && this.tokens.at(-1)?.kind !== 'newline') this.push({ kind: 'newline' }, 0);
    return this.stop(undefined);
  }

  /** The tokens so far, closed as a module ends; behind a problem they aren’t: `end` alone follows. */
  stop(problem: TokenProblem | undefined): PythonTokens {
    if (problem !== undefined) {
      this.push({ kind: 'end' }, 0);
      return { tokens: this.tokens, problem };
    }
    while (this.indents.length > 1) {
      this.indents.pop();
      this.push({ kind: 'dedent' }, 0);
    }
    this.push({ kind: 'end' }, 0);
    return { tokens: this.tokens, problem: undefined };
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
    // Python counts a tab as up to eight columns and as one, and asks that both counts tell the same.
    let [width, withTabsAsOne] = [0, 0];
    for (; ; this.at += 1) {
      const character = this.text[this.at];
      if (character === '\f') [width, withTabsAsOne] = [0, 0];
      else if (character === ' ' || character === '\t') {
        width += character === ' ' ? 1 : 8 - (width % 8);
        withTabsAsOne += 1;
      } else break;
    }
    const next = this.text[this.at];
    if (next === undefined || next === '#' || next === '\n' || next === '\r') return undefined;
    const innermost = () => this.indents.at(-1) ?? { width: 0, withTabsAsOne: 0 };
    const mixed = 'TabError: inconsistent use of tabs and spaces in indentation';
    if (width > innermost().width) {
      if (withTabsAsOne <= innermost().withTabsAsOne) return mixed;
      if (this.indents.length > MAX_INDENTS) return 'IndentationError: too many levels of indentation';
      this.indents.push({ width, withTabsAsOne });
      this.push({ kind: 'indent' }, 0);
      return undefined;
    }
    while (width < innermost().width) {
      this.indents.pop();
      this.push({ kind: 'dedent' }, 0);
    }
    if (width !== innermost().width) return 'IndentationError: unindent does not match any outer indentation level';
    return withTabsAsOne === innermost().withTabsAsOne ? undefined : mixed;
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
      if (/^0[\d_]*[1-9][\d_]*$/.test(number)) return this.refuse(LEADING_ZERO);
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
    if (operator === undefined) return this.refuseCharacter();
    return this.takeOperator(operator);
  }

  /** A character that begins nothing; what Python says of those in ASCII depends on what stands around. */
  private refuseCharacter(): PythonTokens {
    const point = this.text.codePointAt(this.at) ?? 0;
    if (point < 128) return this.stop({ line: this.line, message: undefined, wins: 'always' });
    const character = String.fromCodePoint(point);
    const number = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    const isShown = !/[\p{C}\p{Z}]/u.test(character);
    return this.refuse(
      isShown ? `invalid character '${character}' (${number})` : `invalid non-printable character ${number}`,
    );
  }

  private refuse(message: string): PythonTokens {
    return this.stop({ line: this.line, message: `SyntaxError: ${message}`, wins: 'always' });
  }

  private takeOperator(text: string): PythonTokens | undefined {
    if (text === '(' || text === '[' || text === '{') this.open.push({ bracket: text, line: this.line });
    const opener = CLOSES[text];
    if (opener !== undefined) {
      const open = this.open.pop();
      if (open === undefined) return this.refuse(`unmatched '${text}'`);
      if (open.bracket !== opener) {
        const where = open.line === this.line ? '' : ` on line ${open.line}`;
        return this.refuse(
          `closing parenthesis '${text}' does not match opening parenthesis '${open.bracket}'${where}`,
        );
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
    if (found === 'broken') return this.stop({ line: this.line, message: undefined, wins: 'always' });
    if (found === 'open') {
      const about = prefix.includes('f') ? 'f-string literal' : 'string literal';
      const rest = this.text.slice(start);
      const lines = countLines(rest) - (/[\r\n]$/.test(rest) ? 1 : 0);
      return this.refuse(
        quote.length === 3
          ? `unterminated triple-quoted ${about} (detected at line ${this.line + lines})`
          : `unterminated ${about} (detected at line ${this.line})`,
      );
    }
    const body = this.text.slice(start, found.end);
    const isPlain = !prefix.includes('f') && !prefix.includes('b');
    const value = isPlain ? (prefix.includes('r') ? body : meaningOf(body)) : undefined;
    const fields = found.fields.map(({ from, to }) => ({
      text: this.text.slice(from, to),
      line: this.line + countLines(this.text.slice(start, from)),
    }));
    const length = found.end + quote.length - this.at;
    this.push({ kind: 'string', value, isBytes: prefix.includes('b'), fields }, length);
    this.line += countLines(body);
    this.at += length;
    return undefined;
  }
}
