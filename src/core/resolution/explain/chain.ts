// The order in which a sentence gives its facts: what leads to something before what that leads to, and as one chain where
// every version asked for is spoken of next: `a` 1 requires `b`, which requires `c<2`.
import { compareVersions, type NormalizedName } from '@/core/python';
import type { Fact } from './fact';
import type { Selection } from './statement';

/** Facts that follow on from one another: each is about what the one before asks for. */
export type Chain = readonly Fact[];

/** The facts in chains, each before those that lead on from it; those on the reader's own projects first, in that order. */
export function chainsOf(facts: readonly Fact[], own: readonly NormalizedName[]): readonly Chain[] {
  const left = new Set(facts);
  const chains: Chain[] = [];
  // Those that nothing else in the sentence leads to come first, then what is left of circles.
  const heads = facts.filter((fact) => !facts.some((other) => other !== fact && leadsTo(other, fact)));
  const open = [...inOrder(heads, own), ...inOrder(facts, own)].reverse();
  for (let head = open.pop(); head !== undefined; head = open.pop()) {
    if (!left.has(head)) continue;
    const chain: Fact[] = [];
    for (let next: Fact | undefined = head; next !== undefined; next = continuation(next, left)) {
      chain.push(next);
      left.delete(next);
    }
    chains.push(chain);
    const isLedTo = (fact: Fact) => [...left].some((other) => other !== fact && leadsTo(other, fact));
    const related = [...left].filter((fact) => chain.some((link) => leadsTo(link, fact)) && !isLedTo(fact));
    open.push(...inOrder(related, own).reverse());
  }
  return chains;
}

/** In the reader's own order, and of one project from its oldest version on. */
function inOrder(facts: readonly Fact[], own: readonly NormalizedName[]): Fact[] {
  const turnOf = (fact: Fact) => {
    const name = aboutOf(fact)?.subject.name;
    const turn = name === undefined ? -1 : own.indexOf(name);
    return turn === -1 ? own.length : turn;
  };
  return [...facts].sort((left, right) => turnOf(left) - turnOf(right) || compareAbout(aboutOf(left), aboutOf(right)));
}

function compareAbout(left: Selection | undefined, right: Selection | undefined): number {
  if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
  if (left.subject.name !== right.subject.name) return left.subject.name < right.subject.name ? -1 : 1;
  const [extra = '', otherExtra = ''] = [left.subject.extra, right.subject.extra];
  if (extra !== otherExtra) return extra < otherExtra ? -1 : 1;
  const [first] = left.versions;
  const [other] = right.versions;
  return first === undefined || other === undefined ? 0 : compareVersions(first, other);
}

/** Whether a fact goes on in the sentence that another one begins. */
export function isContinued(fact: Fact, facts: readonly Fact[]): boolean {
  return facts.some((other) => other !== fact && continues(other, fact));
}

function continuation(fact: Fact, left: ReadonlySet<Fact>): Fact | undefined {
  for (const other of left) if (continues(fact, other)) return other;
  return undefined;
}

function aboutOf(fact: Fact): Selection | undefined {
  switch (fact.kind) {
    case 'dependency':
    case 'requires-python':
      return fact.dependent;
    case 'unusable':
    case 'prereleases':
      return fact.versions;
    case 'own-requirement':
    case 'own-policy':
    case 'own-impossible':
      return undefined;
  }
}

function leadsTo(fact: Fact, other: Fact): boolean {
  return fact.kind === 'dependency' && aboutOf(other)?.subject.name === fact.wanted.subject.name;
}

/** A constraint or an override holds whoever requires the project. */
function isOfPolicy(fact: Fact): boolean {
  return fact.kind === 'dependency' && fact.source !== 'release';
}

/** Whether the other fact holds of all that the first asks for. */
function continues(fact: Fact, other: Fact): boolean {
  if (fact.kind !== 'dependency' || isOfPolicy(fact) || isOfPolicy(other)) return false;
  if (other.kind !== 'dependency' && other.kind !== 'requires-python') return false;
  const about = other.dependent;
  const { subject, versions } = fact.wanted;
  if (about.subject.name !== subject.name || (about.subject.extra ?? subject.extra) !== subject.extra) return false;
  return versions.length > 0 && versions.every((version) => about.versions.includes(version));
}
