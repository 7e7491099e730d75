// The decision diagram of a marker: each comparison as a node, and these joined as the marker says. Follows the dependency
// specifiers specification, "Environment Markers", by asking the evaluator (marker-evaluate.ts) itself
// what a comparison says of a value.
import { combineAll, negation, valueNode } from './decision-combine';
import { ALWAYS, type MarkerArena, makeNode, NEVER, type NodeId, TOO_LARGE } from './decision-diagram';
import { type AxisVariable, factOf, type OrderVariable, type TextVariable } from './decision-variable';
import {
  MARKER_VARIABLES,
  type Marker,
  type MarkerComparison,
  type MarkerOperator,
  type MarkerVariable,
} from './marker';
import { type ComparisonSubject, comparisonHolds, subjectOf } from './marker-evaluate';
import { SYSTEM_OF_PLATFORM } from './marker-relations';
import { type AxisSet, releasesOf } from './python-axis';
import { readClause } from './specifier-parse';
import { textsThatCompare } from './text-order';

/** Why a comparison counts for nothing in marker algebra: the errors of evaluation that no environment is free of. */
export type Meaningless = 'undefined-comparison' | 'undefined-name';

/** The diagram of a marker; undefined if none of its comparisons has a meaning. */
export function diagramOfMarker(arena: MarkerArena, marker: Marker): NodeId | undefined {
  switch (marker.kind) {
    case 'comparison': {
      const node = diagramOfComparison(arena, marker);
      return typeof node === 'string' ? undefined : node;
    }
    case 'group':
      return diagramOfMarker(arena, marker.inner);
    case 'and':
    case 'or': {
      const nodes: NodeId[] = [];
      for (const part of marker.kind === 'and' ? marker.all : marker.any) {
        const node = diagramOfMarker(arena, part);
        if (node === TOO_LARGE) return TOO_LARGE;
        if (node !== undefined) nodes.push(node);
      }
      return nodes.length === 0 ? undefined : combineAll(arena, marker.kind, nodes);
    }
  }
}

/** The diagram of one comparison, or why it has no meaning. */
export function diagramOfComparison(arena: MarkerArena, comparison: MarkerComparison): NodeId | Meaningless {
  const subject = subjectOf(comparison);
  const name = MARKER_VARIABLES.find((variable) => variable === subject.name);
  switch (name) {
    case undefined:
      return 'undefined-name';
    case 'extras':
    case 'dependency_groups':
      return ofSet(arena, comparison, subject, name);
    case 'extra':
      return ofExtra(arena, comparison, subject);
    case 'python_version':
    case 'python_full_version':
      return ofAxis(arena, comparison, subject, name, 'python_full_version');
    case 'implementation_version':
      return ofAxis(arena, comparison, subject, name, name);
    case 'platform_release':
      return ofRelease(arena, comparison, subject);
    default:
      return ofText(arena, comparison, subject, name);
  }
}

/** A comparison as a fact of its own, without looking into it; `not in` is the negation of `in`. */
function ofFact(arena: MarkerArena, comparison: MarkerComparison, of: MarkerVariable): NodeId {
  const { operator } = comparison;
  const holds: MarkerComparison = operator === 'not in' ? { ...comparison, operator: 'in' } : comparison;
  const node = makeNode(arena, factOf(of, holds), { kind: 'fact' }, [NEVER, ALWAYS]);
  return operator === 'not in' ? negation(arena, node) : node;
}

/** `'name' in extras`: every name is a fact of its own. */
function ofSet(
  arena: MarkerArena,
  comparison: MarkerComparison,
  subject: ComparisonSubject,
  name: MarkerVariable,
): NodeId | Meaningless {
  const empty = comparisonHolds(comparison, subject, new Set());
  if (empty === undefined) return 'undefined-comparison';
  const full = comparisonHolds(comparison, subject, new Set([subject.text]));
  return full === empty ? constant(empty) : ofFact(arena, comparison, name);
}

/** `extra == 'name'`: every name is a fact of its own, for several extras of a project may be wanted at once. */
function ofExtra(arena: MarkerArena, comparison: MarkerComparison, subject: ComparisonSubject): NodeId | Meaningless {
  if (isContainment(comparison)) return ofFact(arena, comparison, 'extra');
  const [here, elsewhere] = heldAt(comparison, subject);
  if (here === undefined) return 'undefined-comparison';
  if (here === elsewhere) return constant(here);
  const { at } = comparison;
  const [left, right] = [
    { kind: 'variable', variable: 'extra', at } as const,
    { kind: 'text', text: subject.text, at } as const,
  ];
  const fact = ofFact(arena, { kind: 'comparison', left, operator: '==', right, at }, 'extra');
  return here ? fact : negation(arena, fact);
}

