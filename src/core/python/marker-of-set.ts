// Sets of environments written as markers again: or of and of comparisons, in the order and words of uv (crates/uv-pep508,
// marker/simplify.rs) up to 0.13.8, so that a lock file reads the same; since 0.13.9 uv takes out of the clauses what they
// share. Markers as in the dependency specifiers specification, "Environment Markers".
import { combineAll, haveCommon, negation } from './decision-combine';
import { ALWAYS, type DecisionNode, type MarkerArena, NEVER, type NodeId, nodeOf, TOO_LARGE } from './decision-diagram';
import { diagramOfComparison } from './decision-of-marker';
import type { Marker } from './marker';
import { formatMarker } from './marker';
import { isNever, type MarkerSet } from './marker-algebra';
import { NOWHERE, type Term, waysTo } from './marker-term';

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

/** How many pairs of terms are looked at to write a marker shorter; one with more terms is written as it is. */
const MAX_COMPARED = 4000;

/** What must hold together. */
type Clause = readonly Term[];

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
  const short = sorted(withoutRedundant(arena, root, clauses));
  if (short.some((clause) => clause.some(({ isNegated }) => isNegated))) return { kind: 'unwritable' };
  const marker = joined('or', short.map(conjunctionOf));
  return { kind: 'marker', marker, text: formatMarker(marker) };
}

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
    for (const terms of waysTo(node, target, arena.world)) {
      if (!collectClauses(arena, target, [...path, ...terms], clauses)) return false;
    }
  }
  return true;
}

function edgesInOrder({ labels, edges }: DecisionNode): readonly NodeId[] {
  return [...new Set(labels.kind === 'fact' ? [...edges].reverse() : edges)];
}

/**
 * Clauses with terms left out that are not needed, and without clauses that the others make superfluous. The paths of a
 * diagram exclude one another: of `a or b` they are `a` and `not a and b`, where `not a` is not needed, for `b` alone lies
 * within the set too. What is too much work to be sure of stays.
 */
function withoutRedundant(arena: MarkerArena, root: NodeId, clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.reduce((sum, { length }) => sum + length * length, 0) > MAX_COMPARED) return clauses;
  const outside = negation(arena, root);
  const short = new Map<string, { readonly clause: Clause; readonly node: NodeId }>();
  for (const clause of clauses) {
    let kept = clause.map((each) => ({ each, node: nodeOfTerm(arena, each) }));
    for (const { each } of [...kept]) {
      const without = kept.filter((other) => other.each !== each);
      const rest = combineAll(
        arena,
        'and',
        without.map(({ node }) => node),
      );
      if (haveCommon(arena, rest, outside) === false) kept = without;
    }
    const node = combineAll(
      arena,
      'and',
      kept.map((term) => term.node),
    );
    const terms = kept.map(({ each }) => each);
    short.set(JSON.stringify(terms.map(({ text }) => text).sort()), { clause: terms, node });
  }
  for (const [key, { node }] of short) {
    const others = [...short].flatMap(([other, each]) => (other === key ? [] : [each.node]));
    const uncovered = negation(arena, combineAll(arena, 'or', others));
    if (haveCommon(arena, node, uncovered) === false) short.delete(key);
  }
  return [...short.values()].map(({ clause }) => clause);
}

/** The environments in which a term holds. */
function nodeOfTerm(arena: MarkerArena, { comparison, isNegated }: Term): NodeId {
  const node = diagramOfComparison(arena, comparison);
  if (typeof node === 'string') return TOO_LARGE;
  return isNegated ? negation(arena, node) : node;
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
