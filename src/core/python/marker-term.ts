// The comparisons that lead from a node of a decision diagram to another, in the words of uv (crates/uv-pep508,
// marker/simplify.rs): what a marker that is written back is made of (dependency specifiers, "Environment Markers").
import type { DecisionNode, MarkerWorld, NodeId } from './decision-diagram';
import { type DecisionVariable, markerVariableOf, type OrderVariable, type TextVariable } from './decision-variable';
import type { MarkerComparison, MarkerOperator, MarkerVariable } from './marker';
import { formatComparison } from './marker';
import {
  formatRelease,
  nameOfStretch,
  operatorBefore,
  operatorFrom,
  type PythonStretch,
  stretchesOf,
} from './marker-python-range';
import type { InterpreterRelease } from './python-axis';
import { readClause } from './specifier-parse';
import { comparisonsOfStretch, type TextPlace } from './text-order';

/** One comparison of a clause. */
export interface Term {
  readonly comparison: MarkerComparison;
  /** Equal terms have equal text. */
  readonly text: string;
  /** By what terms of a clause are ordered. */
  readonly rank: number;
  /** Whether what must hold is the opposite of the comparison, which no comparison says. */
  readonly isNegated: boolean;
}

/** The place of what was made and not read. */
export const NOWHERE = { start: 0, end: 0 } as const;

/** The ways in which a node leads to a target: one of these, each of which is all of its terms. */
export function waysTo(
  { variable, labels, edges }: DecisionNode,
  target: NodeId,
  world: MarkerWorld,
): readonly (readonly Term[])[] {
  switch (variable.kind) {
    case 'fact':
      return [[factTerm(variable, edges[1] === target)]];
    case 'text': {
      const all = labels.kind === 'text' ? labels.values : [];
      const values = (isHere: boolean) => all.filter((_, at) => (edges[at + 1] === target) === isHere);
      if (edges[0] === target) return [values(false).map((value) => textTerm(variable.id, '!=', value))];
      return values(true).map((value) => [textTerm(variable.id, '==', value)]);
    }
    case 'order': {
      const cuts = labels.kind === 'order' ? labels.cuts : [];
      return waysToTexts(variable.id, cuts, (at) => edges[at] === target);
    }
    case 'axis': {
      const cuts = labels.kind === 'axis' ? labels.cuts : [];
      return waysToStretches(markerVariableOf(variable.id), cuts, (at) => edges[at] === target, world);
    }
  }
}

function waysToStretches(
  id: MarkerVariable,
  cuts: readonly InterpreterRelease[],
  leads: (edge: number) => boolean,
  world: MarkerWorld,
): readonly (readonly Term[])[] {
  const gaps = stretchesOf(cuts, (at) => !leads(at)).map((gap) => nameOf(gap, world));
  // All but single releases, or all but one minor version: != says it shorter than the stretches around.
  const isShorter = gaps.every((name) => name !== undefined && (gaps.length === 1 || !name.endsWith('*')));
  if (isShorter) return [gaps.map((name = '') => plainTerm(id, '!=', name))];
  return stretchesOf(cuts, leads).map((stretch) => {
    const { from, before } = stretch;
    const name = nameOf(stretch, world);
    if (name !== undefined) return [plainTerm(id, '==', name)];
    const bounds: Term[] = [];
    if (from !== undefined) bounds.push(plainTerm(id, operatorFrom(from), formatRelease(from)));
    if (before !== undefined) bounds.push(plainTerm(id, operatorBefore(before), formatRelease(before)));
    return bounds;
  });
}

/** Stretches of texts, or all but some texts. */
function waysToTexts(
  id: OrderVariable,
  cuts: readonly TextPlace[],
  leads: (edge: number) => boolean,
): readonly (readonly Term[])[] {
  const compared = (isChosen: (edge: number) => boolean) =>
    stretchesOf(cuts, isChosen).map(({ from, before }) => comparisonsOfStretch(from, before));
  const gaps = compared((at) => !leads(at));
  if (gaps.every(([first]) => first?.[0] === '=='))
    return [gaps.flatMap((gap) => gap.map(([, text]) => plainTerm(id, '!=', text)))];
  return compared(leads).map((bounds) => bounds.map(([operator, text]) => plainTerm(id, operator, text)));
}

function nameOf({ from, before }: PythonStretch, world: MarkerWorld): string | undefined {
  return from && before ? nameOfStretch(from, before, world) : undefined;
}

function plainTerm(variable: MarkerVariable, operator: MarkerOperator, text: string): Term {
  const left = { kind: 'variable', variable, at: NOWHERE } as const;
  const right = { kind: 'text', text, at: NOWHERE } as const;
  return termOf({ kind: 'comparison', left, operator, right, at: NOWHERE }, variable, false);
}

function termOf(comparison: MarkerComparison, variable: MarkerVariable, isNegated: boolean): Term {
  const text = `${isNegated ? 'not ' : ''}${formatComparison(comparison)}`;
  return { comparison, text, rank: rank(variable), isNegated };
}

function textTerm(id: TextVariable, operator: '==' | '!=', text: string): Term {
  const plain = plainTerm(id, operator, text);
  if (id !== 'platform_release' || readClause(operator + text) === undefined) return plain;
  // `platform_release == "3.*"` compares versions; `>= "3.*"`, which no version clause is, has the text in mind.
  return termOf({ ...plain.comparison, operator: '>=' }, id, operator === '!=');
}

function factTerm({ of, holds }: Extract<DecisionVariable, { kind: 'fact' }>, isTrue: boolean): Term {
  const there = { ...holds, at: NOWHERE };
  if (isTrue) return termOf(there, of, false);
  if (holds.operator === 'in') return termOf({ ...there, operator: 'not in' }, of, false);
  if (of === 'extra') return termOf({ ...there, operator: '!=' }, of, false);
  // Where a release of the system is no version, neither a comparison with a version holds nor its opposite.
  return termOf(there, of, true);
}

/** The order of comparisons in a clause, which is that of uv. */
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
