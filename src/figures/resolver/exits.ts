/** The ways out of a conflict, solved already: what each changes, and what it gives. */
import { formatRequirement } from '@/core/python';
import { type WayOut, writeWayOut } from '@/core/resolution';
import { formatPin } from './ranges';
import type { Answer } from './reading';
import type { ResolverEvent } from './state';

export interface Exit {
  readonly label: string;
  readonly gives: string;
  readonly event: ResolverEvent;
}

/** More would be read by nobody. */
const MOST = 4;
const PINS_NAMED = 8;

export function exitsOf(answer: Answer): readonly Exit[] {
  if (answer.resolution.kind !== 'unsolvable') return [];
  return answer
    .waysOut()
    .ways.slice(0, MOST)
    .map((way) => ({
      label: writeWayOut(way).replaceAll('`', '').replace(/\.$/, ''),
      gives: givenBy(way),
      event: {
        kind: 'way-taken',
        changes: way.changes.map(({ place, to }) => ({ place, to: to && formatRequirement(to) })),
      },
    }));
}

function givenBy({ forks }: WayOut): string {
  const pins = [...new Set(forks.flatMap((fork) => fork.pins.map(formatPin)))];
  const more = pins.length - PINS_NAMED;
  return more > 0 ? `${pins.slice(0, PINS_NAMED).join(', ')} and ${more} more` : pins.join(', ');
}
