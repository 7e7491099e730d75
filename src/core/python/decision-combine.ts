// Joining decision diagrams: and, or, not, and whether two have an environment in common. What real machines exclude
// (marker-relations.ts) counts as no environment.
import {
  ALWAYS,
  align,
  copyDiagram,
  type MarkerArena,
  makeNode,
  markerArena,
  NEVER,
  type NodeId,
  nodeOf,
  TOO_LARGE,
  takesWork,
} from './decision-diagram';
import type { TextVariable } from './decision-variable';
import { EXCLUSIONS, RELATED_VARIABLES } from './marker-relations';

type Operation = 'and' | 'or';

/** What holds in both. Where the relations of variables leave nothing of it, it is `NEVER`. */
export function conjunction(arena: MarkerArena, left: NodeId, right: NodeId): NodeId {
  return combine(arena, 'and', left, right, 'related');
}

/** What holds in one of the two at least. Where the relations of variables add all that is missing, it is `ALWAYS`. */
export function disjunction(arena: MarkerArena, left: NodeId, right: NodeId): NodeId {
  return combine(arena, 'or', left, right, 'related');
}

/** Many joined, two by two, so that none grows earlier than it must. */
export function combineAll(arena: MarkerArena, operation: Operation, all: readonly NodeId[]): NodeId {
  const [first, second] = all;
  if (first === undefined) return operation === 'and' ? ALWAYS : NEVER;
  if (second === undefined) return first;
  const half = Math.ceil(all.length / 2);
  const left = combineAll(arena, operation, all.slice(0, half));
  return combine(arena, operation, left, combineAll(arena, operation, all.slice(half)), 'related');
}

function combine(
  arena: MarkerArena,
  operation: Operation,
  left: NodeId,
  right: NodeId,
  relations: 'related' | 'unrelated',
): NodeId {
  if (left === TOO_LARGE || right === TOO_LARGE) return TOO_LARGE;
  const [decisive, neutral] = operation === 'and' ? [NEVER, ALWAYS] : [ALWAYS, NEVER];
  if (left === decisive || right === decisive) return decisive;
  if (left === neutral || left === right) return right;
  if (right === neutral) return left;
  const memo = `${operation} ${relations} ${Math.min(left, right)} ${Math.max(left, right)}`;
  const known = arena.results.get(memo);
  if (known !== undefined) return known;
  const aligned = align(arena, left, right);
  if (aligned === undefined) return decisive;
  const edges: NodeId[] = [];
  for (const [at, edge] of aligned.left.entries()) {
    const joined = combine(arena, operation, edge, aligned.right[at] ?? NEVER, relations);
    if (joined === TOO_LARGE) return TOO_LARGE;
    edges.push(joined);
  }
  let result = makeNode(arena, aligned.variable, aligned.labels, edges);
  if (relations === 'related' && isRelated(arena, left) && isRelated(arena, right)) {
    result = withRelations(arena, operation, result);
  }
  if (result !== TOO_LARGE) arena.results.set(memo, result);
  return result;
}

/** Whether a node asks first for a variable that others are related with; these come first in the order. */
function isRelated(arena: MarkerArena, id: NodeId): boolean {
  const first = nodeOf(arena, id)?.variable;
  return first?.kind === 'text' && RELATED_VARIABLES.has(first.id);
}

function withRelations(arena: MarkerArena, operation: Operation, id: NodeId): NodeId {
  const machines = possibleMachines(arena);
  const asked = operation === 'and' ? id : negation(arena, id);
  const meets = haveCommon(arena, asked, machines);
  if (meets === undefined) return TOO_LARGE;
  return meets ? id : operation === 'and' ? NEVER : ALWAYS;
}

/** Where the diagram of possible machines is drawn, once: it is the same for everybody. */
const drawing = markerArena();

/** What the relations of variables leave possible. */
export function possibleMachines(arena: MarkerArena): NodeId {
  const known = arena.results.get('machines');
  if (known !== undefined) return known;
  const machines = arena === drawing ? drawMachines(arena) : copyDiagram(drawing, possibleMachines(drawing), arena);
  if (machines !== TOO_LARGE) arena.results.set('machines', machines);
  return machines;
}

function drawMachines(arena: MarkerArena): NodeId {
  let machines: NodeId = ALWAYS;
  for (const { variable, value, platforms } of EXCLUSIONS) {
    const unlessHere = valueNode(arena, 'sys_platform', platforms, 'other');
    const unlessThere = valueNode(arena, variable, [value], 'other');
    const apart = combine(arena, 'or', unlessHere, unlessThere, 'unrelated');
    machines = combine(arena, 'and', machines, apart, 'unrelated');
  }
  return machines;
}

/** The environments in which a text has one of the values, which are sorted, or any other. */
export function valueNode(
  arena: MarkerArena,
  id: TextVariable,
  values: readonly string[],
  which: 'these' | 'other',
): NodeId {
  const [here, elsewhere] = which === 'these' ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
  return makeNode(arena, { kind: 'text', id }, { kind: 'text', values }, [elsewhere, ...values.map(() => here)]);
}

/** What holds where this does not. */
export function negation(arena: MarkerArena, id: NodeId): NodeId {
  if (id === TOO_LARGE) return TOO_LARGE;
  if (id === NEVER || id === ALWAYS) return id === NEVER ? ALWAYS : NEVER;
  const node = nodeOf(arena, id);
  const memo = `not ${id}`;
  const known = arena.results.get(memo);
  if (known !== undefined || node === undefined) return known ?? id;
  const edges = node.edges.map((edge) => negation(arena, edge));
  const result = makeNode(arena, node.variable, node.labels, edges);
  if (result !== TOO_LARGE) arena.results.set(memo, result);
  return result;
}

/** Whether there is an environment in both, without building the diagram of both; undefined if that is too much work. */
export function haveCommon(arena: MarkerArena, left: NodeId, right: NodeId): boolean | undefined {
  if (left === TOO_LARGE || right === TOO_LARGE) return undefined;
  if (left === NEVER || right === NEVER) return false;
  if (left === ALWAYS || right === ALWAYS || left === right) return true;
  const memo = `meets ${Math.min(left, right)} ${Math.max(left, right)}`;
  const known = arena.results.get(memo);
  if (known !== undefined) return known === ALWAYS;
  const aligned = align(arena, left, right);
  if (aligned === undefined) return false;
  if (!takesWork(arena, aligned.left.length)) return undefined;
  let result: boolean | undefined = false;
  for (const [at, edge] of aligned.left.entries()) {
    result = haveCommon(arena, edge, aligned.right[at] ?? NEVER);
    if (result !== false) break;
  }
  if (result !== undefined) arena.results.set(memo, result ? ALWAYS : NEVER);
  return result;
}
