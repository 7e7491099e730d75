// Words as a POSIX shell splits them, with quotes and backslashes: how pip reads the options of a line (Python's
// `shlex.split`).
import type { Span } from '../../problem';
import { type LocatedText, spanOf } from './located-text';

export interface ShellWord {
  readonly text: string;
  readonly at: Span;
}

/** The words, or the place where a quote is opened or a backslash stands at the end. */
export function shellWords(located: LocatedText): readonly ShellWord[] | { readonly openAt: Span } {
  const { text } = located;
  const words: ShellWord[] = [];
  let at = 0;
  for (;;) {
    while (isBlank(text.charAt(at))) at++;
    if (at >= text.length) return words;
    const start = at;
    const word = readWord(text, start);
    if (word.openAt !== undefined) return { openAt: spanOf(located, word.openAt, word.openAt + 1) };
    at = word.end;
    words.push({ text: word.text, at: spanOf(located, start, at) });
  }
}

function isBlank(character: string): boolean {
  return character !== '' && ' \t\r\n'.includes(character);
}

function readWord(text: string, start: number): { text: string; end: number; openAt?: number } {
  const pieces: string[] = [];
  let at = start;
  while (at < text.length && !isBlank(text.charAt(at))) {
    const character = text.charAt(at);
    if (character === '\\') {
      if (at + 1 >= text.length) return { text: '', end: at, openAt: at };
      pieces.push(text.charAt(at + 1));
      at += 2;
    } else if (character === '"' || character === "'") {
      const quoted = readQuoted(text, at);
      if (quoted === undefined) return { text: '', end: at, openAt: at };
      pieces.push(quoted.text);
      at = quoted.end;
    } else {
      pieces.push(character);
      at++;
    }
  }
  return { text: pieces.join(''), end: at };
}

/** Between double quotes a backslash escapes itself and the quote; between single ones nothing is escaped. */
function readQuoted(text: string, open: number): { text: string; end: number } | undefined {
  const quote = text.charAt(open);
  const pieces: string[] = [];
  for (let at = open + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) return { text: pieces.join(''), end: at + 1 };
    const next = text.charAt(at + 1);
    if (character === '\\' && quote === '"' && (next === '"' || next === '\\')) {
      pieces.push(next);
      at++;
    } else pieces.push(character);
  }
  return undefined;
}
