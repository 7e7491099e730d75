// An instruction between its line and its meaning: keyword, flags and arguments taken apart (buildkit frontend/dockerfile/parser).
// Some instructions are refused here already, before any instruction is understood.
import { cut, isBlank, isSpace } from './characters';
import type { Heredoc } from './heredoc';
import { blankWords, type Piece, pieceOf, quotedWords, type SplitLine, splitInstruction } from './instruction-words';
import type { JoinedLine } from './joined-line';
import { readJsonArray } from './json-array';
import { quote } from './quote';
import type { Refused } from './shell-pattern';
import { utf8Bytes } from './utf8';

/** A pair of ENV or LABEL in the line. */
export interface PairPiece {
  readonly name: string;
  readonly value: string;
  readonly separator: '=' | ' ';
  readonly from: number;
  readonly to: number;
}

/** The arguments of a line as the instruction’s own rules take them apart. */
export interface LineArguments {
  readonly words: readonly Piece[];
  readonly pairs: readonly PairPiece[];
  /** The words are the strings of a JSON array; for HEALTHCHECK, those after the first. */
  readonly json: boolean;
}

/** One instruction of a file, its words not yet understood. */
export interface InstructionLine {
  readonly line: JoinedLine;
  readonly split: SplitLine;
  readonly arguments: LineArguments;
  readonly heredocs: readonly Heredoc[];
  readonly comments: readonly string[];
  /** From 1; the last is that of the last heredoc’s end. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
}

const NOTHING: LineArguments = { words: [], pairs: [], json: false };

/** Takes the arguments apart by the keyword’s rules. */
export function readArguments(split: SplitLine, escaping: string): LineArguments | Refused {
  const { rest } = split;
  switch (split.keyword.toLowerCase()) {
    case 'add':
    case 'copy':
    case 'volume':
      return maybeJson(rest, blankWords);
    case 'arg':
      return { ...NOTHING, words: quotedWords(rest, escaping) };
    case 'cmd':
    case 'entrypoint':
    case 'run':
    case 'shell':
      return maybeJson(rest, whole);
    case 'env':
      return readPairs('ENV', rest, escaping);
    case 'label':
      return readPairs('LABEL', rest, escaping);
    case 'expose':
    case 'from':
      return { ...NOTHING, words: blankWords(rest) };
    case 'healthcheck':
      return readHealthcheck(rest);
    case 'maintainer':
    case 'stopsignal':
    case 'user':
    case 'workdir':
      return { ...NOTHING, words: whole(rest) };
    case 'onbuild':
      return readTriggerLine(rest, escaping);
    default:
      return NOTHING;
  }
}

function whole(rest: Piece): Piece[] {
  return rest.text === '' ? [] : [rest];
}

function maybeJson(rest: Piece, otherwise: (rest: Piece) => Piece[]): LineArguments | Refused {
  const array = readJsonArray(rest);
  if (array.kind === 'strings') return { words: array.strings, pairs: [], json: true };
  if (array.kind === 'no array') return { ...NOTHING, words: otherwise(rest) };
  return { problem: 'when using JSON array syntax, arrays must be comprised of strings only' };
}

/** `name=value …`, or the old form `name value`, whose value is the rest of the line. */
function readPairs(keyword: string, rest: Piece, escaping: string): LineArguments | Refused {
  const words = quotedWords(rest, escaping);
  const [first] = words;
  if (first === undefined) return NOTHING;
  if (!first.text.includes('=')) {
    let end = 0;
    while (end < rest.text.length && !isBlank(rest.text.charCodeAt(end))) end++;
    let start = end;
    while (isBlank(rest.text.charCodeAt(start))) start++;
    if (start === end) return { problem: `${keyword} must have two arguments` };
    const { from, to } = rest;
    return {
      ...NOTHING,
      pairs: [{ name: rest.text.slice(0, end), value: rest.text.slice(start), separator: ' ', from, to }],
    };
  }
  const pairs: PairPiece[] = [];
  for (const { text, from, to } of words) {
    const [name, value] = cut(text, '=');
    if (value === undefined) {
      return { problem: `Syntax error - can't find = in ${quote(text)}. Must be of the form: name=value` };
    }
    pairs.push({ name, value, separator: '=', from, to });
  }
  return { ...NOTHING, pairs };
}

/** `NONE`, or `CMD` and its command; the builder looks for what parts them byte by byte. */
function readHealthcheck(rest: Piece): LineArguments | Refused {
  const { codes, places } = utf8Bytes(rest.text, 0);
  let end = 0;
  while (end < codes.length && !isSpace(codes[end] ?? 0)) end++;
  if (end === 0) return NOTHING;
  let start = end;
  while (start < codes.length && isSpace(codes[start] ?? 0)) start++;
  const type = pieceOf(rest, 0, places[end] ?? 0);
  const command = pieceOf(rest, places[start] ?? 0, rest.text.length);
  const read = maybeJson(withoutHalf(command, places, start), whole);
  if ('problem' in read) return read;
  return { ...read, words: [withHalf(type, places, end), ...read.words] };
}

/** A word that is cut inside a character: each of its first bytes is unreadable on its own. */
function withHalf(word: Piece, places: readonly number[], end: number): Piece {
  let lost = 0;
  while (end - lost > 0 && places[end - lost - 1] === places[end]) lost++;
  return lost === 0 ? word : { ...word, text: word.text + '\ufffd'.repeat(lost) };
}

/** The same for what follows. */
function withoutHalf(word: Piece, places: readonly number[], start: number): Piece {
  const isWhole = start === 0 || places[start - 1] !== places[start];
  if (isWhole) return word;
  let lost = 0;
  while (places[start + lost] === places[start]) lost++;
  const width = (places[start + lost] ?? 0) - (places[start] ?? 0);
  return { ...word, text: '\ufffd'.repeat(lost) + word.text.slice(width) };
}

/** ONBUILD holds a whole instruction, which may be an ONBUILD again: its line must be readable too. */
function readTriggerLine(rest: Piece, escaping: string): LineArguments | Refused {
  if (rest.text === '') return NOTHING;
  const words: Piece[] = [];
  let inner = splitTrigger(rest, escaping);
  for (;;) {
    words.push(inner.keyword);
    if (inner.split.keyword.toLowerCase() !== 'onbuild') break;
    if (inner.split.rest.text === '') return { ...NOTHING, words };
    inner = splitTrigger(inner.split.rest, escaping);
  }
  const read = readArguments(inner.split, escaping);
  return 'problem' in read ? read : { words: [...words, ...read.words], pairs: [], json: read.json };
}

function splitTrigger(rest: Piece, escaping: string): { readonly split: SplitLine; readonly keyword: Piece } {
  const split = splitInstruction(rest.text, escaping);
  const keyword = { text: split.keyword, from: rest.from, to: rest.from + split.keyword.length };
  return { split, keyword };
}

const WITH_HEREDOCS = new Set(['add', 'copy', 'run']);

/** Whether `<<` in this line begins a heredoc: in ADD, COPY and RUN that aren’t JSON, on their own or as a trigger. */
export function canHoldHeredocs(split: SplitLine, read: LineArguments): boolean {
  const isTrigger = split.keyword.toLowerCase() === 'onbuild';
  const keyword = isTrigger ? (read.words[0]?.text ?? '') : split.keyword;
  return WITH_HEREDOCS.has(keyword.toLowerCase()) && !read.json;
}
