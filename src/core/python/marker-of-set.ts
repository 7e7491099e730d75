// Sets of environments written as markers again: or of and of comparisons, in the order and words of uv (crates/uv-pep508,
// marker/simplify.rs), so that a lock file reads the same. Markers as in the dependency specifiers specification,
// "Environment Markers".
import { ALWAYS, type DecisionNode, type MarkerArena, NEVER, type NodeId, nodeOf, TOO_LARGE } from './decision-diagram';
import type { DecisionVariable } from './decision-variable';
import type { Marker, MarkerComparison, MarkerOperator, MarkerVariable } from './marker';
import { formatComparison, formatMarker } from './marker';
import { isNever, type MarkerSet } from './marker-algebra';
import { formatRelease, nameOfStretch, stretchesOf } from './marker-python-range';
import type { InterpreterRelease } from './python-axis';
import { readClause } from './specifier-parse';

/** A set as a marker. A marker that always holds is none, and one that never holds cannot be written plainly. */
export type WrittenSet =
  /** `unwritable`: it needs the opposite of a comparison that has none, such as `platform_release ~= "6.1"`. */
  | { readonly kind: 'always' | 'never' | 'too-large' | 'unwritable' }
  | {
      readonly kind: 'marker';
      /** Made, not read: its places are all 0. */
      readonly marker: Marker;
      readonly text: string;
    };

/** How many alternatives a marker may be written with; joining them looks at every pair. */
const MAX_CLAUSES = 200;

/** What must hold together. The terms of one clause are all different. */
type Clause = readonly Term[];

interface Term {
  readonly comparison: MarkerComparison;
  /** Equal terms have equal text. */
  readonly text: string;
  readonly negated: string;
  readonly rank: number;
  readonly isWritable: boolean;
}

/**
 * Writes a set as a marker, short but not the shortest of all ("Environment Markers"): the same set gives the same text.
 *
 * @example markerOf(markerSet(parseMarker("python_version >= '3.9' and (os_name == 'nt' or os_name != 'nt')").value)).text // → 'python_full_version >= "3.9"'
 */
export function markerOf(set: MarkerSet): WrittenSet {
  const { arena, root } = set;
  if (root === TOO_LARGE) return { kind: 'too-large' };
  if (root === ALWAYS) return { kind: 'always' };
  if (root === NEVER || isNever(set) === true) return { kind: 'never' };
  const clauses: Clause[] = [];
  if (!collectClauses(arena, root, [], clauses)) return { kind: 'too-large' };
  const short = sorted(withoutRedundant(clauses));
  if (short.some((clause) => clause.some(({ isWritable }) => !isWritable))) return { kind: 'unwritable' };
  const marker = joined('or', short.map(conjunctionOf));
  return { kind: 'marker', marker, text: formatMarker(marker) };
}

const NOWHERE = { start: 0, end: 0 } as const;

function conjunctionOf(clause: Clause): Marker {
  return joined(
    'and',
    clause.map(({ comparison }) => comparison),
  );
}

function joined(kind: 'and' | 'or', markers: readonly Marker[]): Marker {
  const [only] = markers;
  if (only !== undefined && markers.length === 1) return only;
  if (kind === 'and') return { kind, all: markers, at: NOWHERE };
  const any = markers.map((inner): Marker => (inner.kind === 'and' ? { kind: 'group', inner, at: NOWHERE } : inner));
  return { kind, any, at: NOWHERE };
}

/** Every path to `ALWAYS` as a clause. Says no if there are too many. */
function collectClauses(arena: MarkerArena, id: NodeId, path: Clause, clauses: Clause[]): boolean {
  if (id === NEVER) return true;
  const node = nodeOf(arena, id);
  if (node === undefined) {
    clauses.push(path);
    return clauses.length <= MAX_CLAUSES;
  }
  // Edges that lead to the same node are told together, in the order of the first of them.
  for (const target of edgesInOrder(node)) {
    if (target === NEVER) continue;
    for (const terms of waysTo(node, target)) {
      if (!collectClauses(arena, target, [...path, ...terms], clauses)) return false;
    }
  }
  return true;
}

function edgesInOrder({ labels, edges }: DecisionNode): readonly NodeId[] {
  return [...new Set(labels.kind === 'fact' ? [...edges].reverse() : edges)];
}

/** The ways in which a node leads to a target: one of these, each of which is all of its terms. */
function waysTo({ variable, labels, edges }: DecisionNode, target: NodeId): readonly (readonly Term[])[] {
  switch (labels.kind) {
    case 'fact':
      return variable.kind === 'fact' ? [[factTerm(variable, edges[1] === target)]] : [];
    case 'text': {
      const values = (isHere: boolean) => labels.values.filter((_, at) => (edges[at + 1] === target) === isHere);
      if (variable.kind === 'fact') return [];
      if (edges[0] === target) return [values(false).map((value) => term(variable, '!=', value))];
      return values(true).map((value) => [term(variable, '==', value)]);
    }
    case 'axis':
      if (variable.kind === 'fact') return [];
      return waysToStretches(variable, labels.cuts, (at) => edges[at] === target);
  }
}

