// The one writer of explanations: structure in, plain English out. Nothing else words a proof.
import { formatSpecifierSet, formatVersion, type SpecifierSet } from '@/core/python';
import type { UnusableReason } from '../uv/usability';
import { chainsOf } from './chain';
import type { Explanation } from './explain';
import { type Fact, nameOf, type Shortfall, withoutMarker } from './fact';
import { listed, nameSelection, whatExists } from './name-versions';
import type { ProofStep } from './proof';
import { type Existing, existingIn, type Selection, type Statement } from './statement';
import { writeNotice } from './write-notice';

/** A step in words. It has a number only if a later sentence refers to it by that. */
export interface Sentence {
  readonly number: number | undefined;
  readonly text: string;
}

/** The proof in sentences, the last of which says that the requirements can't be met. */
export function writeExplanation(explanation: Explanation): readonly Sentence[] {
  const { steps, problem } = explanation;
  const existing = existingIn(problem);
  const numbers = numberSteps(steps);
  return steps.map((step, place) => ({
    number: numbers.get(place),
    text: writeStep(step, place, numbers, { existing, explanation, told: new Set() }),
  }));
}

/** The explanation as one text, a sentence a line. */
export function formatExplanation(explanation: Explanation): string {
  const sentences = writeExplanation(explanation).map(({ number, text }) =>
    number === undefined ? text : `(${number}) ${text}`,
  );
  return [...sentences, ...explanation.notices.map(writeNotice)].join('\n');
}

/** Steps that aren't used by the next one only get numbers, in their order. */
function numberSteps(steps: readonly ProofStep[]): ReadonlyMap<number, number> {
  const numbered = new Set<number>();
  for (const [place, { reasons }] of steps.entries()) {
    for (const reason of reasons) if (reason.kind === 'step' && reason.step !== place - 1) numbered.add(reason.step);
  }
  const ascending = [...numbered].sort((left, right) => left - right);
  return new Map(ascending.map((place, at) => [place, at + 1]));
}

/** What a sentence is written with. */
interface Writing {
  readonly existing: Existing;
  readonly explanation: Explanation;
  /** What the sentence has said already of what is there and what isn't: once is enough. */
  readonly told: Set<string>;
}

function writeStep(
  { reasons, concludes }: ProofStep,
  place: number,
  numbers: ReadonlyMap<number, number>,
  writing: Writing,
): string {
  const facts = reasons.flatMap((reason) => (reason.kind === 'fact' ? [reason.fact] : []));
  const steps = reasons.flatMap((reason) => (reason.kind === 'step' ? [reason.step] : []));
  const phrases = writeFacts(facts, writing);
  const references = steps.filter((step) => step !== place - 1).map((step) => `of (${numbers.get(step) ?? step + 1})`);
  const follows = steps.includes(place - 1);
  const because = [...references, ...phrases];
  const conclusion = writeStatement(concludes, writing);
  if (because.length === 0) return `So ${conclusion}.`;
  return `${follows ? 'And because' : 'Because'} ${joinReasons(because)}, ${conclusion}.`;
}

/** “A, and B”: the reasons have lists of their own. */
function joinReasons(reasons: readonly string[]): string {
  if (reasons.length < 2) return reasons.join('');
  return `${reasons.slice(0, -1).join(', ')}, and ${reasons.at(-1)}`;
}

