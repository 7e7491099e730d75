// entry_points.txt: what a distribution offers by name, commands above all. The format is that of Python's `configparser`,
// with `=` between name and value and names in their letter case. Follows the entry points specification, "File format".
import { type Parsed, type Part, type Problem, problemAt, type Span } from '../problem';
import { isWhiteSpace, skipWhiteSpace, skipWhiteSpaceBack } from '../text';
import { type EntryPoint, readEntryPoint } from './entry-point';

export type EntryPointPart = 'group' | 'name' | 'value' | 'comment';

/** So many problems are told, and no more: past that, the text is something else. */
const MAX_PROBLEMS = 200;

/**
 * Reads entry_points.txt. Comments begin with `#` or `;` and have a line of their own; an indented line continues a value.
 *
 * Problems: `entry-points/group-missing`, `entry-points/group-twice`, `entry-points/group-name`, `entry-points/line`,
 * `entry-points/name-twice`, `entry-points/name`, `entry-points/command`, `entry-points/object`, `entry-points/function`,
 * `entry-points/extras`. Follows (Entry points, "File format").
 *
 * @example parseEntryPoints('[console_scripts]\ngreet = greeting.cli:main\n').value[0].attribute // → 'main'
 */
export function parseEntryPoints(text: string): Parsed<readonly EntryPoint[], EntryPointPart> {
  const reading = new Reading(text);
  let at = 0;
  while (at < text.length) at = reading.takeLine(at);
  reading.closeValue();
  const { entryPoints, parts, problems } = reading;
  return { value: problems.length === 0 ? entryPoints : undefined, parts, problems };
}

/** A value that may go on in the next line. */
interface OpenValue {
  readonly group: string;
  readonly name: string;
  readonly nameAt: Span;
  readonly start: number;
  end: number;
  /** The lines of it, without white space around them and without comments. */
  readonly lines: string[];
}

class Reading {
  readonly entryPoints: EntryPoint[] = [];
  readonly parts: Part<EntryPointPart>[] = [];
  readonly problems: Problem[] = [];
  private readonly groups = new Map<string, Set<string>>();
  private group: string | undefined;
  private open: OpenValue | undefined;
  /** How far the line was indented that began the value or the group: what is indented more goes on with it. */
  private indentation = 0;

  constructor(private readonly text: string) {}

  /** Reads the line that begins at `start` and gives the place of the next. */
  takeLine(start: number): number {
    const { text } = this;
    let lineEnd = start;
    while (lineEnd < text.length && text[lineEnd] !== '\n' && text[lineEnd] !== '\r') lineEnd++;
    const next = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1;
    let from = start;
    while (from < lineEnd && isWhiteSpace(text.charCodeAt(from))) from++;
    const to = skipWhiteSpaceBack(text, lineEnd, from);
    if (from === to) this.open?.lines.push('');
    else if (text[from] === '#' || text[from] === ';') this.note('comment', from, to);
    else if (this.open !== undefined && from - start > this.indentation) {
      this.open.lines.push(text.slice(from, to));
      this.open.end = to;
    } else {
      this.indentation = from - start;
      this.closeValue();
      this.takeStatement(from, to);
    }
    return next;
  }

  closeValue(): void {
    const { open } = this;
    this.open = undefined;
    if (open === undefined) return;
    this.note('value', open.start, open.end);
    while (open.lines.at(-1) === '') open.lines.pop();
    const { group, name, nameAt, start, end } = open;
    const read = readEntryPoint({ group, name, value: open.lines.join('\n') });
    if (read.problem === undefined) this.entryPoints.push(read.entryPoint);
    else this.report(read.problem.code, read.about === 'name' ? nameAt : { start, end }, read.problem.message);
  }

  private takeStatement(from: number, to: number): void {
    const { text } = this;
    const header = text[from] === '[' ? text.slice(from, to).lastIndexOf(']') : -1;
    if (header > 1) {
      this.takeGroup(from + 1, from + header);
      return;
    }
    const line = { start: from, end: to };
    if (this.group === undefined) {
      this.report(
        'entry-points/group-missing',
        line,
        'Before the first name stands its group, such as [console_scripts].',
      );
      return;
    }
    const equals = text.slice(from, to).indexOf('=');
    const nameEnd = equals === -1 ? from : skipWhiteSpaceBack(text, from + equals, from);
    if (nameEnd === from) {
      this.report('entry-points/line', line, 'A line is name = module:function, or a group in brackets, or a comment.');
      return;
    }
    const name = text.slice(from, nameEnd);
    const nameAt = { start: from, end: nameEnd };
    this.note('name', from, nameEnd);
    const names = this.groups.get(this.group);
    if (names?.has(name)) {
      const message = `The name “${shorten(name)}” is in this group already: a name stands for one object.`;
      this.report('entry-points/name-twice', nameAt, message);
    }
    names?.add(name);
    const start = Math.min(skipWhiteSpace(text, from + equals + 1), to);
    this.open = { group: this.group, name, nameAt, start, end: to, lines: [text.slice(start, to)] };
  }

  private takeGroup(start: number, end: number): void {
    const group = this.text.slice(start, end);
    this.note('group', start, end);
    this.group = group;
    if (this.groups.has(group)) {
      this.report(
        'entry-points/group-twice',
        { start, end },
        `The group [${shorten(group)}] is there already: put its names together.`,
      );
      return;
    }
    this.groups.set(group, new Set());
    if (/^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*$/u.test(group) && group !== 'DEFAULT') return;
    const message =
      group === 'DEFAULT'
        ? 'The reader of this format gives what is in [DEFAULT] to every group: name the groups.'
        : 'The name of a group is letters, digits and “_”, separated by single dots, such as console_scripts.';
    this.report('entry-points/group-name', { start, end }, message);
  }

  private note(kind: EntryPointPart, start: number, end: number): void {
    this.parts.push({ kind, at: { start, end }, text: this.text.slice(start, end) });
  }

  private report(code: string, { start, end }: Span, message: string): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problemAt(code, start, end, message));
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
