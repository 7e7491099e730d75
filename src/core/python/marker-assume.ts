// Markers under an assumption: what a set comes to if something is known of the environment already, such as the project's
// `requires-python`, an extra, or a machine. uv calls these simplify, complexify and restrict (crates/uv-pep508,
// marker/algebra.rs); the variables are those of the dependency specifiers specification, "Environment Markers".
import { combineAll, conjunction, disjunction, negation, possibleMachines } from './decision-combine';
import {
  ALWAYS,
  type Alignment,
  align,
  type MarkerArena,
  makeNode,
  mapEdges,
  NEVER,
  type NodeId,
  nodeOf,
  TOO_LARGE,
  valueEdge,
} from './decision-diagram';
import { axisNode } from './decision-of-marker';
import { type DecisionVariable, holdsAt, markerVariableOf } from './decision-variable';
import { edgeOfRelease, type MarkerSet, measured, releaseIn, rootIn } from './marker-algebra';
import type { MarkerEnvironment } from './marker-evaluate';
import { SYSTEM_OF_PLATFORM } from './marker-relations';
import { normalizeName } from './name';
import { type InterpreterRelease, nextMinor, releasesOfClause } from './python-axis';
import type { SpecifierSet } from './specifier';
import { clauseAdmits } from './specifier-admits';
import { edgeOfText } from './text-order';
import { readVersion } from './version-scan';

/**
 * The set, in fewer questions, wherever the assumption holds; elsewhere the answer is anything. Laws: the result and the
 * assumption together are the set and the assumption together ("Environment Markers").
 *
 * @example markerOf(assumeMarker(...["os_name == 'nt' and python_version > '3'", "os_name == 'nt'"].map((text) => markerSet(parseMarker(text).value)))).text // → 'python_full_version >= "3.1"'
 */
export function assumeMarker(set: MarkerSet, assumption: MarkerSet): MarkerSet {
  return measured(set.arena, () => assumed(set.arena, set.root, rootIn(set.arena, assumption), 'first'));
}

/**
 * The set without what the project's `requires-python` says anyway: what uv calls simplify. Only releases in the range
 * count, and outside of it the answer is anything ("Environment Markers").
 *
 * @example markerOf(simplifyMarker(markerSet(parseMarker("python_version >= '3.8' and python_version < '3.11'").value), { requiresPython: readSpecifierSet('>=3.8') })).text // → 'python_full_version < "3.11"'
 */
export function simplifyMarker(
  set: MarkerSet,
  { requiresPython }: { readonly requiresPython: SpecifierSet },
): MarkerSet {
  return measured(set.arena, () => assumed(set.arena, set.root, pythonNode(set.arena, requiresPython), 'neighbour'));
}

/**
 * The set together with the project's `requires-python`: the other way round of `simplifyMarker`, what uv calls complexify
 * ("Environment Markers").
 *
 * @example markerOf(complexifyMarker(markerSet(undefined), { requiresPython: readSpecifierSet('>=3.8,<4') })).text // → 'python_full_version >= "3.8" and python_full_version < "4"'
 */
export function complexifyMarker(
  set: MarkerSet,
  { requiresPython }: { readonly requiresPython: SpecifierSet },
): MarkerSet {
  return measured(set.arena, () => conjunction(set.arena, set.root, pythonNode(set.arena, requiresPython)));
}

/**
 * The set where exactly these extras are wanted ("Environment Markers", `extra`; PEP 685 for their names).
 *
 * @example markerOf(fixExtras(markerSet(parseMarker("os_name == 'nt' or extra == 'docs'").value), ['Docs'])).kind // → 'always'
 */
export function fixExtras(set: MarkerSet, extras: readonly string[]): MarkerSet {
  const wanted = new Set<string>(extras.map(normalizeName));
  const key = `extras ${JSON.stringify([...wanted].sort())}`;
  return measured(set.arena, () =>
    mapEdges(set.arena, key, set.root, ({ variable, edges }) => {
      if (variable.kind !== 'fact' || (variable.of !== 'extra' && variable.of !== 'extras')) return undefined;
      // `extra == ''` asks whether no extra is wanted.
      const names = variable.of === 'extra' && wanted.size === 0 ? [''] : [...wanted];
      const holds = variable.of === 'extra' ? names.some((name) => holdsAt(variable, name)) : holdsAt(variable, wanted);
      return edges[holds ? 1 : 0];
    }),
  );
}

/**
 * The environments in which the set holds with some extras or other: what uv calls without_extras ("Environment Markers").
 *
 * @example markerOf(dropExtras(markerSet(parseMarker("os_name == 'nt' and extra == 'docs'").value))).text // → 'os_name == "nt"'
 */
export function dropExtras(set: MarkerSet): MarkerSet {
  return measured(set.arena, () =>
    projected(set.arena, set.root, 'dropped extras', (of) => of !== 'extra' && of !== 'extras'),
  );
}

/**
 * The set where some variables have known values ("Environment Markers"); with all of them, only extras are left to ask.
 *
 * @example markerOf(fixEnvironment(markerSet(parseMarker("os_name == 'nt' or python_version < '3.9'").value), { python_version: '3.8' })).kind // → 'always'
 */
