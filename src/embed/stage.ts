/**
 * Is an embed on stage? Off it the figure rests: its slide isn't shown, the page is hidden, or the frame is scrolled away or has no size.
 */

/** What is known of the stage. */
export interface Stage {
  /** The frame's part of the window: is any of it seen, with a size? */
  readonly seen: boolean;
  /** The browser's tab. */
  readonly hidden: boolean;
  /** The slide's word, by message. */
  readonly shown: boolean;
}

export const isOnStage = ({ seen, hidden, shown }: Stage): boolean => seen && !hidden && shown;

/**
 * Watches the stage of this page.
 * @param told called when it changes from on to off or back
 * @returns takes the slide's word
 */
export function watchStage(told: (on: boolean) => void): (shown: boolean) => void {
  let stage: Stage = { seen: false, hidden: document.hidden, shown: true };
  let on = true;
  const change = (changed: Partial<Stage>) => {
    stage = { ...stage, ...changed };
    if (isOnStage(stage) === on) return;
    on = !on;
    told(on);
  };
  new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last !== undefined) change({ seen: last.isIntersecting && last.boundingClientRect.width > 0 });
  }).observe(document.body);
  document.addEventListener('visibilitychange', () => change({ hidden: document.hidden }));
  return (shown) => change({ shown });
}
