/** What dragging the end of a bar means. It needs no core, so that a page can drag before that has come. */
import type { BoundStepper, Ranges } from './ranges';
import type { ResolverEvent } from './state';

/** The event of a bound that is dragged before a release, counted from 0; undefined where no version is written so. */
export function draggedTo(
  { stops }: Pick<Ranges, 'stops'>,
  { grip, less, more }: BoundStepper,
  place: number,
  dragged: 'begins' | 'goes on',
): ResolverEvent | undefined {
  // What is up to and with a version, or after it, names the release before the place.
  const version = stops[grip?.operator === '>=' || grip?.operator === '<' ? place : place - 1];
  const moved = less.event ?? more.event;
  if (version === undefined || moved?.kind !== 'bound-moved') return undefined;
  return { ...moved, version, dragged };
}
