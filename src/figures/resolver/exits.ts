/** The ways out of a conflict, solved already: what each changes, and what it gives. */
import { formatRequirement } from '@/core/python';
import { type WayOut, writeWayOut } from '@/core/resolution';
import { formatPin } from './ranges';
import type { Answer } from './reading';
import type { ResolverEvent } from './state';

export interface Exit {
  readonly label: string;
  /** The releases that it gives: first those of the projects that the conflict is about. */
  readonly gives: readonly string[];
  /** The others. */
  readonly more: readonly string[];
  readonly event: ResolverEvent;
}

/** More would be read by nobody. */
const MOST = 4;
const PINS_NAMED = 3;

export function exitsOf(answer: Answer): readonly Exit[] {
  if (answer.resolution.kind !== 'unsolvable') return [];
  return answer
    .waysOut()
    .ways.slice(0, MOST)
    .map((way) => {
      const pins = pinsOf(answer, way);
      const named = pins.length <= PINS_NAMED + 1 ? pins.length : PINS_NAMED;
      return {
        label: writeWayOut(way).replaceAll('`', '').replace(/\.$/, ''),
        gives: pins.slice(0, named),
        more: pins.slice(named),
        event: {
          kind: 'way-taken',
          changes: way.changes.map(({ place, to }) => ({ place, to: to && formatRequirement(to) })),
        },
      };
    });
}

/** Each once: of what was changed, of what the conflict is about, and the rest. */
function pinsOf({ asks }: Answer, { changes, forks }: WayOut): readonly string[] {
  const changed = new Set(changes.map(({ from }) => from.normalizedName));
  const rankOf = (name: (typeof forks)[number]['pins'][number]['name']) =>
    changed.has(name) ? 0 : asks.has(name) ? 1 : 2;
  const pins = forks.flatMap((fork) => fork.pins).sort((left, right) => rankOf(left.name) - rankOf(right.name));
  return [...new Set(pins.map(formatPin))];
}
