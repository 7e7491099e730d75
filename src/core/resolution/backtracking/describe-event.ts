// Each event of a search in a sentence, for a replay.
import type { Information } from './criterion';
import type { BacktrackingEvent } from './event';
import type { Candidate } from './requirement';
import { writtenAs } from './requirement';

/** The most requirements that a sentence lists. */
const MAX_LISTED = 4;

/**
 * An event in a sentence.
 *
 * @example describeEvent({ kind: 'solved' }) // → 'Every requirement is met.'
 */
export function describeEvent(event: BacktrackingEvent): string {
  switch (event.kind) {
    case 'pinned':
      return `Pinned ${nameOf(event.candidate)}.`;
    case 'rejected':
      return `${nameOf(event.candidate)} doesn’t go with the rest: ${listed(event.because)}.`;
    case 'conflict':
      return `No version of \`${event.key}\` goes with the pins so far: ${listed(event.causes)}.`;
    case 'backjump': {
      const undone = event.undone.map(nameOf).join(', ');
      return `Went back over ${undone}; ${nameOf(event.excluded)} won’t be tried again from here.`;
    }
    case 'careful-again':
      return 'Going far back led nowhere: returned to where that began, and goes back step by step from now on.';
    case 'solved':
      return 'Every requirement is met.';
    case 'unsolvable':
      return `There is nothing left to try: ${listed(event.causes)}.`;
  }
}

function nameOf({ key, version }: Candidate): string {
  return `\`${key}\` ${version}`;
}

function listed(information: readonly Information[]): string {
  const texts = information.slice(0, MAX_LISTED).map(({ parent, requirement }) => {
    const who = parent === undefined ? 'you want' : `${nameOf(parent)} wants`;
    return `${who} \`${writtenAs(requirement)}\``;
  });
  const more = information.length - texts.length;
  if (more > 0) texts.push(`and ${more} more`);
  return texts.join(', ');
}
