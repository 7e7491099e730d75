// Quotes, escapes and variables in a word: buildkit frontend/dockerfile/shell, after the shell’s own rules. One pass over the
// text; what the builder does at each odd place is kept, since its answer is what counts.
import { isDigitAt, isLetterAt, isSpace, widthAt } from './characters';
import { MOST_TEXT, type Refused, replacePattern, TOO_LONG, trimPrefix, trimSuffix } from './shell-pattern';

/** How a text is read; all are off for the arguments of an instruction. */
export interface Lexing {
  readonly escape: '\\' | '`';
  readonly environment: { readonly get: (name: string) => string | undefined };
  /** Quotes stay in the result. */
  readonly rawQuotes?: boolean;
  /** Escape characters stay in the result. */
  readonly rawEscapes?: boolean;
  /** Quotes are characters like others: in heredocs. */
  readonly ignoreQuotes?: boolean;
  /** A variable without value stays as written: in the log’s labels. */
  readonly keepUnset?: boolean;
}

export interface Lexed {
  readonly text: string;
  /** The result taken apart at white space that isn’t quoted. */
  readonly words: readonly string[];
  readonly used: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly problem: string | undefined;
}

/** Substitutions inside substitutions, at most. The builder’s limit is its memory; a reader’s page has less. */
export const MOST_NESTED = 200;

/** Reads `source`; `problem` is the builder’s sentence without the words that wrap it. */
export function lexShell(source: string, lexing: Lexing): Lexed {
  const lexer = new Lexer(source, lexing);
  const read = lexer.readTo(undefined, lexing.rawEscapes ?? false, false);
  const { used, missing } = lexer;
  if ('problem' in read) return { text: '', words: [], used, missing, problem: read.problem };
  return { ...read, used, missing, problem: undefined };
}

interface Read {
  readonly text: string;
  readonly words: readonly string[];
}

const SPECIAL_PARAMETERS = '@*#?-$!0';
const MISSING_BRACE = "syntax error: missing '}'";

class Lexer {
  readonly used = new Set<string>();
  readonly missing = new Set<string>();
  #at = 0;
  #rawEscapes: boolean;
  /** The word that is being collected. Substitutions inside share it and empty it, as in the builder. */
  #word = '';
  #depth = 0;

  constructor(
    readonly source: string,
    readonly lexing: Lexing,
  ) {
    this.#rawEscapes = lexing.rawEscapes ?? false;
    // Go’s scanner leaves out a byte order mark at the beginning.
    if (source.charCodeAt(0) === 0xfeff) this.#at = 1;
  }