/** Facts in words: what the reader asks for first and in one phrase, what is alike together. */
function writeFacts(facts: readonly Fact[], writing: Writing): readonly string[] {
  const phrases: string[] = [];
  // A requirement with several extras is several facts, and still one requirement.
  const places = new Map(
    facts.flatMap((fact) => (fact.kind === 'own-requirement' ? [[fact.place, fact] as const] : [])),
  );
  const own = [...places.values()];
  const possible = own
    .filter(({ wanted }) => wanted.versions.length > 0)
    .sort((left, right) => left.place - right.place);
  if (possible.length > 0)
    phrases.push(
      `you require ${listed(
        possible.map(({ written }) => `\`${written}\``),
        'and',
      )}`,
    );
  for (const fact of own) {
    if (fact.wanted.versions.length === 0) phrases.push(unlessThere(`you require \`${fact.written}\``, fact, writing));
  }
  const others = alikeTogether(facts.filter(({ kind }) => kind !== 'own-requirement'));
  for (const [first, ...next] of chainsOf(
    others,
    own.map(({ wanted }) => wanted.subject.name),
  )) {
    if (first === undefined) continue;
    phrases.push(
      [writeFact(first, writing), ...next.map((fact) => `which ${writePredicate(fact, false, writing)}`)].join(', '),
    );
  }
  return phrases;
}

/** A phrase, and what is missing where nothing of what it asks for exists. */
function unlessThere(
  phrase: string,
  { wanted, shortfall }: { readonly wanted: Selection; readonly shortfall: Shortfall },
  { existing, explanation, told }: Writing,
): string {
  if (wanted.versions.length > 0) return phrase;
  const text = whatExists(wanted, shortfall.side, existing, explanation.problem);
  if (told.has(text)) return phrase;
  told.add(text);
  return `${phrase}, but ${text}`;
}

/** Versions of one project that can't be used for one reason are one fact. */
function alikeTogether(facts: readonly Fact[]): readonly Fact[] {
  const groups = new Map<string, Fact>();
  for (const [place, fact] of facts.entries()) {
    const key = keyOfAlike(fact) ?? `${place}`;
    const before = groups.get(key);
    groups.set(key, before === undefined ? fact : joinAlike(before, fact));
  }
  return [...groups.values()];
}

function keyOfAlike(fact: Fact): string | undefined {
  if (fact.kind === 'unusable') return `${nameOf(fact.versions.subject)} ${writeReason(fact.reason, true)}`;
  if (fact.kind === 'requires-python') return `${nameOf(fact.dependent.subject)} python`;
  if (fact.kind === 'dependency' && fact.source === 'constraint') return `${fact.source} ${fact.written}`;
  return undefined;
}

function joinAlike(before: Fact, next: Fact): Fact {
  if (before.kind === 'unusable' && next.kind === 'unusable') {
    return { ...before, versions: joinSelections(before.versions, next.versions) };
  }
  if (before.kind === 'requires-python' && next.kind === 'requires-python') {
    const wanted = [...before.wanted, ...next.wanted];
    return { ...before, dependent: joinSelections(before.dependent, next.dependent), wanted };
  }
  return before;
}

function joinSelections(left: Selection, right: Selection): Selection {
  return { ...left, versions: [...left.versions, ...right.versions.filter((each) => !left.versions.includes(each))] };
}

function writeFact(fact: Fact, writing: Writing): string {
  switch (fact.kind) {
    case 'own-requirement':
      return `you require \`${fact.written}\``;
    case 'own-impossible':
      return `you require \`${fact.written}\`, which no version can be`;
    case 'own-policy':
      return writePolicy(fact.source, fact, writing);
    case 'dependency':
      return fact.source === 'constraint'
        ? writePolicy(fact.source, fact, writing)
        : predicated(fact.dependent, fact, writing);
    case 'requires-python':
      return predicated(fact.dependent, fact, writing);
    case 'prereleases':
    case 'unusable':
      return predicated(fact.versions, fact, writing);
  }
}