export function fixEnvironment(set: MarkerSet, known: Partial<MarkerEnvironment>): MarkerSet {
  const values = new Map(Object.entries(known));
  const platform = values.get('platform_system');
  const implied = platform === undefined ? undefined : SYSTEM_OF_PLATFORM.get(platform);
  if (implied !== undefined && !values.has('sys_platform')) values.set('sys_platform', implied);
  const release = known.python_full_version === undefined ? undefined : releaseIn(known.python_full_version);
  if (release !== undefined && !values.has('python_version'))
    values.set('python_version', `${release[0]}.${release[1]}`);
  const key = `fixed ${JSON.stringify([...values].sort())}`;
  return measured(set.arena, () => {
    const decided = mapEdges(set.arena, key, set.root, ({ variable, labels, edges }) => {
      const value = values.get(shownVariable(variable));
      if (value === undefined) return undefined;
      if (variable.kind === 'fact') return edges[holdsAt(variable, value) ? 1 : 0];
      if (labels.kind === 'order') return edges[edgeOfText(labels.cuts, value)];
      if (labels.kind === 'text') return edges[labels.values.indexOf(value) + 1];
      return labels.kind === 'axis' ? edges[edgeOfRelease(labels.cuts, releaseIn(value))] : undefined;
    });
    const minor = release === undefined ? known.python_version : undefined;
    return minor === undefined
      ? decided
      : assumed(set.arena, decided, minorNode(set.arena, releaseIn(minor)), 'neighbour');
  });
}

/** The variable of markers that a node asks for. */
function shownVariable(variable: DecisionVariable): string {
  if (variable.kind === 'fact') return variable.of;
  return variable.kind === 'axis' ? markerVariableOf(variable.id) : variable.id;
}

function minorNode(arena: MarkerArena, [major, minor]: InterpreterRelease): NodeId {
  const from: InterpreterRelease = [major, minor, 0];
  const isStart = major === 0 && minor === 0;
  return axisNode(arena, 'python_full_version', {
    fromStart: isStart,
    cuts: isStart ? [nextMinor(from)] : [from, nextMinor(from)],
  });
}

/** The environments whose interpreter a specifier set admits. */
export function pythonNode(arena: MarkerArena, { clauses }: SpecifierSet): NodeId {
  const nodes = clauses.map((clause) => {
    const releases = releasesOfClause(clause, (text) => clauseAdmits(clause, readVersion(text), text), arena.world);
    return axisNode(arena, 'python_full_version', releases);
  });
  return combineAll(arena, 'and', nodes);
}

/**
 * The environments of the set, told by some variables only: for the others, any value will do. What machines exclude is
 * taken out first, so that nothing is told of environments that there are not.
 */
export function projected(arena: MarkerArena, root: NodeId, key: string, keeps: (name: string) => boolean): NodeId {
  const walk = (id: NodeId): NodeId => {
    const node = nodeOf(arena, id);
    const memo = `${key} ${id}`;
    const known = arena.results.get(memo);
    if (node === undefined || known !== undefined) return known ?? id;
    const edges = node.edges.map(walk);
    const { variable, labels } = node;
    const kept = keeps(variable.kind === 'fact' ? variable.of : variable.id);
    const result = kept ? makeNode(arena, variable, labels, edges) : combineAll(arena, 'or', edges);
    if (result !== TOO_LARGE) arena.results.set(memo, result);
    return result;
  };
  return walk(root);
}

/** As `projected`, of the part of the set that there are machines for. */
export function projectedMachines(
  arena: MarkerArena,
  root: NodeId,
  key: string,
  keeps: (name: string) => boolean,
): NodeId {
  return projected(arena, conjunction(arena, root, possibleMachines(arena)), key, keeps);
}

/**
 * Where edges go that an assumption rules out: where the one before goes, so that a stretch of releases loses its borders; or
 * all where the first one goes that it doesn't rule out, so that `3.13.*` between two such edges keeps both of its own.
 */
type RuledOut = 'neighbour' | 'first';

function assumed(arena: MarkerArena, value: NodeId, assumption: NodeId, ruledOut: RuledOut): NodeId {
  if (value === TOO_LARGE || assumption === TOO_LARGE) return TOO_LARGE;
  if (assumption === ALWAYS || value === ALWAYS || value === NEVER) return value;
  if (assumption === NEVER) return NEVER;
  if (value === assumption) return ALWAYS;
  if (value === negation(arena, assumption)) return NEVER;
  const memo = `assume ${ruledOut} ${value} ${assumption}`;
  const known = arena.results.get(memo);
  if (known !== undefined) return known;
  const aligned = align(arena, value, assumption);
  if (aligned === undefined) return value;
  const asked = nodeOf(arena, value)?.variable.id === aligned.variable.id;
  // The value does not ask for what the assumption asks first: anything that it allows for some answer may be.
  const result = asked
    ? makeNode(arena, aligned.variable, aligned.labels, assumedEdges(arena, aligned, ruledOut))
    : assumed(arena, value, anyOf(arena, aligned.right), ruledOut);
  if (result !== TOO_LARGE) arena.results.set(memo, result);
  return result;
}

function anyOf(arena: MarkerArena, edges: readonly NodeId[]): NodeId {
  return [...new Set(edges)].reduce((all, edge) => disjunction(arena, all, edge), NEVER);
}

/** The edges of a value under an assumption. Edges that it rules out go where others go, and so vanish. */
function assumedEdges(
  arena: MarkerArena,
  { variable, labels, left, right }: Alignment,
  ruledOut: RuledOut,
): readonly NodeId[] {
  const edges = left.map((value, at) => {
    const assumption = right[at] ?? NEVER;
    return assumption === NEVER ? undefined : assumed(arena, value, assumption, ruledOut);
  });
  const first = edges.find((edge) => edge !== undefined) ?? NEVER;
  const other = edges[0] ?? first;
  let before = first;
  return edges.map((edge, at) => {
    before = edge ?? (ruledOut === 'first' ? first : before);
    if (edge !== undefined || labels.kind !== 'text') return before;
    const value = labels.values[at - 1];
    return value === undefined ? other : valueEdge(arena, variable, other, value);
  });
}
