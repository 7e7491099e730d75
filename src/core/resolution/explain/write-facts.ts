// The facts that a sentence rests on, in words: what the reader asks for first and in one phrase, what is alike together, and
// one fact leading to the next.
import { formatVersion, type SpecifierSet } from '@/core/python';
import type { ResolutionProblem } from '../problem';
import { chainsOf } from './chain';
import type { Explanation } from './explain';
import type { Fact } from './fact';
import { joinAlike } from './join-facts';
import { listed, nameSelection, whatExists } from './name-versions';
import type { Shortfall } from './shortfall';
import type { Existing, Selection } from './statement';
import { nameOf, tidySpecifier, tidyWithoutMarker } from './written-requirement';

/** What a sentence is written with. */
export interface Writing {
  readonly existing: Existing;
  readonly explanation: Explanation;
}

/** A phrase, and what speaks against it: phrases against which the same speaks are one. */
interface Phrase {
  readonly text: string;
  readonly but: string | undefined;
}

type OwnFact = Extract<Fact, { kind: 'own-requirement' | 'own-policy' }>;

/** Facts as phrases that can be listed after “because”. */
export function writeFacts(facts: readonly Fact[], writing: Writing): readonly string[] {
  const own = facts.filter((fact) => fact.kind === 'own-requirement' || fact.kind === 'own-policy');
  const others = joinAlike(facts.filter((fact) => fact.kind !== 'own-requirement' && fact.kind !== 'own-policy'));
  const projects = own.map(({ wanted }) => wanted.subject.name);
  const chains = chainsOf(others, projects).map((chain) => writeChain(chain, others, writing));
  return together([...writeOwn(own, writing), ...chains.flat()]);
}

/** What the reader asks for: in one phrase where there is something of it, and what the reader's constraints and overrides add. */
function writeOwn(own: readonly OwnFact[], writing: Writing): readonly Phrase[] {
  // A requirement with several extras is several facts, and still one requirement.
  const asked = new Map<string, string>();
  const missing: Phrase[] = [];
  const policies = new Map<string, Phrase>();
  for (const fact of [...own].sort((left, right) => (left.place ?? 0) - (right.place ?? 0))) {
    const but = unlessThere(fact, writing);
    if (fact.kind === 'own-requirement') {
      if (but === undefined) asked.set(`${fact.place}`, `\`${fact.written}\``);
      else missing.push({ text: `you require \`${fact.written}\``, but });
    } else if (fact.source === 'override') {
      const text = `you require \`${fact.own ?? nameOf(fact.wanted.subject)}\`, for which your override says \`${fact.written}\``;
      policies.set(text, { text, but });
    } else {
      if (fact.own !== undefined) asked.set(`${fact.place}`, `\`${fact.own}\``);
      const text = `your constraint asks for \`${fact.written}\``;
      policies.set(text, { text, but });
    }
  }
  const all = [...new Set(asked.values())];
  const phrase = all.length === 0 ? [] : [{ text: `you require ${listed(all, 'and')}`, but: undefined }];
  return [...phrase, ...new Map(missing.map((each) => [each.text, each])).values(), ...policies.values()];
}

/** Facts that follow on from one another; a constraint that is told by the way is a phrase of its own. */
function writeChain(chain: readonly Fact[], all: readonly Fact[], writing: Writing): readonly Phrase[] {
  const [first, ...next] = chain;
  if (first === undefined) return [];
  const links = [
    writeFact(first, all, writing),
    ...next.map((fact) => `which ${writePredicate(fact, false, writing)}`),
  ];
  return [{ text: links.join(', '), but: speakingAgainst(chain.at(-1) ?? first, writing) }];
}

/** One phrase for those against which the same speaks, at the place of the last of them. */
function together(phrases: readonly Phrase[]): readonly string[] {
  return phrases.flatMap(({ text, but }, place) => {
    if (but === undefined) return [text];
    const alike = phrases.filter((other) => other.but === but);
    if (alike.at(-1) !== phrases[place]) return [];
    return [`${listed([...new Set(alike.map((each) => each.text))], 'and')}, but ${but}`];
  });
}

/** What is missing where nothing of what is asked for exists. */
function unlessThere(
  { wanted, shortfall }: { readonly wanted: Selection; readonly shortfall: Shortfall },
  { existing, explanation }: Writing,
): string | undefined {
  return wanted.versions.length > 0 ? undefined : whatExists(wanted, shortfall, existing, explanation.problem);
}

/** What speaks against a fact's being met: that nothing of the kind exists, or the Python that is there. */
function speakingAgainst(fact: Fact, writing: Writing): string | undefined {
  switch (fact.kind) {
    case 'dependency':
    case 'own-requirement':
    case 'own-policy':
      return unlessThere(fact, writing);
    case 'requires-python':
      return thePython(writing);
    case 'own-impossible':
    case 'prereleases':
    case 'unusable':
      return undefined;
  }
}

/** Whether a requirement that releases have by themselves brings the project in, so that a constraint on it can be told shortly. */
function isBroughtIn(fact: Extract<Fact, { kind: 'dependency' }>, all: readonly Fact[]): boolean {
  return all.some(
    (other) =>
      other.kind === 'dependency' &&
      other.source === 'release' &&
      other.wanted.subject.name === fact.wanted.subject.name &&
      fact.dependent.versions.every((version) => other.dependent.versions.includes(version)) &&
      other.dependent.subject.name === fact.dependent.subject.name,
  );
}