  get #done(): boolean {
    return this.#at >= this.source.length;
  }

  #peek(): string | undefined {
    return this.source[this.#at];
  }

  #next(): string | undefined {
    return this.source[this.#at++];
  }

  /** Up to `stop`, or to the end without one. */
  readTo(stop: string | undefined, rawEscapes: boolean, forPattern: boolean): Read | Refused {
    this.#word = '';
    const before = this.#rawEscapes;
    this.#rawEscapes = rawEscapes;
    const read = this.#readWords(stop, forPattern);
    this.#rawEscapes = before;
    return read;
  }

  #readWords(stop: string | undefined, forPattern: boolean): Read | Refused {
    let text = '';
    const words: string[] = [];
    let inWord = false;
    const addRaw = (piece: string) => {
      this.#word += piece;
      inWord = true;
    };
    const add = (unit: string) => {
      if (!isSpace(unit.charCodeAt(0))) addRaw(unit);
      else if (inWord && this.#word !== '') {
        words.push(this.#word);
        this.#word = '';
        inWord = false;
      }
    };
    const finish = (): Read => {
      if (this.#word !== '') words.push(this.#word);
      this.#word = '';
      return { text, words };
    };
    while (!this.#done) {
      const unit = this.#peek() ?? '';
      if (unit === stop) {
        this.#at++;
        return finish();
      }
      const special = this.#readSpecial(unit, forPattern);
      if (special !== undefined) {
        if (typeof special !== 'string') return special;
        text += special;
        if (text.length > MOST_TEXT) return { problem: TOO_LONG };
        if (unit === '$') for (const piece of special) add(piece);
        else addRaw(special);
        continue;
      }
      this.#at++;
      if (unit !== this.lexing.escape) {
        add(unit);
        text += unit;
        continue;
      }
      if (this.#rawEscapes) {
        addRaw(unit);
        text += unit;
      }
      const escaped = this.#next();
      if (escaped === undefined) break;
      addRaw(escaped);
      text += escaped;
    }
    if (stop === undefined) return finish();
    return { problem: `unexpected end of statement while looking for matching ${stop}` };
  }

  /** What begins with a character that has a meaning; undefined where it has none. */
  #readSpecial(unit: string, forPattern: boolean): string | Refused | undefined {
    if (unit === '$') return this.#readDollar();
    if (unit === '<') return this.#readHeredocSign();
    if (this.lexing.ignoreQuotes) return undefined;
    if (unit === "'") return this.#readSingleQuoted(forPattern);
    return unit === '"' ? this.#readDoubleQuoted(forPattern) : undefined;
  }

  /** `<<` with the blanks behind it, so that the name of a heredoc stays in the same word. */
  #readHeredocSign(): string {
    const start = this.#at++;
    if (this.#peek() !== '<') return '<';
    this.#at++;
    while (this.#peek() === ' ' || this.#peek() === '\t' || this.#peek() === '\r') this.#at++;
    return this.source.slice(start, this.#at);
  }

  #readSingleQuoted(forPattern: boolean): string | Refused {
    const start = ++this.#at;
    const end = this.source.indexOf("'", start);
    if (end < 0) {
      this.#at = this.source.length;
      return { problem: 'unexpected end of statement while looking for matching single-quote' };
    }
    this.#at = end + 1;
    const { escape: escaping, rawQuotes } = this.lexing;
    const quoted = this.source.slice(start, end);
    const kept = forPattern ? quoted.replaceAll(escaping, escaping + escaping) : quoted;
    return rawQuotes ? `'${kept}'` : kept;
  }

  #readDoubleQuoted(forPattern: boolean): string | Refused {
    const { escape: escaping, rawQuotes } = this.lexing;
    let text = rawQuotes ? '"' : '';
    this.#at++;
    for (;;) {
      const unit = this.#peek();
      if (unit === undefined) {
        return { problem: 'unexpected end of statement while looking for matching double-quote' };
      }
      if (unit === '$') {
        const value = this.#readDollar();
        if (typeof value !== 'string') return value;
        text += value;
        if (text.length > MOST_TEXT) return { problem: TOO_LONG };
        continue;
      }
      this.#at++;
      if (unit === '"') return rawQuotes ? `${text}"` : text;
      if (unit === escaping) {
        const escaped = this.#peek();
        if (escaped === undefined) continue;
        if (escaped === '"' || escaped === '$' || escaped === escaping) {
          text += this.#rawEscapes ? unit + escaped : escaped;
          this.#at++;
          continue;
        }
        // Before anything else it is a character like others; in a pattern it is doubled, to be read as one.
        if (this.#rawEscapes && (!rawQuotes || forPattern)) text += unit;
      }
      text += unit;
    }
  }

  #readDollar(): string | Refused {
    this.#at++;
    if (this.#peek() !== '{') {
      const name = this.#readName();
      if (name === '') return '$';
      return this.#valueOf(name) ?? (this.lexing.keepUnset ? `$${name}` : '');
    }
    this.#at++;
    const first = this.#peek();
    if (first === undefined) return { problem: MISSING_BRACE };
    if (first === '{' || first === '}' || first === ':') return { problem: 'syntax error: bad substitution' };
    if (this.#depth >= MOST_NESTED)
      return { problem: `substitutions nested deeper than ${MOST_NESTED} aren’t read here` };
    this.#depth++;
    const value = this.#readSubstitution(this.#readName());
    this.#depth--;
    return value;
  }

  /** A character of any plane; U+FFFD stands for the end of the text, as Go prints it. */
  #nextCharacter(): string {
    if (this.#done) return '\ufffd';
    const character = String.fromCodePoint(this.source.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  /** What follows `${name`. */
  #readSubstitution(name: string): string | Refused {
    let sign = this.#nextCharacter();
    if (sign === '}') return this.#valueOf(name) ?? (this.lexing.keepUnset ? `\${${name}}` : '');
    if (sign === '/') return this.#readReplacement(name);
    const emptyIsUnset = sign === ':';
    let signs = sign;
    if (emptyIsUnset) {
      sign = this.#nextCharacter();
      signs += sign;
    } else if (!'+-?#%'.includes(sign)) return { problem: unsupported(signs) };
    const cuts = sign === '#' || sign === '%';
    if (emptyIsUnset && cuts) return { problem: unsupported(signs) };
    const operand = this.#readOperand('}', cuts, cuts, MISSING_BRACE);
    if (typeof operand !== 'string') return operand;
    const value = this.#valueOf(name);
    if (value === undefined && this.lexing.keepUnset) return `\${${name}${signs}${operand}}`;
    const isThere = value !== undefined && !(emptyIsUnset && value === '');
    switch (sign) {
      case '-':
        return isThere ? value : operand;
      case '+':
        return isThere ? operand : '';
      case '?':
        if (isThere) return value;
        return { problem: `${name}: ${operand || `is not allowed to be ${value === undefined ? 'unset' : 'empty'}`}` };
      case '#':
      case '%': {
        const greedy = operand.startsWith(sign);
        const pattern = greedy ? operand.slice(1) : operand;
        return (sign === '#' ? trimPrefix : trimSuffix)(pattern, value ?? '', greedy);
      }
      default:
        return { problem: unsupported(signs) };
    }
  }

  #readReplacement(name: string): string | Refused {
    const all = this.#peek() === '/';
    if (all) this.#at++;
    const pattern = this.#readOperand('/', true, true, `syntax error: missing '/' in \${}`);
    if (typeof pattern !== 'string') return pattern;
    const replacement = this.#readOperand('}', true, false, MISSING_BRACE);
    if (typeof replacement !== 'string') return replacement;
    const value = this.#valueOf(name);
    if (value === undefined && this.lexing.keepUnset) return `\${${name}/${pattern}/${replacement}}`;
    return replacePattern(pattern, value ?? '', replacement, all);
  }

  #readOperand(stop: string, rawEscapes: boolean, forPattern: boolean, ifCut: string): string | Refused {
    const read = this.readTo(stop, rawEscapes, forPattern);
    if (!('problem' in read)) return read.text;
    return this.#done ? { problem: ifCut } : read;
  }

  /** A name: letters, digits and `_`; digits alone; or one of the shell’s special parameters. */
  #readName(): string {
    const start = this.#at;
    if (this.#done) return '';
    if (isDigitAt(this.source, start)) {
      while (!this.#done && isDigitAt(this.source, this.#at)) this.#at += widthAt(this.source, this.#at);
    } else if (SPECIAL_PARAMETERS.includes(this.#peek() ?? '')) this.#at++;
    else while (!this.#done && this.#isNameHere()) this.#at += widthAt(this.source, this.#at);
    return this.source.slice(start, this.#at);
  }

  #isNameHere(): boolean {
    return this.#peek() === '_' || isLetterAt(this.source, this.#at) || isDigitAt(this.source, this.#at);
  }

  #valueOf(name: string): string | undefined {
    const value = this.lexing.environment.get(name);
    (value === undefined ? this.missing : this.used).add(name);
    return value;
  }
}

function unsupported(signs: string): string {
  return `unsupported modifier (${signs}) in substitution`;
}
