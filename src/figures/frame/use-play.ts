/**
 * Lets a slide step, go and play through a figure's walk. Playing rests while nobody can see it: the page is hidden, the figure is
 * off the stage, or the reader wants things to stand still.
 */
import { useEffect, useEffectEvent, useState } from 'react';
import type { FigureModel, FigurePicture } from './model';
import type { Moment } from './session';
import type { Dispatch, Host } from './use-figure';
import './wire';

/** Milliseconds a step stands while playing. */
const pace = 1200;

interface Played<Scene, State> {
  readonly host: Host;
  readonly id: string;
  readonly now: Moment<Scene, State>;
}

export function usePlay<Scenario, Scene, State, Event, Picture extends FigurePicture>(
  model: FigureModel<Scenario, Scene, State, Event, Picture>,
  { host, id, now }: Played<Scene, State>,
  dispatch: Dispatch<Scene, State, Event>,
): void {
  const { walk } = model;
  const [playing, setPlaying] = useState(false);
  const isEmbedded = host === 'embed' && walk !== undefined;

  const step = useEffectEvent((by: 1 | -1) => {
    const event = walk?.step(now.scene, now.state, by);
    if (event === undefined) setPlaying(false);
    else dispatch({ kind: 'figure', event });
  });
  const goTo = useEffectEvent((place: number) => {
    const event = walk?.goTo(now.scene, now.state, place);
    if (event !== undefined) dispatch({ kind: 'figure', event });
  });

  useEffect(() => {
    if (!isEmbedded) return;
    const commanded = ({ detail }: WindowEventMap['shipshape:figure-command']) => {
      if (detail.kind === 'step') step(detail.by);
      else if (detail.kind === 'goto') goTo(detail.step);
      else if (detail.kind === 'play') setPlaying(detail.playing);
    };
    addEventListener('shipshape:figure-command', commanded);
    return () => removeEventListener('shipshape:figure-command', commanded);
  }, [isEmbedded]);

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
