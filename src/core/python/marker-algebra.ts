// Marker algebra: markers as the sets of environments in which they hold, as universal resolution needs them (uv docs,
// "Universal resolution"): joined, negated, held against one another. The variables are those of the dependency specifiers
// specification, "Environment Markers"; the interpreter's version is a final release, and what real machines exclude
// (marker-relations.ts) is no environment. In every other environment a set holds exactly if its marker does.
import { combineAll, haveCommon, negation, possibleMachines } from './decision-combine';
import {
  ALWAYS,
  type DecisionNode,
  type MarkerArena,
  makeNode,
  markerArena,
  NEVER,
  type NodeId,
  nodeOf,
  TOO_LARGE,
} from './decision-diagram';
import { diagramOfComparison, diagramOfMarker, type Meaningless } from './decision-of-marker';
import { markerVariableOf } from './decision-variable';
import type { Marker, MarkerComparison } from './marker';
import { comparisonsOf, evaluateMarker, type MarkerContext, type MarkerEnvironment } from './marker-evaluate';
import { compareReleasesOfInterpreter, type InterpreterRelease } from './python-axis';
import { edgeOfText } from './text-order';
import { readVersion } from './version-scan';

/**
 * A set of environments. Sets of one arena that hold the same diagram have the same root. A set that would be too large
 * for the bounds of the algebra is none: whatever is made of it is too large as well, and questions to it have no answer.
 */
export interface MarkerSet {
  readonly arena: MarkerArena;
  readonly root: NodeId;
}

/** A comparison that counts for nothing in marker algebra, and the error that it is when a marker is evaluated. */
export interface IgnoredComparison {
  readonly comparison: MarkerComparison;
  readonly error: Meaningless;
}

/** Runs one operation of the algebra, which has its own measure of work. */
export function measured(arena: MarkerArena, run: () => NodeId): MarkerSet {
  arena.work = 0;
  return { arena, root: run() };
}

/**
 * The environments in which a marker holds ("Environment Markers"), without a marker all. Comparisons that are an error in
 * every environment count for nothing, as in uv: what is left of the marker decides (`ignoredComparisons` tells them).
 *
 * @example isDisjoint(markerSet(parseMarker("python_version < '3.9'").value), markerSet(parseMarker("python_full_version == '3.9.1'").value)) // → true
 */
export function markerSet(marker: Marker | undefined, arena: MarkerArena = markerArena()): MarkerSet {
  return measured(arena, () => (marker === undefined ? ALWAYS : (diagramOfMarker(arena, marker) ?? ALWAYS)));
}

/**
 * The comparisons of a marker that have no meaning in any environment ("Environment Markers"), in the order of the text.
 *
 * @example ignoredComparisons(parseMarker("os_name ~= 'nt' or python_version > '3'").value).map(({ error }) => error) // → ['undefined-comparison']
 */
export function ignoredComparisons(marker: Marker): readonly IgnoredComparison[] {
  const arena = markerArena();
  return comparisonsOf(marker).flatMap((comparison) => {
    arena.work = 0;
    const error = diagramOfComparison(arena, comparison);
    return typeof error === 'string' ? [{ comparison, error }] : [];
  });
}

/**
 * The environments in all of the sets; of no sets, all environments ("Environment Markers", `and`).
 *
 * @example isNever(andMarkers(...["os_name == 'nt'", "sys_platform == 'linux'"].map((text) => markerSet(parseMarker(text).value)))) // → true
 */
export function andMarkers(...sets: readonly MarkerSet[]): MarkerSet {
  return joined('and', sets);
}

/**
 * The environments in one of the sets at least; of no sets, none ("Environment Markers", `or`).
 *
 * @example isAlways(orMarkers(...["os_name == 'nt'", "os_name != 'nt'"].map((text) => markerSet(parseMarker(text).value)))) // → true
 */
export function orMarkers(...sets: readonly MarkerSet[]): MarkerSet {
  return joined('or', sets);
}

function joined(operation: 'and' | 'or', sets: readonly MarkerSet[]): MarkerSet {
  const arena = sets[0]?.arena ?? markerArena();
  return measured(arena, () => {
    const roots = sets.map((set) => rootIn(arena, set));
    return roots.includes(TOO_LARGE) ? TOO_LARGE : combineAll(arena, operation, roots);
  });
}

/**
 * The environments that are not in the set ("Environment Markers").
 *
 * @example markerOf(notMarker(markerSet(parseMarker("python_version < '3.9'").value))).text // → 'python_full_version >= "3.9"'
 */
export function notMarker(set: MarkerSet): MarkerSet {
  return measured(set.arena, () => negation(set.arena, set.root));
}

/**
 * Whether there is no environment in the set; undefined if that is too much work ("Environment Markers").
 *
 * @example isNever(markerSet(parseMarker("python_version > '3.8' and python_version < '3.9'").value)) // → true
 */