function ofAxis(
  arena: MarkerArena,
  comparison: MarkerComparison,
  subject: ComparisonSubject,
  name: MarkerVariable,
  id: AxisVariable,
): NodeId | Meaningless {
  const releases = releasesOf(comparison, subject, arena.world);
  switch (releases) {
    case 'meaningless':
      return 'undefined-comparison';
    case 'unordered':
      return ofFact(arena, comparison, name);
    case 'too-large':
      return TOO_LARGE;
    default:
      return axisNode(arena, id, releases);
  }
}

/** The environments whose interpreter's release is in the set. */
export function axisNode(arena: MarkerArena, id: AxisVariable, { fromStart, cuts }: AxisSet): NodeId {
  const [first, second] = fromStart ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
  const edges = [first, ...cuts.map((_, at) => (at % 2 === 0 ? second : first))];
  return makeNode(arena, { kind: 'axis', id }, { kind: 'axis', cuts }, edges);
}

/** `platform_release` is a version on some systems and not on others; where it is compared as one, that is a fact. */
function ofRelease(arena: MarkerArena, comparison: MarkerComparison, subject: ComparisonSubject): NodeId | Meaningless {
  const { operator } = comparison;
  if (arena.world === 'uv' && !isContainment(comparison)) return ofReleaseInUv(arena, comparison, subject);
  const asVersions = subject.side === 'right' || readClause(operator + subject.text) !== undefined;
  return !isContainment(comparison) && asVersions
    ? ofFact(arena, comparison, 'platform_release')
    : ofText(arena, comparison, subject, 'platform_release');
}

/**
 * In uv's world the release of a system is compared as text, but on macOS as the version of its kernel, if the other side is a
 * version (crates/uv-pep508, marker/algebra.rs).
 */
function ofReleaseInUv(
  arena: MarkerArena,
  comparison: MarkerComparison,
  subject: ComparisonSubject,
): NodeId | Meaningless {
  const texts = ofOrder(arena, comparison, subject, 'platform_release');
  if (typeof texts === 'string' || subject.side === 'right') return texts;
  const isVersion = readClause(comparison.operator + subject.text) !== undefined;
  const releases = isVersion ? releasesOf(comparison, subject, arena.world) : 'meaningless';
  if (typeof releases === 'string') return texts;
  const darwin = valueNode(arena, 'sys_platform', ['darwin'], 'these');
  const onDarwin = combineAll(arena, 'and', [darwin, axisNode(arena, 'darwin_release', releases)]);
  const elsewhere = combineAll(arena, 'and', [negation(arena, darwin), texts]);
  return combineAll(arena, 'or', [onDarwin, elsewhere]);
}

/** A comparison by the order of texts. */
function ofOrder(
  arena: MarkerArena,
  { operator }: MarkerComparison,
  { side, text }: ComparisonSubject,
  id: OrderVariable,
): NodeId | Meaningless {
  const stretches = textsThatCompare(side === 'left' ? operator : (TURNED.get(operator) ?? operator), text);
  if (stretches === undefined) return 'undefined-comparison';
  const [first, second] = stretches.fromStart ? [ALWAYS, NEVER] : [NEVER, ALWAYS];
  const edges = [first, ...stretches.cuts.map((_, at) => (at % 2 === 0 ? second : first))];
  return makeNode(arena, { kind: 'order', id }, { kind: 'order', cuts: stretches.cuts }, edges);
}

/** Operators seen from the other side. */
const TURNED: ReadonlyMap<MarkerOperator, MarkerOperator> = new Map([
  ['<', '>'],
  ['<=', '>='],
  ['>', '<'],
  ['>=', '<='],
]);

function ofText(
  arena: MarkerArena,
  comparison: MarkerComparison,
  subject: ComparisonSubject,
  id: TextVariable,
): NodeId | Meaningless {
  if (isContainment(comparison)) return ofFact(arena, comparison, id);
  if (arena.world === 'uv' && id === 'platform_version') return ofOrder(arena, comparison, subject, id);
  const [here, elsewhere] = heldAt(comparison, subject);
  if (here === undefined) return 'undefined-comparison';
  if (here === elsewhere) return constant(here);
  const platform = id === 'platform_system' ? SYSTEM_OF_PLATFORM.get(subject.text) : undefined;
  const [asked, value] = platform === undefined ? [id, subject.text] : ['sys_platform' as const, platform];
  return valueNode(arena, asked, [value], here ? 'these' : 'other');
}

/** Whether a comparison of texts holds at the text that it names, and at any other one. */
function heldAt(comparison: MarkerComparison, subject: ComparisonSubject): readonly (boolean | undefined)[] {
  return [subject.text, `${subject.text}x`].map((value) => comparisonHolds(comparison, subject, value));
}

function isContainment({ operator }: MarkerComparison): boolean {
  return operator === 'in' || operator === 'not in';
}

function constant(holds: boolean): NodeId {
  return holds ? ALWAYS : NEVER;
}
