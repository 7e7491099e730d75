/**
 * Is an element on the stage: in the window, with a size, and on a slide that is shown? An IntersectionObserver says the first; what
 * deck engines do to the other slides (display, visibility, opacity) it doesn't see, so a slow clock looks while anything is near.
 */

/** Milliseconds between two looks: a figure is usable within 300 of its slide's coming. */
const pause = 60;

interface Watched {
  near: boolean;
  shown: boolean;
  readonly tell: (shown: boolean) => void;
}

const watched = new Map<Element, Watched>();
let clock: ReturnType<typeof setInterval> | undefined;

const observer = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const one = watched.get(target);
    if (one !== undefined) one.near = isIntersecting;
  }
  look();
});

/** Can it be seen at this moment? Doesn't ask whether it is scrolled into view. */
export function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true }))
    return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

/** Looks at once, for whoever knows that something has changed. */
export function look(): void {
  for (const [element, one] of watched) {
    const shown = one.near && isShown(element);
    if (shown === one.shown) continue;
    one.shown = shown;
    one.tell(shown);
  }
  const isNeeded = [...watched.values()].some(({ near }) => near);
  if (isNeeded) clock ??= setInterval(look, pause);
  else {
    clearInterval(clock);
    clock = undefined;
  }
}

export function watchStage(element: Element, tell: (shown: boolean) => void): void {
  watched.set(element, { near: false, shown: false, tell });
  observer.observe(element);
}

export function forgetStage(element: Element): void {
  watched.delete(element);
  observer.unobserve(element);
}
