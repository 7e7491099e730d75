// Reading markers: the dependency specifiers specification (PEP 508), "Grammar", by recursive descent over a cursor.
import { Cursor } from './cursor';
import type { Marker, MarkerComparison, MarkerOperand, MarkerOperator, MarkerVariable } from './marker';
import { MARKER_VARIABLES } from './marker';
import { readQuotedText } from './marker-string';
import { normalizeName } from './name';
import { type Parsed, type Part, type PartSink, type Problem, partAt, problemAt } from './problem';

export type MarkerPart = 'variable' | 'operator' | 'text' | 'boolean' | 'parenthesis';

/** How deep parentheses may be nested, as in the reference implementation. Reading, writing and evaluating go as deep. */
export const MAX_MARKER_DEPTH = 200;

/**
 * Reads a marker ("Grammar"). Old spellings of variables are taken as the names of today, quoted names of extras and
 * groups come in normal form (PEP 685).
 *
 * Problems: `marker/operand`, `marker/operator`, `marker/quoted-text`, `marker/parenthesis`, `marker/too-deep`,
 * `marker/unexpected`. Reading stops at the first one; the parts before it are given.
 *
 * @example parseMarker("python_version > '3.8' or").problems.map((problem) => problem.at) // → [{ start: 25, end: 25 }]
 */
export function parseMarker(text: string): Parsed<Marker, MarkerPart> {
  const cursor = new Cursor(text);
  const parts: Part<MarkerPart>[] = [];
  const read = readMarker(cursor, parts);
  if (read.problem !== undefined) return { value: undefined, parts, problems: [read.problem] };
  if (cursor.done) return { value: read.marker, parts, problems: [] };
  const message = 'The marker ends before this: join two comparisons by “and” or “or”.';
  const problem = problemAt('marker/unexpected', cursor.at, text.length, message);
  return { value: undefined, parts, problems: [problem] };
}

export type MarkerReading =
  | { readonly marker: Marker; readonly problem?: never }
  | { readonly problem: Problem; readonly marker?: never };

/** Reads the marker at the cursor, up to where it cannot go on. */
export function readMarker(cursor: Cursor, parts: PartSink<MarkerPart>, depth = 0): MarkerReading {
  const any: Marker[] = [];
  let all: Marker[] = [];
  for (;;) {
    const atom = readAtom(cursor, parts, depth);
    if (atom.problem !== undefined) return atom;
    all.push(atom.marker);
    const from = cursor.at;
    const word = cursor.takeWord(['or', 'and']);
    if (word !== undefined) parts.push(partAt('boolean', cursor.text, from, cursor.at));
    if (word === 'and') continue;
    any.push(joined('and', all));
    all = [];
    if (word === undefined) break;
  }
  return { marker: joined('or', any) };
}

function joined(kind: 'and' | 'or', markers: readonly Marker[]): Marker {
  const first = markers[0];
  const last = markers[markers.length - 1];
  if (first === undefined || last === undefined) throw new RangeError('a marker has one comparison at least');
  if (markers.length === 1) return first;
  const at = { start: first.at.start, end: last.at.end };
  return kind === 'and' ? { kind, all: markers, at } : { kind, any: markers, at };
}

/** A marker in parentheses or one comparison, and the blanks around it. */
function readAtom(cursor: Cursor, parts: PartSink<MarkerPart>, depth: number): MarkerReading {
  cursor.skipBlanks();
  const start = cursor.at;
  if (!cursor.take('(')) {
    const comparison = readComparison(cursor, parts);
    if (comparison.problem === undefined) cursor.skipBlanks();
    return comparison;
  }
  parts.push(partAt('parenthesis', cursor.text, start, cursor.at));
  if (depth >= MAX_MARKER_DEPTH) {
    const message = `Parentheses are nested more than ${MAX_MARKER_DEPTH} deep: write the marker with fewer of them.`;
    return { problem: problemAt('marker/too-deep', start, cursor.at, message) };
  }
  const read = readMarker(cursor, parts, depth + 1);
  if (read.problem !== undefined) return read;
  cursor.skipBlanks();
  if (!cursor.take(')')) {
    const message = 'This parenthesis is not closed: write “)” after the marker in it.';
    return { problem: problemAt('marker/parenthesis', start, start + 1, message) };
  }
  const end = cursor.at;
  parts.push(partAt('parenthesis', cursor.text, end - 1, end));
  cursor.skipBlanks();
  // Parentheses around one comparison, or around parentheses, say nothing.
  if (read.marker.kind === 'comparison' || read.marker.kind === 'group') return read;
  return { marker: { kind: 'group', inner: read.marker, at: { start, end } } };
}

