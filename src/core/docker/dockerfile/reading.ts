// What the readers of instructions are given and give back: a line taken apart, what all instructions have, and a way to refuse.
import { cut, trimSpace } from './characters';
import type { CommandLine } from './command-line';
import type { Written } from './instruction';
import type { InstructionLine } from './instruction-line';
import type { Piece } from './instruction-words';
import { endOffsetAt, offsetAt } from './joined-line';
import { type LineStarts, type Stretch, stretchOf } from './place';
import type { DockerfileProblem } from './problem';
import { type FlagKind, type FlagValues, readFlags } from './read-flags';
import type { Word } from './word';

/** A line that is being read as an instruction. */
export interface Reading {
  readonly line: InstructionLine;
  readonly places: LineStarts;
  readonly written: Written;
  /** The arguments, in the order written. */
  readonly words: readonly Piece[];
}

/** An instruction that the builder refuses: `at` is the part at fault, without it the whole instruction. */
export interface Refusal {
  readonly code: string;
  readonly problem: string;
  readonly at?: Piece;
}

/** Begins to read a line. */
export function readingOf(line: InstructionLine, places: LineStarts): Reading {
  const { split, heredocs, comments } = line;
  const written = {
    keyword: split.keyword,
    at: stretchOf(places, line.start, line.end),
    code: trimSpace(line.line.text),
    flags: split.flags.map((piece) => {
      const [name, value] = cut(piece.text, '=');
      return { name: name.slice(2), value, at: stretchIn(line, places, piece) };
    }),
    heredocs,
    comments,
  };
  return { line, places, written, words: line.arguments.words };
}

function stretchIn(line: InstructionLine, places: LineStarts, piece: { from: number; to: number }): Stretch {
  return stretchOf(places, offsetAt(line.line, piece.from), endOffsetAt(line.line, piece.to));
}

/** Where a part of the line stands in the file. */
export function stretchOfPiece(reading: Reading, piece: { readonly from: number; readonly to: number }): Stretch {
  return stretchIn(reading.line, reading.places, piece);
}

/** A piece of the line as a word of the syntax tree. */
export function wordOf(reading: Reading, piece: Piece): Word {
  return { text: piece.text, at: stretchOfPiece(reading, piece) };
}

/** The flags of the instruction against those that it knows. */
export function flagsOf(reading: Reading, known: Readonly<Record<string, FlagKind>>): FlagValues | Refusal {
  return readFlags(reading.line.split.flags, known);
}

/** An instruction that knows no flags: a refusal if there is one. */
export function refuseFlags(reading: Reading): Refusal | undefined {
  const flags = flagsOf(reading, {});
  return 'problem' in flags ? flags : undefined;
}

/** The words as a command: JSON is the exec form, everything else the text of the shell form. */
export function commandOf(reading: Reading, words: readonly Piece[]): CommandLine {
  const texts = words.map(({ text }) => text);
  return reading.line.arguments.json ? { form: 'exec', argv: texts } : { form: 'shell', text: texts.join(' ') };
}

/** A refusal as a problem of the file, worded and placed as the builder does. */
export function problemOf(reading: Reading, refusal: Refusal): DockerfileProblem {
  const { firstLine } = reading.line;
  return {
    code: `dockerfile/${refusal.code}`,
    found: 'instruction',
    message: refusal.problem,
    builderMessage: `dockerfile parse error on line ${firstLine}: ${refusal.problem}`,
    line: firstLine,
    at: refusal.at === undefined ? reading.written.at : stretchOfPiece(reading, refusal.at),
  };
}

/** The sentences about the number of arguments. */
export function needsOne(keyword: string): Refusal {
  return { code: 'argument-count', problem: `${keyword} requires exactly one argument` };
}

export function needsSome(keyword: string): Refusal {
  return { code: 'argument-count', problem: `${keyword} requires at least one argument` };
}
