// An instruction between its line and its meaning: keyword, flags and arguments taken apart (buildkit frontend/dockerfile/parser).
// Some instructions are refused here already, before any instruction is understood.
import { cut, isBlank, isSpace } from './characters';
import type { Heredoc } from './heredoc';
import { blankWords, type Piece, pieceOf, quotedWords, type SplitLine, splitInstruction } from './instruction-words';
import type { JoinedLine } from './joined-line';
import { readJsonArray } from './json-array';
import { quote } from './quote';
import type { Refused } from './shell-pattern';

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
  const { text } = rest;
  let end = 0;
  while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
  if (end === 0) return NOTHING;
  let start = end;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  const command = maybeJson(pieceOf(rest, start, text.length), whole);
  if ('problem' in command) return command;
  return { ...command, words: [pieceOf(rest, 0, end), ...command.words] };
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
