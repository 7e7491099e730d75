/** Dragging the end of a bar along the line of releases. What the pointer’s place means is frozen as it begins: the line may change. */
import { type PointerEvent, useRef } from 'react';
import { draggedTo } from './dragged';
import type { BoundStepper, Ranges } from './ranges';
import type { ResolverEvent } from './state';

/** A grip’s handler of a pointer that goes down on it. */
export function useDrag(ranges: Ranges, send: (event: ResolverEvent) => void) {
  const latest = useRef(send);
  latest.current = send;
  return (stepper: BoundStepper, { currentTarget, pointerId, button }: PointerEvent<HTMLElement>): void => {
    const strip = currentTarget.closest('.resolver-strip');
    if (strip === null || button !== 0) return;
    const places = placesIn(strip, ranges.columns);
    let last = stepper.grip?.at ?? 0;
    let hasMoved = false;
    const move = (event: globalThis.PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      const place = nearest(places, event.clientX);
      if (place === last) return;
      const moved = draggedTo(ranges, stepper, place, hasMoved ? 'goes on' : 'begins');
      if (moved === undefined) return;
      last = place;
      hasMoved = true;
      latest.current(moved);
    };
    const end = (event: globalThis.PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      // A busy browser leaves moves out; where the pointer went up it says.
      if (event.type === 'pointerup') move(event);
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
    // On the window: the bar itself may be gone when nobody asks for it any more.
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  };
}

/** Where each release begins, from the left of the screen, and where the last one ends. */
function placesIn(strip: Element, columns: Ranges['columns']): readonly number[] {
  const cells = [...strip.querySelectorAll('.resolver-cell')].map((cell) => cell.getBoundingClientRect());
  const begins = columns.flatMap(({ count }, at) => {
    const { left = 0, width = 0 } = cells[at] ?? {};
    return Array.from({ length: count }, (_, place) => left + (width * place) / count);
  });
  return [...begins, cells.at(-1)?.right ?? 0];
}

function nearest(places: readonly number[], x: number): number {
  let best = 0;
  for (const [place, at] of places.entries()) {
    if (Math.abs(at - x) < Math.abs((places[best] ?? 0) - x)) best = place;
  }
  return best;
}
