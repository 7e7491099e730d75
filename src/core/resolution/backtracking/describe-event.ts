// Each step of a search by backtracking in a sentence, for a replay.
import { type Criterion, type Information, informationOf } from './criterion';
import type { BacktrackingStepEvent } from './replay';
import { type Candidate, type Key, PYTHON_KEY, writtenAs } from './requirement';

/** The most requirements, or pins taken back, that a sentence lists. */
const MAX_LISTED = 4;
/** Characters of a requirement that are told. */
const LONGEST_REQUIREMENT = 80;

/**
 * A step in a sentence.
 *
 * @example describeEvent({ kind: 'solved' }) // → 'Every requirement is met: the search is at its end.'
 */
export function describeEvent(event: BacktrackingStepEvent): string {
  switch (event.kind) {
    case 'required':
      return event.by === undefined
        ? `Your requirements are noted: ${listed(event.information.map(written))}.`
        : `Try ${nameCandidate(event.by)}; it asks for ${listed(event.information.map(written))}.`;
    case 'pinned':
      return `Pinned: ${nameCandidate(event.candidate)}.`;
    case 'rejected':
      return `${nameCandidate(event.candidate)} doesn’t go with the rest: ${told(event.because)}.`;
    case 'conflict':
      return `Conflict: no release of ${nameKey(event.key)} goes with the pins so far, for ${told(event.causes)}.`;
    case 'backjump': {
      const undone = listed(event.undone.map(nameCandidate));
      return `Go back over ${undone}; ${nameCandidate(event.excluded)} won’t be tried again from here.`;
    }
    case 'careful-again':
      return 'Going far back led nowhere: return to where that began, and go back one pin at a time from now on.';
    case 'solved':
      return 'Every requirement is met: the search is at its end.';
    case 'unsolvable':
      return `Nothing is left to try: ${told(event.causes)}.`;
  }
}

/** A candidate as people call it: `shop 1.1.0`. */
export function nameCandidate({ key, version }: Candidate): string {
  return `${nameKey(key)} ${version}`;
}

/** A key as people call it. */
export function nameKey(key: Key): string {
  return key === PYTHON_KEY ? 'Python' : key;
}

/** What is known of a key: `you ask for >=2, lib 1.0 asks for <3`. */
export function describeCriterion(criterion: Criterion): string {
  return told(
    informationOf(criterion).filter(({ requirement }) => requirement.kind !== 'python' || !requirement.holds),
  );
}

function written({ requirement }: Information): string {
  const text = writtenAs(requirement);
  return text.length > LONGEST_REQUIREMENT ? `${text.slice(0, LONGEST_REQUIREMENT)} …` : text;
}

/** Who asks for what. */
function told(information: readonly Information[]): string {
  const texts = information.map((each) => {
    const { parent } = each;
    return `${parent === undefined ? 'you ask' : `${nameCandidate(parent)} asks`} for ${written(each)}`;
  });
  return listed(texts);
}

function listed(texts: readonly string[]): string {
  if (texts.length === 0) return 'nothing';
  const more = texts.length - MAX_LISTED;
  return [...texts.slice(0, MAX_LISTED), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