function writeFact(fact: Fact, all: readonly Fact[], writing: Writing): string {
  switch (fact.kind) {
    case 'own-requirement':
    case 'own-policy':
      return `you require \`${fact.written}\``;
    case 'own-impossible': {
      const written = `\`${fact.written}\`, which no version can be`;
      return fact.own === undefined
        ? `you require ${written}`
        : `you require \`${fact.own}\`, for which your ${fact.source} says ${written}`;
    }
    case 'dependency':
      if (fact.source === 'constraint' && isBroughtIn(fact, all)) return `your constraint asks for \`${fact.written}\``;
      return predicated(fact.dependent, fact, writing);
    case 'requires-python':
      return predicated(withoutExtra(fact.dependent), fact, writing);
    case 'prereleases':
    case 'unusable':
      return predicated(withoutExtra(fact.versions), fact, writing);
  }
}

/** Files, yanks and Pythons are of a release, whatever is asked of it besides. */
function withoutExtra(of: Selection): Selection {
  return { ...of, subject: { name: of.subject.name, extra: undefined } };
}

function predicated(about: Selection, fact: Fact, writing: Writing): string {
  const { text, isPlural } = nameSelection(inOrder(about, writing.existing), writing.existing, 'and');
  return `${text} ${writePredicate(fact, isPlural, writing)}`;
}

/** What a fact says of the versions that it is about. */
function writePredicate(fact: Fact, isPlural: boolean, writing: Writing): string {
  const requires = isPlural ? 'require' : 'requires';
  switch (fact.kind) {
    case 'own-requirement':
    case 'own-policy':
    case 'own-impossible':
      return writeFact(fact, [], writing);
    case 'dependency':
      if (fact.source === 'release') return `${requires} \`${fact.written}\``;
      return `${requires} \`${nameOf(fact.wanted.subject)}\`, for which your ${fact.source} says \`${fact.written}\``;
    case 'requires-python':
      return `${requires} ${writePython(fact.wanted)}`;
    case 'prereleases':
      return `${isPlural ? 'are pre-releases' : 'is a pre-release'}, ${whyKeptOut(writing)}`;
    case 'unusable':
      return writeReason(fact, isPlural, writing);
  }
}

/** The selection with its versions in order, and whether these are all. */
function inOrder({ subject, versions }: Selection, existing: Existing): Selection {
  const all = existing(subject.name);
  return {
    subject,
    versions: all.filter((version) => versions.includes(version)),
    isAll: all.length === versions.length,
  };
}

function writePython(wanted: readonly SpecifierSet[]): string {
  const texts = [...new Set(wanted.map(tidySpecifier))];
  return texts.length > 1 ? 'a newer Python' : `Python ${texts.join('')}`;
}

/** The Python that is resolved for. */
function thePython({ explanation }: Writing): string {
  const { target, python, requiresPython } = explanation.problem;
  if (target.kind === 'environment' || requiresPython === undefined) return `this is Python ${formatVersion(python)}`;
  return `your \`requires-python\` is \`${tidySpecifier(requiresPython)}\``;
}

function whyKeptOut({ explanation }: Writing): string {
  return explanation.problem.policy.prereleases === 'explicit'
    ? 'which you let in only where you name one'
    : 'which you keep out';
}

function writeReason(
  { reason, versions }: Extract<Fact, { kind: 'unusable' }>,
  isPlural: boolean,
  { explanation }: Writing,
): string {
  const has = isPlural ? 'have' : 'has';
  switch (reason.kind) {
    case 'yanked':
      return isPlural ? 'were yanked' : 'was yanked';
    case 'no-build':
      return whyNotBuilt(versions, has, explanation.problem);
    case 'no-binary':
      return `${has} wheels only, which you don’t let in`;
    case 'no-fitting-wheel':
      return `${has} no sdist and no wheel that fits`;
    case 'missing-environment':
      return `${has} no sdist and no wheel for \`${reason.written}\``;
    case 'requires-python':
      return `${isPlural ? 'require' : 'requires'} ${writePython([reason.requiresPython])}`;
    case 'impossible-requirement':
      return `${isPlural ? 'require' : 'requires'} \`${tidyWithoutMarker(reason.requirement)}\`, which no version can be`;
    case 'no-such-project':
      return `${isPlural ? 'are' : 'is'} not in the index`;
  }
}

/** An sdist may not be built, and a wheel isn't there, or doesn't fit, or may not be taken either. */
function whyNotBuilt({ subject, versions }: Selection, has: string, { index, policy }: ResolutionProblem): string {
  if (policy.noBinary.has(subject.name)) return 'may neither be built nor taken as a wheel';
  const releases = (index.get(subject.name) ?? []).filter(({ version }) => versions.includes(version));
  const hasWheels = releases.some(({ wheelTags }) => wheelTags.length > 0);
  return hasWheels ? `${has} no wheel that fits and may not be built` : `${has} only an sdist, which may not be built`;
}
