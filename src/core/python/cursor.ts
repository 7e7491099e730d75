// A place in a requirement's or marker's text and the tokens that can be read from it: the dependency specifiers
// specification (PEP 508), "Grammar". Spaces and tabs may stand between tokens, line ends may not.
import { CHAR, isAlphanumeric, isWordBoundary } from './text';

/** Reads forward only; what cannot be taken leaves the place as it was. */
export class Cursor {
  at = 0;

  constructor(readonly text: string) {}

  /** Whether everything is read. */
  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Goes past spaces and tabs and says whether there were any. */
  skipBlanks(): boolean {
    const start = this.at;
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at++;
    return this.at > start;
  }

  /** Whether the text goes on with `token`. */
  isAt(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  /** Goes past `token` if it is there and says whether it was. */
  take(token: string): boolean {
    if (!this.isAt(token)) return false;
    this.at += token.length;
    return true;
  }

  /** Goes past the first of `words` that stands here as a word of its own. */
  takeWord<Word extends string>(words: readonly Word[]): Word | undefined {
    const found = words.find(
      (word) =>
        this.isAt(word) && isWordBoundary(this.text, this.at) && isWordBoundary(this.text, this.at + word.length),
    );
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** Goes past an identifier, the name of a project or extra: letters, digits, `-`, `_` and `.` up to a word's end. */
  takeIdentifier(): string | undefined {
    const start = this.at;
    if (!isAlphanumeric(this.text.charCodeAt(start)) || !isWordBoundary(this.text, start)) return undefined;
    let end = start;
    while (isIdentifierCharacter(this.text.charCodeAt(end))) end++;
    while (end > start && !isWordBoundary(this.text, end)) end--;
    if (end === start) return undefined;
    this.at = end;
    return this.text.slice(start, end);
  }

  /** The end of what stands here up to a blank, for messages: at least one character if there is one. */
  endOfWord(): number {
    let end = this.at;
    while (end < this.text.length && !/[\s;,()[\]]/.test(this.text[end] ?? '')) end++;
    return Math.min(this.text.length, Math.max(end, this.at + 1));
  }
}

function isIdentifierCharacter(code: number): boolean {
  return isAlphanumeric(code) || code === CHAR.dot || code === CHAR.dash || code === CHAR.underscore;
}
