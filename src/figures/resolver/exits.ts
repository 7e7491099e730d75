/** The ways out of a conflict, solved already: what each changes, what it gives, and the text with it applied. */
import { leaveOut, rewriteRequirement, rewriteText, type WayOut, writeWayOut } from '@/core/resolution';
import { formatPin } from './ranges';
import type { Answer } from './scenario';
import type { ResolverEvent } from './state';

export interface Exit {
  readonly label: string;
  readonly gives: string;
  readonly event: ResolverEvent;
}

/** More would be read by nobody. */
const MOST = 4;
const PINS_NAMED = 8;

export function exitsOf(answer: Answer, text: string, focus: string | undefined): readonly Exit[] {
  if (answer.resolution.kind !== 'unsolvable') return [];
  return answer.waysOut().ways.slice(0, MOST).map((way) => ({
    label: writeWayOut(way).replaceAll('`', '').replace(/\.$/, ''),
    gives: givenBy(way),
    event: { kind: 'rewritten', text: applied(answer, text, way), focus },
  }));
}

function givenBy({ forks }: WayOut): string {
  const pins = [...new Set(forks.flatMap((fork) => fork.pins.map(formatPin)))];
  const more = pins.length - PINS_NAMED;
  return more > 0 ? `${pins.slice(0, PINS_NAMED).join(', ')} and ${more} more` : pins.join(', ');
}

function applied({ places }: Answer, text: string, { changes }: WayOut): string {
  const { root } = places();
  const rewrites = changes.flatMap(({ place, to }) => {
    const string = root[place];
    if (string === undefined) return [];
    return to === undefined ? (leaveOut(root, place) ?? []) : rewriteRequirement(string, to);
  });
  return rewriteText(text, rewrites);
}