function readComparison(
  cursor: Cursor,
  parts: PartSink<MarkerPart>,
): { marker: MarkerComparison; problem?: never } | { problem: Problem } {
  const left = readOperand(cursor, parts);
  if (left.problem !== undefined) return left;
  cursor.skipBlanks();
  const operator = readOperator(cursor, parts);
  if (operator.problem !== undefined) return operator;
  cursor.skipBlanks();
  const right = readOperand(cursor, parts);
  if (right.problem !== undefined) return right;
  const at = { start: left.operand.at.start, end: right.operand.at.end };
  return {
    marker: withNormalizedExtra({ kind: 'comparison', ...sides(left, right), operator: operator.operator, at }),
  };
}

function sides(left: { operand: MarkerOperand }, right: { operand: MarkerOperand }) {
  return { left: left.operand, right: right.operand };
}

/** Old spellings of variables, and what they are called now ("Environment Markers", note on legacy names). */
const LEGACY_VARIABLES: Readonly<Record<string, MarkerVariable>> = {
  'os.name': 'os_name',
  'sys.platform': 'sys_platform',
  'platform.version': 'platform_version',
  'platform.machine': 'platform_machine',
  'platform.python_implementation': 'platform_python_implementation',
  python_implementation: 'platform_python_implementation',
};

const VARIABLE_SPELLINGS: readonly string[] = [...MARKER_VARIABLES, ...Object.keys(LEGACY_VARIABLES)];
const VARIABLES_BY_SPELLING = new Map<string, MarkerVariable>([
  ...MARKER_VARIABLES.map((variable) => [variable, variable] as const),
  ...Object.entries(LEGACY_VARIABLES),
]);

function readOperand(
  cursor: Cursor,
  parts: PartSink<MarkerPart>,
): { operand: MarkerOperand; problem?: never } | { problem: Problem; operand?: never } {
  const start = cursor.at;
  const quote = cursor.text[start];
  if (quote === '"' || quote === "'") {
    const close = cursor.text.indexOf(quote, start + 1);
    const end = close === -1 ? cursor.text.length : close + 1;
    const text = close === -1 ? undefined : readQuotedText(cursor.text.slice(start + 1, close));
    if (text === undefined) {
      const message =
        close === -1
          ? `This text is not closed: write ${quote} after it.`
          : 'Quoted text stands on one line, and a backslash in it begins an escape of Python.';
      return { problem: problemAt('marker/quoted-text', start, end, message) };
    }
    cursor.at = end;
    parts.push(partAt('text', cursor.text, start, end));
    return { operand: { kind: 'text', text, at: { start, end } } };
  }
  const variable = VARIABLES_BY_SPELLING.get(cursor.takeWord(VARIABLE_SPELLINGS) ?? '');
  if (variable === undefined) {
    const end = cursor.done ? start : cursor.endOfWord();
    const what = cursor.done ? 'Here' : `“${cursor.text.slice(start, Math.min(end, start + 30))}” is neither: here`;
    const message = `${what} stands a marker variable, such as python_version, or text in quotes.`;
    return { problem: problemAt('marker/operand', start, end, message) };
  }
  parts.push(partAt('variable', cursor.text, start, cursor.at));
  return { operand: { kind: 'variable', variable, at: { start, end: cursor.at } } };
}

/** Longer operators stand before those that they begin with. */
const OPERATORS = ['===', '==', '~=', '!=', '<=', '>=', '<', '>'] as const;

function readOperator(
  cursor: Cursor,
  parts: PartSink<MarkerPart>,
): { operator: MarkerOperator; problem?: never } | { problem: Problem; operator?: never } {
  const start = cursor.at;
  const found = takeOperator(cursor);
  if (found !== undefined) {
    parts.push(partAt('operator', cursor.text, start, cursor.at));
    return { operator: found };
  }
  cursor.at = start;
  const message = 'Here stands an operator: one of ==, !=, <=, >=, <, >, ~=, ===, in, not in.';
  return { problem: problemAt('marker/operator', start, cursor.done ? start : cursor.endOfWord(), message) };
}

function takeOperator(cursor: Cursor): MarkerOperator | undefined {
  const word = cursor.takeWord(['in', 'not']);
  if (word === 'in') return 'in';
  if (word === 'not') return cursor.skipBlanks() && cursor.takeWord(['in']) !== undefined ? 'not in' : undefined;
  return OPERATORS.find((operator) => cursor.take(operator));
}

/** Brings the quoted name of an extra or group to normal form (PEP 685), so that equal markers are equal text. */
function withNormalizedExtra(comparison: MarkerComparison): MarkerComparison {
  const { left, right } = comparison;
  if (left.kind === 'variable' && left.variable === 'extra' && right.kind === 'text') {
    return { ...comparison, right: { ...right, text: normalizeName(right.text) } };
  }
  const named = right.kind === 'variable' && ['extra', 'extras', 'dependency_groups'].includes(right.variable);
  if (named && left.kind === 'text') return { ...comparison, left: { ...left, text: normalizeName(left.text) } };
  return comparison;
}
