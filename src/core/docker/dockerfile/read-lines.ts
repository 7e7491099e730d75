// From the text of a Dockerfile to its instructions’ lines: directives, comments, continuations, heredocs (buildkit
// frontend/dockerfile/parser, Parse). What is refused here, the builder finds before it understands any instruction.

import { skipSpace } from './characters';
import { commentText, isComment, isEmptyLine, readDirective } from './directives';
import type { Directive } from './dockerfile';
import type { Heredoc } from './heredoc';
import { chompTabs, type HeredocSign, heredocSigns } from './heredoc-signs';
import { canHoldHeredocs, type InstructionLine, readArguments } from './instruction-line';
import { splitInstruction } from './instruction-words';
import { joinLine } from './joined-line';
import { LINE_LIMIT, type PhysicalLine, physicalLines } from './physical-lines';
import { type LineStarts, stretchOf } from './place';
import type { DockerfileProblem } from './problem';
import type { Refusal } from './reading';

export interface FileLines {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly instructions: readonly InstructionLine[];
  /** The lines that the builder names where an instruction had blank lines inside it. */
  readonly emptyContinuations: readonly number[];
  readonly problems: readonly DockerfileProblem[];
}

/** Reads the lines of a Dockerfile. */
export function readLines(text: string, places: LineStarts): FileLines {
  const reader = new LineReader(text, places);
  reader.read();
  return reader;
}

class LineReader implements FileLines {
  escape: '\\' | '`' = '\\';
  readonly directives: Directive[] = [];
  readonly instructions: InstructionLine[] = [];
  readonly emptyContinuations: number[] = [];
  readonly problems: DockerfileProblem[] = [];
  readonly #lines: readonly PhysicalLine[];
  readonly #tooLong: PhysicalLine | undefined;
  /** How many lines are read. */
  #at = 0;
  #comments: string[] = [];
  #directivesOver = false;

  constructor(
    readonly text: string,
    readonly places: LineStarts,
  ) {
    const { lines, tooLong } = physicalLines(text);
    this.#lines = lines;
    this.#tooLong = tooLong;
  }

  read(): void {
    while (this.#at < this.#lines.length) this.#readOne();
    const { length } = this.text;
    if (this.instructions.length === 0 && this.problems.length === 0) {
      this.#refuse('no-instructions', 'file with no instructions', this.#at, 0, length);
    } else if (this.#tooLong !== undefined) {
      const message = `dockerfile line greater than max allowed size of ${LINE_LIMIT}`;
      this.#refuse('line-too-long', message, this.#at, this.#tooLong.start, this.#tooLong.end);
    }
  }

  /** A problem where the builder names `line`; 0 is none. */
  #refuse(code: string, message: string, line: number, start: number, end: number): void {
    this.problems.push({
      code: `dockerfile/${code}`,
      found: 'lines',
      message,
      builderMessage: message,
      line: line === 0 ? undefined : line,
      at: stretchOf(this.places, start, end),
    });
  }

  #textOf(line: PhysicalLine): string {
    return this.text.slice(line.start, line.end);
  }

  /** A comment, a directive, an empty line, or an instruction with all that belongs to it. */
  #readOne(): void {
    const line = this.#lines[this.#at++];
    if (line === undefined) return;
    const whole = this.#textOf(line);
    const start = skipSpace(whole, 0);
    const trimmed = whole.slice(start);
    const isDirective = this.#readDirective(trimmed, line.start + start, line.end);
    if (isComment(whole)) {
      if (isDirective) return;
      const comment = commentText(whole);
      if (comment === '') this.#comments = [];
      else this.#comments.push(comment);
      return;
    }
    if (trimmed !== '') this.#readInstruction(line, line.start + start);
  }

  #readDirective(line: string, start: number, end: number): boolean {
    if (this.#directivesOver) return false;
    const read = readDirective(line, new Set(this.directives.map(({ name }) => name)));
    if (read.kind === 'end') {
      this.#directivesOver = true;
      return false;
    }
    if (read.kind === 'again') {
      this.#refuse('directive-twice', `only one ${read.name} parser directive can be used`, this.#at - 1, start, end);
      return false;
    }
    const { name, value } = read.directive;
    this.directives.push({ name, value, at: stretchOf(this.places, start, end) });
    if (name !== 'escape') return true;
    if (value === '\\' || value === '`') this.escape = value;
    else {
      const message = `invalid escape token '${value}' does not match \` or \\`;
      this.#refuse('escape-token', message, this.#at - 1, start, end);
    }
    return true;
  }

  /** Where the text of a line ends if it goes on on the next one, else undefined. */
  #continuation(line: PhysicalLine, start: number): number | undefined {
    let end = line.end;
    while (end > start && (this.text[end - 1] === ' ' || this.text[end - 1] === '\t')) end--;
    const isEscape = end > start && this.text[end - 1] === this.escape;
    // An escape character that is escaped itself ends the line.
    if (!isEscape || (end - 1 > start && this.text[end - 2] === this.escape)) return undefined;
    return end - 1;
  }

  #readInstruction(first: PhysicalLine, start: number): void {
    const firstLine = this.#at;
    const comments = this.#comments;
    this.#comments = [];
    const stretches: [number, number][] = [];
    let hasEmpty = false;
    let line: PhysicalLine | undefined = first;
    let from = start;
    while (line !== undefined) {
      const whole = this.#textOf(line);
      const isFirst = line === first;
      if (isFirst || (!isComment(whole) && !isEmptyLine(whole))) {
        const end = this.#continuation(line, from);
        stretches.push([from, end ?? line.end]);
        if (end === undefined) break;
      } else if (!isComment(whole)) hasEmpty = true;
      line = this.#lines[this.#at];
      if (line !== undefined) this.#at++;
      from = line?.start ?? 0;
    }
    if (hasEmpty) this.emptyContinuations.push(this.#at);
    this.#finish(joinLine(this.text, stretches), firstLine, start, comments);
  }

  #finish(line: InstructionLine['line'], firstLine: number, start: number, comments: readonly string[]): void {
    const read = this.#takeApart(line);
    const end = this.#lines[this.#at - 1]?.end ?? start;
    if ('problem' in read) this.#refuse(read.code, read.problem, firstLine, start, end);
    else this.instructions.push({ line, ...read, comments, firstLine, lastLine: this.#at, start, end });
  }

  #takeApart(line: InstructionLine['line']): Pick<InstructionLine, 'split' | 'arguments' | 'heredocs'> | Refusal {
    const split = splitInstruction(line.text, this.escape);
    const read = readArguments(split, this.escape);
    if ('problem' in read) return { code: 'arguments', ...read };
    const signs = canHoldHeredocs(split, read) ? heredocSigns(line.text) : [];
    if ('problem' in signs) return { code: 'heredoc-name', ...signs };
    const heredocs: Heredoc[] = [];
    for (const sign of signs) {
      const heredoc = this.#readHeredoc(sign);
      if (heredoc === undefined) return { code: 'unterminated-heredoc', problem: 'unterminated heredoc' };
      heredocs.push(heredoc);
    }
    return { split, arguments: read, heredocs };
  }

  #readHeredoc(sign: HeredocSign): Heredoc | undefined {
    const start = this.#lines[this.#at]?.start ?? this.text.length;
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at++];
      if (line === undefined) break;
      const ending = this.#textOf(line);
      if ((sign.chomp ? chompTabs(ending) : ending) !== sign.name) continue;
      return { ...sign, content: this.text.slice(start, line.start), at: stretchOf(this.places, start, line.start) };
    }
    return undefined;
  }
}
