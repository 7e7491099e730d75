// From the derivation to a proof that can be read: facts, and conclusions from them. What goes without saying is left out,
// a conclusion that says no more than one of its reasons is that reason, and one that is used once is drawn together with
// what follows from it, as long as that stays short.
import type { Derivation } from '../pubgrub/derivation';
import type { Incompatibility, IncompatibilityId } from '../pubgrub/incompatibility';
import type { UnusableReason } from '../uv/usability';
import { isContinued } from './chain';
import { type Fact, type FactContext, factOf, type KnownFact } from './fact';
import { keyOfAlike } from './join-facts';
import { impliesStatement, isVacuous, type Statement, statementOf } from './statement';

/** What a reason costs, and one that a chain goes on to: counted in thirds. */
const WHOLE = 3;
const CONTINUED = 1;

/** The most that the reasons of one sentence cost: four of them, or a chain of nine. */
const MAX_COST = 4 * WHOLE;

/** What a conclusion follows from: a fact, or an earlier step by its place. */
export type Reason =
  | { readonly kind: 'fact'; readonly fact: Fact; readonly says: Statement }
  | { readonly kind: 'step'; readonly step: number };

/** A conclusion and what it follows from. */
export interface ProofStep {
  readonly reasons: readonly Reason[];
  readonly concludes: Statement;
}

type Node =
  | { readonly kind: 'silent' }
  | { readonly kind: 'fact'; readonly id: IncompatibilityId; readonly known: KnownFact }
  | {
      readonly kind: 'conclusion';
      readonly id: IncompatibilityId;
      readonly says: Statement;
      readonly from: readonly IncompatibilityId[];
    };

const NO_SOLUTION: Statement = { chosen: [], without: [], ofRoot: true, isNever: false };

/** The steps of a proof, each after those that it follows from; the last says that there is no solution. */
export function proofOf(context: FactContext, derivation: Derivation<UnusableReason>): readonly ProofStep[] {
  const nodes = readNodes(context, derivation);
  const failure = nodes.get(derivation.failure);
  if (failure === undefined || failure.kind === 'silent') return [];
  if (failure.kind === 'fact') {
    const { fact, says } = failure.known;
    return [{ reasons: [{ kind: 'fact', fact, says }], concludes: NO_SOLUTION }];
  }
  const reached = reachedFrom(nodes, failure);
  const reasons = drawTogether(reached, countUses(reached));
  return inOrder(reasons, reached, failure.id);
}

/** Every node by its number; aliases stand for what they repeat. In the order of numbers, reasons come first. */
function readNodes(
  context: FactContext,
  { incompatibilities }: Derivation<UnusableReason>,
): ReadonlyMap<IncompatibilityId, Node> {
  const nodes = new Map<IncompatibilityId, Node>();
  for (const [id, incompatibility] of incompatibilities) nodes.set(id, readNode(context, id, incompatibility, nodes));
  return nodes;
}

function readNode(
  context: FactContext,
  id: IncompatibilityId,
  incompatibility: Incompatibility<UnusableReason>,
  nodes: ReadonlyMap<IncompatibilityId, Node>,
): Node {
  const { cause } = incompatibility;
  const says = statementOf(incompatibility, context.packages, context.existing);
  if (isVacuous(says)) return { kind: 'silent' };
  if (cause.kind !== 'derived') {
    const fact = factOf(context, incompatibility);
    return fact === undefined ? { kind: 'silent' } : { kind: 'fact', id, known: { fact, says } };
  }
  const parents = [cause.left, cause.right].flatMap((parent) => nodes.get(parent) ?? []);
  const speaking = parents.filter((parent) => parent.kind !== 'silent');
  const same = speaking.find((parent) => impliesStatement(saidBy(parent), says));
  if (same !== undefined) return same;
  const [only] = speaking;
  if (speaking.length === 1 && only !== undefined) return only;
  return { kind: 'conclusion', id, says, from: speaking.map((parent) => parent.id) };
}

function saidBy(node: Exclude<Node, { kind: 'silent' }>): Statement {
  return node.kind === 'fact' ? node.known.says : node.says;
}

type SpeakingNode = Exclude<Node, { kind: 'silent' }>;

/** The nodes that a conclusion rests on, by their own numbers, reasons first. */
function reachedFrom(
  nodes: ReadonlyMap<IncompatibilityId, Node>,
  failure: SpeakingNode,
): ReadonlyMap<IncompatibilityId, SpeakingNode> {
  const found = new Map<IncompatibilityId, SpeakingNode>();
  const open: SpeakingNode[] = [failure];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node.id)) continue;
    found.set(node.id, node);
    if (node.kind !== 'conclusion') continue;
    for (const id of node.from) {
      const parent = nodes.get(id);
      if (parent !== undefined && parent.kind !== 'silent') open.push(parent);
    }
  }
  return new Map([...found].sort(([left], [right]) => left - right));
}