export function isNever(set: MarkerSet): boolean | undefined {
  set.arena.work = 0;
  const meets = haveCommon(set.arena, set.root, possibleMachines(set.arena));
  return meets === undefined ? undefined : !meets;
}

/**
 * Whether every environment is in the set; undefined if that is too much work ("Environment Markers").
 *
 * @example isAlways(markerSet(parseMarker("python_version >= '3.9' or python_full_version < '3.9'").value)) // → true
 */
export function isAlways(set: MarkerSet): boolean | undefined {
  return isNever(notMarker(set));
}

/**
 * Whether no environment is in both sets; undefined if that is too much work ("Environment Markers").
 *
 * @example isDisjoint(markerSet(parseMarker("sys_platform == 'win32'").value), markerSet(parseMarker("platform_system == 'Darwin'").value)) // → true
 */
export function isDisjoint(left: MarkerSet, right: MarkerSet): boolean | undefined {
  return isNever(andMarkers(left, right));
}

/**
 * Whether every environment of the left set is in the right one; undefined if that is too much work ("Environment Markers").
 *
 * @example implies(markerSet(parseMarker("python_version == '3.12'").value), markerSet(parseMarker("python_full_version > '3.9.2'").value)) // → true
 */
export function implies(left: MarkerSet, right: MarkerSet): boolean | undefined {
  return isDisjoint(left, notMarker(right));
}

/**
 * Whether both sets are the same environments; undefined if that is too much work ("Environment Markers").
 *
 * @example isSameSet(markerSet(parseMarker("python_version == '3.9'").value), markerSet(parseMarker("python_full_version == '3.9.*'").value)) // → true
 */
export function isSameSet(left: MarkerSet, right: MarkerSet): boolean | undefined {
  if (left.arena === right.arena && left.root === right.root && left.root !== TOO_LARGE) return true;
  const there = implies(left, right);
  return there === true ? implies(right, left) : there;
}

/**
 * Whether an environment is in the set ("Environment Markers"); undefined if the set is too large. A pre-release of the
 * interpreter counts as its release, a comparison that has no meaning there as one that does not hold.
 *
 * @example isInSet(markerSet(parseMarker("python_version >= '3.9' and extra == 'docs'").value), LINUX, { kind: 'metadata', extra: 'Docs' }) // → true
 */
export function isInSet(set: MarkerSet, environment: MarkerEnvironment, context: MarkerContext): boolean | undefined {
  let id = set.root;
  for (;;) {
    const node = nodeOf(set.arena, id);
    if (node === undefined) return id === TOO_LARGE ? undefined : id === ALWAYS;
    id = node.edges[edgeAt(node, environment, context)] ?? NEVER;
  }
}

/** Which edge of a node an environment takes. */
function edgeAt({ variable, labels }: DecisionNode, environment: MarkerEnvironment, context: MarkerContext): number {
  switch (labels.kind) {
    case 'axis': {
      const release = releaseIn(
        environment[variable.kind === 'axis' ? markerVariableOf(variable.id) : 'python_full_version'],
      );
      return edgeOfRelease(labels.cuts, release);
    }
    case 'order':
      return edgeOfText(labels.cuts, variable.kind === 'order' ? environment[variable.id] : '');
    case 'text':
      return labels.values.indexOf(variable.kind === 'text' ? environment[variable.id] : '') + 1;
    case 'fact': {
      if (variable.kind !== 'fact') return 0;
      const result = evaluateMarker(variable.holds, environment, context);
      return result.kind === 'decided' && result.holds ? 1 : 0;
    }
  }
}

/** The number of the edge of a release: how many cuts are not after it. */
export function edgeOfRelease(cuts: readonly InterpreterRelease[], release: InterpreterRelease): number {
  return cuts.filter((cut) => compareReleasesOfInterpreter(cut, release) <= 0).length;
}

/** The release of an interpreter from its version: 3.15.0a1 counts as 3.15.0. */
export function releaseIn(text: string): InterpreterRelease {
  const [major = 0, minor = 0, micro = 0] = readVersion(text)?.release ?? [];
  return [major, minor, micro];
}

/** The set's root in an arena: of another arena's set, its diagram is built anew. */
export function rootIn(arena: MarkerArena, set: MarkerSet): NodeId {
  if (set.arena === arena) return set.root;
  const copies = new Map<NodeId, NodeId>();
  const copy = (id: NodeId): NodeId => {
    const node = nodeOf(set.arena, id);
    const known = copies.get(id);
    if (node === undefined || known !== undefined) return known ?? id;
    const made = makeNode(arena, node.variable, node.labels, node.edges.map(copy));
    copies.set(id, made);
    return made;
  };
  return copy(set.root);
}