/** A constraint or an override of the reader's. */
function writePolicy(
  source: string,
  fact: { readonly written: string; readonly wanted: Selection; readonly shortfall: Shortfall },
  writing: Writing,
): string {
  return unlessThere(`your ${source} asks for \`${fact.written}\``, fact, writing);
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
      return writeFact(fact, writing);
    case 'dependency':
      if (fact.source === 'override') {
        const phrase = `${requires} \`${nameOf(fact.wanted.subject)}\`, for which your override says \`${fact.written}\``;
        return unlessThere(phrase, fact, writing);
      }
      return unlessThere(`${requires} \`${fact.written}\``, fact, writing);
    case 'requires-python':
      return `${requires} ${writePython(fact.wanted, writing)}`;
    case 'prereleases':
      return isPlural ? 'are pre-releases, which you keep out' : 'is a pre-release, which you keep out';
    case 'unusable':
      return writeReason(fact.reason, isPlural);
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

/** The Python that is asked for, and the one that is there. */
function writePython(wanted: readonly SpecifierSet[], { explanation, told }: Writing): string {
  const { target, python, requiresPython } = explanation.problem;
  const isOne = target.kind === 'environment' || requiresPython === undefined;
  const here = isOne ? formatVersion(python) : formatSpecifierSet(requiresPython);
  const texts = [...new Set(wanted.map(formatSpecifierSet))];
  if (texts.length > 1) return isOne ? `a newer Python than ${here}` : `a newer Python than you let in, ${here}`;
  const phrase = `Python ${texts.join('')}`;
  if (told.has(here)) return phrase;
  told.add(here);
  return `${phrase}, and ${isOne ? `this is Python ${here}` : `you let in Python ${here}`}`;
}

function writeReason(reason: UnusableReason, isPlural: boolean): string {
  const has = isPlural ? 'have' : 'has';
  switch (reason.kind) {
    case 'yanked':
      return isPlural ? 'were yanked' : 'was yanked';
    case 'no-build':
      return `${has} no wheel that fits and may not be built`;
    case 'no-binary':
      return `${has} wheels only, which you don’t let in`;
    case 'no-fitting-wheel':
      return `${has} no sdist and no wheel that fits this environment`;
    case 'missing-environment':
      return `${has} no sdist and no wheel for \`${reason.written}\``;
    case 'requires-python':
      return `${isPlural ? 'require' : 'requires'} Python ${formatSpecifierSet(reason.requiresPython)}`;
    case 'impossible-requirement':
      return `${isPlural ? 'require' : 'requires'} \`${withoutMarker(reason.requirement)}\`, which no version can be`;
    case 'no-such-project':
      return `${isPlural ? 'are' : 'is'} not in the index`;
  }
}

/** What follows, in words. */
function writeStatement({ chosen, without, ofRoot }: Statement, { existing, explanation }: Writing): string {
  const given = ofRoot && chosen.length + without.length > 0;
  const wanted = without.map((each) => nameSelection(each, existing, 'or').text);
  if (chosen.length === 0) {
    if (wanted.length > 0) return `your requirements need ${listed(wanted, 'or')}`;
    const where = explanation.markers === undefined ? '' : ` where \`${explanation.markers}\``;
    return `${explanation.core.length === 1 ? 'your requirement can’t be met' : 'your requirements can’t all be met'}${where}`;
  }
  const names = chosen.map((each) => nameSelection(each, existing, 'and'));
  const subject = listed(
    names.map(({ text }) => text),
    'and',
  );
  const isPlural = names.length > 1 || names.some((each) => each.isPlural);
  const tail = given ? ', given your requirements' : '';
  if (wanted.length > 0) {
    if (names.length > 1) return `${subject} together need ${listed(wanted, 'or')}${tail}`;
    return `${subject} ${isPlural ? 'need' : 'needs'} ${listed(wanted, 'or')}${tail}`;
  }
  const whole = chosen.findIndex(({ isAll, versions }) => isAll && versions.length > 1);
  const others = names.filter((_, place) => place !== whole).map(({ text }) => text);
  if (names.length > 1 && whole !== -1) {
    const name = chosen[whole];
    return `${listed(others, 'and')} can’t be installed with any version of \`${name === undefined ? '' : nameOf(name.subject)}\`${tail}`;
  }
  if (names.length > 1) return `${subject} can’t be installed together${tail}`;
  const [only] = chosen;
  if (only?.isAll && only.versions.length > 1)
    return `no version of \`${nameOf(only.subject)}\` can be installed${tail}`;
  return `${subject} can’t be installed${tail}`;
}
