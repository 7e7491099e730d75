// The one writer of explanations: structure in, plain English out. Nothing else words a proof; its facts are worded in
// write-facts.ts, its notices in write-notice.ts.
import type { Explanation } from './explain';
import { listed, nameSelection } from './name-versions';
import type { ProofStep } from './proof';
import { existingIn, type Statement } from './statement';
import { type Writing, writeFacts } from './write-facts';
import { writeNotices } from './write-notice';
import { nameOf, shortMarker } from './written-requirement';

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
    text: writeStep(step, place, numbers, { existing, explanation }),
  }));
}

/** The explanation as one text, a sentence a line. */
export function formatExplanation(explanation: Explanation): string {
  const sentences = writeExplanation(explanation).map(({ number, text }) =>
    number === undefined ? text : `(${number}) ${text}`,
  );
  return [...sentences, ...writeNotices(explanation.notices)].join('\n');
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

/** “A, and B”: the reasons have lists of their own. Semicolons part them where a comma inside one would mislead. */
function joinReasons(reasons: readonly string[]): string {
  if (reasons.length < 2) return reasons.join('');
  const isParted = reasons.length > 2 && reasons.slice(0, -1).some((reason) => reason.includes(', '));
  const comma = isParted ? ';' : ',';
  return `${reasons.slice(0, -1).join(`${comma} `)}${comma} and ${reasons.at(-1)}`;
}

/** What follows, in words. */
function writeStatement({ chosen, without, ofRoot }: Statement, { existing, explanation }: Writing): string {
  const given = ofRoot && chosen.length + without.length > 0;
  const wanted = without.map((each) => nameSelection(each, existing, 'or').text);
  if (chosen.length === 0) {
    if (wanted.length > 0) return `your requirements need ${listed(wanted, 'or')}`;
    const where = explanation.markers === undefined ? '' : ` where \`${shortMarker(explanation.markers)}\``;
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
