/** The present state as a link: made after each change, put into a lab's address, told to the slide around an embed. */
import { useEffect, useEffectEvent } from 'react';
import { encodeLink } from './link';
import type { FigureModel, FigurePicture } from './model';
import type { Done, Moment } from './session';
import type { Host } from './use-figure';
import { tell } from './wire';

/** Browsers refuse to change an address more than about three times a second for long, and nobody needs each letter typed. */
const settled = 350;
/** A slide may take its frame away at any moment: it is told almost at once. */
const settledForSlide = 40;

/**
 * @returns makes the fragment of the present state (`#1.…`), or undefined when the state is too large for a link
 */
export function useFragment<Scenario, Scene, State, Event, Picture extends FigurePicture>(
  model: FigureModel<Scenario, Scene, State, Event, Picture>,
  now: Moment<Scene, State>,
  done: Done,
  { id, host }: { readonly id: string; readonly host: Host },
): () => Promise<string | undefined> {
  const { name: figure, revision } = model;
  const make = async (): Promise<string | undefined> => {
    const link = await encodeLink({ figure, revision, scenario: now.scenario, state: model.write(now.state) });
    return link.kind === 'link' ? link.fragment : undefined;
  };
  const publish = useEffectEvent(async (isStale: () => boolean) => {
    const fragment = await make();
    if (isStale()) return;
    // A state that is too large for a link leaves none behind: an older one would open something else.
    if (host === 'lab') history.replaceState(history.state, '', fragment ?? location.pathname + location.search);
    if (fragment !== undefined) tell({ kind: 'change', figure, id, fragment });
  });
  const isTold = done !== 'nothing' && (host === 'lab' || host === 'embed');

  // biome-ignore lint/correctness/useExhaustiveDependencies: each moment is published, and only the event of the effect reads it
  useEffect(() => {
    if (!isTold) return;
    let stale = false;
    const go = () => void publish(() => stale);
    const timer = setTimeout(go, host === 'embed' ? settledForSlide : settled);
    // A slide that is left, or a page that is closed, must not lose the last letter.
    addEventListener('pagehide', go);
    return () => {
      stale = true;
      clearTimeout(timer);
      removeEventListener('pagehide', go);
    };
  }, [now, isTold, host]);
  return make;
}