function waysToStretches(
  variable: Exclude<DecisionVariable, { kind: 'fact' }>,
  cuts: readonly InterpreterRelease[],
  leads: (edge: number) => boolean,
): readonly (readonly Term[])[] {
  const gaps = stretchesOf(cuts, (at) => !leads(at));
  const names = gaps.map(({ from, before }) => (from && before ? nameOfStretch(from, before) : undefined));
  // All but single releases, or all but one minor version: != says it shorter than the stretches around.
  if (names.every((name) => name !== undefined) && (names.length === 1 || names.every((name) => !name.endsWith('*')))) {
    return [names.map((name) => term(variable, '!=', name))];
  }
  return stretchesOf(cuts, leads).map(({ from, before }) => {
    const name = from && before ? nameOfStretch(from, before) : undefined;
    if (name !== undefined) return [term(variable, '==', name)];
    const bounds: Term[] = [];
    if (from !== undefined) bounds.push(term(variable, '>=', formatRelease(from)));
    if (before !== undefined) bounds.push(term(variable, '<', formatRelease(before)));
    return bounds;
  });
}

const OPPOSITES: ReadonlyMap<MarkerOperator, MarkerOperator> = new Map([
  ['==', '!='],
  ['!=', '=='],
  ['<', '>='],
  ['>=', '<'],
  ['in', 'not in'],
  ['not in', 'in'],
]);

function term(variable: Exclude<DecisionVariable, { kind: 'fact' }>, operator: MarkerOperator, text: string): Term {
  const left = { kind: 'variable', variable: variable.id, at: NOWHERE } as const;
  const right = { kind: 'text', text, at: NOWHERE } as const;
  const comparison: MarkerComparison = { kind: 'comparison', left, operator, right, at: NOWHERE };
  const plain = { text: formatComparison(comparison), negated: opposite(comparison), rank: rank(variable.id) };
  const isOfText = variable.id !== 'platform_release' || readClause(operator + text) === undefined;
  if (isOfText) return { ...plain, comparison, isWritable: true };
  // `platform_release == "3.*"` compares versions; `>= "3.*"`, which no version clause is, has the text in mind.
  return { ...plain, comparison: { ...comparison, operator: '>=' }, isWritable: operator === '==' };
}

function opposite(comparison: MarkerComparison): string {
  return formatComparison({ ...comparison, operator: OPPOSITES.get(comparison.operator) ?? comparison.operator });
}

function factTerm({ of, holds }: Extract<DecisionVariable, { kind: 'fact' }>, isTrue: boolean): Term {
  // Where a release of the system is no version, neither a comparison with a version holds nor its opposite.
  const hasOpposite = of !== 'platform_release' || holds.operator === 'in';
  const operator = OPPOSITES.get(holds.operator);
  const there = { ...holds, at: NOWHERE };
  const [text, negated] = [formatComparison(there), hasOpposite ? opposite(there) : `not ${formatComparison(there)}`];
  if (isTrue) return { comparison: there, text, negated, rank: rank(of), isWritable: true };
  const comparison = operator === undefined ? there : { ...there, operator };
  return { comparison, text: negated, negated: text, rank: rank(of), isWritable: hasOpposite };
}

/** The order of comparisons in a clause. */
const WRITTEN_ORDER: readonly MarkerVariable[] = [
  'implementation_version',
  'python_full_version',
  'python_version',
  'implementation_name',
  'os_name',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_system',
  'platform_version',
  'sys_platform',
  'extras',
  'dependency_groups',
  'extra',
];

function rank(variable: MarkerVariable): number {
  return WRITTEN_ORDER.indexOf(variable);
}

/**
 * Clauses with terms left out that say nothing, and without clauses that another one contains. The paths of a diagram
 * exclude one another: of `a or b` they are `a` and `not a and b`, where `not a` says nothing.
 */
function withoutRedundant(clauses: readonly Clause[]): readonly Clause[] {
  const short = clauses.map((clause) => new Map(clause.map((each) => [each.text, each])));
  // A term that one clause loses may make one of another redundant.
  while (dropRedundantTerms(short)) {}
  const contained = new Set<ReadonlyMap<string, Term>>();
  for (const clause of short) {
    const holder = short.find(
      (other) => other !== clause && !contained.has(other) && [...other.keys()].every((text) => clause.has(text)),
    );
    if (holder !== undefined) contained.add(clause);
  }
  return short.filter((clause) => !contained.has(clause)).map((clause) => [...clause.values()]);
}

/** Takes terms out of clauses that do not change what all clauses together say, and tells whether there were any. */
function dropRedundantTerms(short: readonly Map<string, Term>[]): boolean {
  let isChanged = false;
  for (const clause of short) {
    const dropped: string[] = [];
    for (const [text, { negated }] of clause) {
      // Another clause says the same with the term negated: then it does not matter which of the two holds.
      const isRedundant = short.some(
        (other) =>
          other !== clause &&
          !other.has(text) &&
          [...other.keys()].every((each) => each === negated || (clause.has(each) && !dropped.includes(each))),
      );
      if (isRedundant) dropped.push(text);
    }
    for (const text of dropped) clause.delete(text);
    isChanged ||= dropped.length > 0;
  }
  return isChanged;
}

/** Terms by the order of their variables, and clauses by those of their terms; else they stay as they were. */
function sorted(clauses: readonly Clause[]): readonly Clause[] {
  const inner = clauses.map((clause) => [...clause].sort((left, right) => left.rank - right.rank));
  return inner.sort((left, right) => {
    for (const [at, { rank: own }] of left.entries()) {
      const other = right[at]?.rank;
      if (other === undefined) return 1;
      if (own !== other) return own - other;
    }
    return left.length - right.length;
  });
}
