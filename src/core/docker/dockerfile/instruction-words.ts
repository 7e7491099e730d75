// How an instruction’s line falls apart: keyword, flags, arguments, in the ways that the builder has for them (buildkit
// frontend/dockerfile/parser, split_command.go and line_parsers.go).
import { isBlank, isSpace, skipSpace, skipSpaceBack } from './characters';
import { utf8Bytes } from './utf8';

/** A word, and where it stands in the joined line. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface SplitLine {
  readonly keyword: string;
  /** Words that begin with `--`, quotes and escapes taken out. */
  readonly flags: readonly Piece[];
  /** The rest of the line, trimmed. */
  readonly rest: Piece;
}

/** Splits a joined line. */
export function splitInstruction(line: string, escaping: string): SplitLine {
  const start = skipSpace(line, 0);
  const end = skipSpaceBack(line, line.length, start);
  let keywordEnd = start;
  while (keywordEnd < end && !isBlank(line.charCodeAt(keywordEnd))) keywordEnd++;
  const { flags, rest } = splitFlags(line.slice(0, end), keywordEnd, escaping);
  const from = Math.min(skipSpace(line, rest, end), end);
  return { keyword: line.slice(start, keywordEnd), flags, rest: { text: line.slice(from, end), from, to: end } };
}

interface SplitFlags {
  readonly flags: readonly Piece[];
  readonly rest: number;
}

/** The flags in front of the arguments; `--` alone ends them. The builder goes through them byte by byte, and so must we. */
function splitFlags(line: string, from: number, escaping: string): SplitFlags {
  const flags: Piece[] = [];
  const first = skipSpace(line, from);
  if (!line.startsWith('--', first)) return { flags, rest: first };
  const { codes, places } = utf8Bytes(line, from);
  const placeOf = (at: number) => places[at] ?? line.length;
  const escapeCode = escaping.charCodeAt(0);
  let word = '';
  let start = 0;
  let quoted = false;
  let quote = 0;
  let inWord = false;
  for (let at = 0; at < codes.length; at++) {
    let code = codes[at] ?? 0;
    if (!inWord) {
      if (isSpace(code)) continue;
      if (code !== 45 || codes[at + 1] !== 45) return { flags, rest: placeOf(at) };
      inWord = true;
      start = at;
    }
    if (quote === 0 && isSpace(code)) {
      inWord = false;
      if (word === '--') return { flags, rest: placeOf(at) };
      if (quoted || word !== '') flags.push({ text: word, from: placeOf(start), to: placeOf(at) });
      word = '';
      quoted = false;
      continue;
    }
    if (quote === 0 && (code === 34 || code === 39)) {
      quote = code;
      quoted = true;
      continue;
    }
    if (quote !== 0 && code === quote) {
      quote = 0;
      continue;
    }
    if (code === escapeCode) {
      if (at + 1 === codes.length) continue;
      code = codes[++at] ?? 0;
    }
    word += String.fromCharCode(code);
  }
  if (inWord && word !== '--' && (quoted || word !== '')) {
    flags.push({ text: word, from: placeOf(start), to: line.length });
  }
  return { flags, rest: line.length };
}

/** Words between blanks, for FROM, EXPOSE, COPY and the like. */
export function blankWords(rest: Piece): Piece[] {
  const words: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= rest.text.length; at++) {
    if (at < rest.text.length && !isBlank(rest.text.charCodeAt(at))) continue;
    if (at > from) words.push(pieceOf(rest, from, at));
    from = at + 1;
  }
  return words;
}

/** A part of a piece. */
export function pieceOf(piece: Piece, from: number, to: number): Piece {
  return { text: piece.text.slice(from, to), from: piece.from + from, to: piece.from + to };
}

/** Words between white space, where quotes and escapes hold words together and stay in them: for ENV, LABEL and ARG. */
export function quotedWords(rest: Piece, escaping: string): Piece[] {
  const words: Piece[] = [];
  const { text } = rest;
  let word = '';
  let start = 0;
  let quoted = false;
  let quote = '';
  let inWord = false;
  const finish = (end: number) => {
    if (quoted || word !== '') words.push({ text: word, from: rest.from + start, to: rest.from + end });
    word = '';
    quoted = false;
    inWord = false;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? '';
    if (!inWord) {
      if (isSpace(text.charCodeAt(at))) continue;
      inWord = true;
      start = at;
    }
    if (quote === '') {
      if (isSpace(text.charCodeAt(at))) {
        finish(at);
        continue;
      }
      if (unit === "'" || unit === '"') {
        quote = unit;
        quoted = true;
      }
    } else if (unit === quote) quote = '';
    if (unit === escaping && quote !== "'") {
      if (at + 1 === text.length) continue;
      word += unit;
      at++;
    }
    word += text[at] ?? '';
  }
  if (inWord) finish(text.length);
  return words;
}
