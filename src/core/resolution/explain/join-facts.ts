// Facts that say the same of several versions of one project are one fact, so that a sentence says it once.
import { compareVersions } from '@/core/python';
import type { Fact } from './fact';
import type { Selection } from './statement';
import { nameOf, tidySpecifier, tidyWithoutMarker } from './written-requirement';

/** The facts with those that are alike joined, each at the place of the first. */
export function joinAlike(facts: readonly Fact[]): readonly Fact[] {
  const groups = new Map<string, Fact>();
  for (const [place, fact] of facts.entries()) {
    const key = keyOfAlike(fact) ?? `${place}`;
    const before = groups.get(key);
    groups.set(key, before === undefined ? fact : joined(before, fact));
  }
  return [...groups.values()];
}

/** What the fact says, but for the versions that it is said of; undefined: it stays by itself. */
export function keyOfAlike(fact: Fact): string | undefined {
  switch (fact.kind) {
    case 'unusable':
      return `${fact.kind} ${fact.versions.subject.name} ${keyOfReason(fact)}`;
    case 'requires-python':
      return `${fact.kind} ${fact.dependent.subject.name}`;
    case 'prereleases':
      return `${fact.kind} ${fact.versions.subject.name}`;
    case 'dependency':
      return `${fact.kind} ${nameOf(fact.dependent.subject)} ${fact.source} ${fact.written}`;
    case 'own-requirement':
    case 'own-policy':
    case 'own-impossible':
      return undefined;
  }
}

function keyOfReason({ reason }: Extract<Fact, { kind: 'unusable' }>): string {
  switch (reason.kind) {
    case 'missing-environment':
      return `${reason.kind} ${reason.written}`;
    case 'requires-python':
      return `${reason.kind} ${tidySpecifier(reason.requiresPython)}`;
    case 'impossible-requirement':
      return `${reason.kind} ${tidyWithoutMarker(reason.requirement)}`;
    case 'yanked':
    case 'no-build':
    case 'no-binary':
    case 'no-fitting-wheel':
    case 'no-such-project':
      return reason.kind;
  }
}

function joined(before: Fact, next: Fact): Fact {
  if (before.kind === 'unusable' && next.kind === 'unusable') {
    return { ...before, versions: joinSelections(before.versions, next.versions) };
  }
  if (before.kind === 'prereleases' && next.kind === 'prereleases') {
    return { ...before, versions: joinSelections(before.versions, next.versions) };
  }
  if (before.kind === 'requires-python' && next.kind === 'requires-python') {
    const wanted = [...before.wanted, ...next.wanted];
    return { ...before, dependent: joinSelections(before.dependent, next.dependent), wanted };
  }
  if (before.kind === 'dependency' && next.kind === 'dependency') {
    return { ...before, dependent: joinSelections(before.dependent, next.dependent) };
  }
  return before;
}

function joinSelections(left: Selection, right: Selection): Selection {
  const versions = [...left.versions, ...right.versions.filter((each) => !left.versions.includes(each))];
  return { ...left, versions: versions.sort(compareVersions) };
}
