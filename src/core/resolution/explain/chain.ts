// The order in which a sentence gives its facts: what leads to something before what that leads to, and as one chain where
// every version asked for is spoken of next: `a` 1 requires `b`, which requires `c<2`.
import type { Fact } from './fact';
import type { Selection } from './statement';

/** Facts that follow on from one another: each is about what the one before asks for. */
export type Chain = readonly Fact[];

/** The facts in chains, each before those that lead on from it. */
export function chainsOf(facts: readonly Fact[]): readonly Chain[] {
  const left = new Set(facts);
  const chains: Chain[] = [];
  // Those that nothing else in the sentence leads to come first, then what is left of circles.
  const heads = facts.filter((fact) => !facts.some((other) => other !== fact && leadsTo(other, fact)));
  const open = [...heads, ...facts].reverse();
  for (let head = open.pop(); head !== undefined; head = open.pop()) {
    if (!left.has(head)) continue;
    const chain: Fact[] = [];
    for (let next: Fact | undefined = head; next !== undefined; next = continuation(next, left)) {
      chain.push(next);
      left.delete(next);
    }
    chains.push(chain);
    const related = [...left].filter((fact) => chain.some((link) => leadsTo(link, fact)));
    open.push(...related.reverse());
  }
  return chains;
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
      return undefined;
  }
}

function leadsTo(fact: Fact, other: Fact): boolean {
  return fact.kind === 'dependency' && aboutOf(other)?.subject.name === fact.wanted.subject.name;
}

/** Whether the other fact holds of all that the first asks for. */
function continues(fact: Fact, other: Fact): boolean {
  const about = aboutOf(other);
  if (fact.kind !== 'dependency' || about === undefined) return false;
  const { subject, versions } = fact.wanted;
  if (about.subject.name !== subject.name || (about.subject.extra ?? subject.extra) !== subject.extra) return false;
  return versions.length > 0 && versions.every((version) => about.versions.includes(version));
}
