/**
 * Lets a slide step, go and play through a figure's walk. What it asks for while the walk or the scenario is on its way waits, and is
 * done in its order. Playing rests while nobody can see it: the page is hidden, the figure is off the stage, or the reader wants
 * things to stand still.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FigureModel, FigurePicture } from './model';
import type { Moment } from './session';
import type { Dispatch, Host } from './use-figure';
import type { FigureCommand } from './wire';

/** Milliseconds a step stands while playing. */
const pace = 1200;

/** Commands that wait at most: a slide that sends more before its figure is there gets the last ones. */
const mostWaiting = 100;

interface Played<Scene, State> {
  readonly host: Host;
  readonly id: string;
  readonly now: Moment<Scene, State>;
  /** Whether a scenario or a state is on its way. */
  readonly isOpening: boolean;
}

export function usePlay<Scenario, Scene, State, Event, Picture extends FigurePicture>(
  model: FigureModel<Scenario, Scene, State, Event, Picture>,
  { host, id, now, isOpening }: Played<Scene, State>,
  dispatch: Dispatch<Scene, State, Event>,
): void {
  const walk = model.walk === 'coming' ? undefined : model.walk;
  const isReady = model.walk !== 'coming' && !isOpening;
  const waiting = useRef<readonly FigureCommand[]>([]);
  const [playing, setPlaying] = useState(false);
  const isEmbedded = host === 'embed' && model.walk !== undefined;

  const step = useEffectEvent((by: 1 | -1) => {
    const event = walk?.step(now.scene, now.state, by);
    if (event === undefined) setPlaying(false);
    else dispatch({ kind: 'figure', event });
  });
  const obey = useEffectEvent((command: FigureCommand) => {
    if (command.kind === 'step') step(command.by);
    else if (command.kind === 'play') setPlaying(command.playing);
    else if (command.kind === 'goto') {
      const event = walk?.goTo(now.scene, now.state, command.step);
      if (event !== undefined) dispatch({ kind: 'figure', event });
    }
  });
  // Each is done before the next is looked at, which goes on from where it leads.
  const take = useEffectEvent((command: FigureCommand) => {
    if (isReady && waiting.current.length === 0) flushSync(() => obey(command));
    else waiting.current = [...waiting.current, command].slice(-mostWaiting);
  });
  const takeNext = useEffectEvent(() => {
    const [next, ...others] = waiting.current;
    if (next === undefined || !isReady) return false;
    waiting.current = others;
    flushSync(() => obey(next));
    return true;
  });

  useEffect(() => {
    if (!isEmbedded) return;
    const commanded = ({ detail }: WindowEventMap['shipshape:figure-command']) => {
      if (detail.kind === 'step' || detail.kind === 'goto' || detail.kind === 'play') take(detail);
    };
    addEventListener('shipshape:figure-command', commanded);
    return () => removeEventListener('shipshape:figure-command', commanded);
  }, [isEmbedded]);

  useEffect(() => {
    if (!isReady) return;
    const timer = setTimeout(() => {
      while (takeNext());
    });
    return () => clearTimeout(timer);
  }, [isReady]);

  useEffect(() => {
    const figure = document.getElementById(id);
    if (!playing || figure === null) return;
    let onStage = true;
    const observer = new IntersectionObserver(([entry]) => {
      onStage = entry?.isIntersecting === true;
    });
    observer.observe(figure);
    const timer = setInterval(() => {
      if (onStage && !document.hidden) step(1);
    }, pace);
    return () => {
      observer.disconnect();
      clearInterval(timer);
    };
  }, [playing, id]);
}