function countUses(nodes: ReadonlyMap<IncompatibilityId, SpeakingNode>): ReadonlyMap<IncompatibilityId, number> {
  const uses = new Map<IncompatibilityId, number>();
  for (const node of nodes.values()) {
    if (node.kind !== 'conclusion') continue;
    for (const id of node.from) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return uses;
}

/** For each conclusion the nodes that its sentence names. */
function drawTogether(
  nodes: ReadonlyMap<IncompatibilityId, SpeakingNode>,
  uses: ReadonlyMap<IncompatibilityId, number>,
): ReadonlyMap<IncompatibilityId, readonly IncompatibilityId[]> {
  const named = new Map<IncompatibilityId, readonly IncompatibilityId[]>();
  for (const node of nodes.values()) {
    if (node.kind !== 'conclusion') continue;
    const apart = node.from.map((id): readonly IncompatibilityId[] => [id]);
    const drawnIn = node.from.map((id) => (uses.get(id) === 1 ? named.get(id) : undefined) ?? [id]);
    // Both drawn in, or else one of them, or else none.
    const options = [
      drawnIn,
      ...node.from.map((_, at) => drawnIn.map((ids, other) => (other === at ? ids : (apart[other] ?? ids)))),
    ];
    const unique = options.map((option) => [...new Set(option.flat())]);
    const [both = [], ...ones] = unique;
    const longestFirst = [both, ...ones.sort((left, right) => costOf(nodes, right) - costOf(nodes, left))];
    named.set(node.id, longestFirst.find((option) => costOf(nodes, option) <= MAX_COST) ?? node.from);
  }
  return named;
}

/**
 * How many reasons a sentence seems to give: the reader's own requirements are one, and so are facts that are told as one. What
 * goes on in a chain is a third of a reason.
 */
function costOf(nodes: ReadonlyMap<IncompatibilityId, SpeakingNode>, ids: readonly IncompatibilityId[]): number {
  const groups = new Map<string, number>();
  const named = ids.flatMap((id) => nodes.get(id) ?? []);
  const facts = named.flatMap((node) => (node.kind === 'fact' ? [node.known.fact] : []));
  for (const node of named) {
    if (node.kind === 'conclusion') groups.set(`step ${node.id}`, WHOLE);
    else groups.set(groupOf(node.known.fact, node.id), isContinued(node.known.fact, facts) ? CONTINUED : WHOLE);
  }
  return [...groups.values()].reduce((sum, cost) => sum + cost, 0);
}

function groupOf(fact: Fact, id: IncompatibilityId): string {
  return fact.kind === 'own-requirement' ? fact.kind : (keyOfAlike(fact) ?? `fact ${id}`);
}

/** The conclusions that are named, in an order in which each follows from those before, the last used last. */
function inOrder(
  named: ReadonlyMap<IncompatibilityId, readonly IncompatibilityId[]>,
  nodes: ReadonlyMap<IncompatibilityId, SpeakingNode>,
  failure: IncompatibilityId,
): readonly ProofStep[] {
  const steps: ProofStep[] = [];
  const placeOf = new Map<IncompatibilityId, number>();
  const open: { readonly id: IncompatibilityId; readonly areReasonsDone: boolean }[] = [
    { id: failure, areReasonsDone: false },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { id, areReasonsDone } = next;
    const node = nodes.get(id);
    if (node?.kind !== 'conclusion' || placeOf.has(id)) continue;
    const ids = named.get(id) ?? [];
    if (!areReasonsDone) {
      open.push({ id, areReasonsDone: true });
      for (const reason of ids) open.push({ id: reason, areReasonsDone: false });
      continue;
    }
    placeOf.set(id, steps.length);
    steps.push({ reasons: ids.flatMap((reason) => reasonOf(nodes.get(reason), placeOf)), concludes: node.says });
  }
  return steps;
}

function reasonOf(node: SpeakingNode | undefined, placeOf: ReadonlyMap<IncompatibilityId, number>): Reason[] {
  if (node === undefined) return [];
  if (node.kind === 'fact') return [{ kind: 'fact', fact: node.known.fact, says: node.known.says }];
  const step = placeOf.get(node.id);
  return step === undefined ? [] : [{ kind: 'step', step }];
}
