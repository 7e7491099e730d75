/** Lets both strategies search in the page: in slices that leave time to answer, slowly at first and then ever faster. */
import { useEffect, useRef, useState } from 'react';
import { advanceRace, parseScenario, type Race, type RaceState, raceStateOf, startRace } from '@/core/resolution';

/** Milliseconds of work between two drawings. */
const SLICE = 10;
/** How many more steps each drawing brings, as a part of those taken: a thousand take two seconds, a hundred thousand four. */
const GROWTH = 0.05;
/** Drawings for each of the first steps. */
const FIRST = 4;

/** How the race of a scenario’s text stands; undefined before it is run. */
export function useRace(text: string) {
  const [shown, setShown] = useState<{ readonly of: string; readonly state: RaceState }>();
  const [isRunning, setRunning] = useState(false);
  const frame = useRef<number>(undefined);
  const stop = () => {
    if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    frame.current = undefined;
    setRunning(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text ends the race of this one
  useEffect(() => stop, [text]);
  const run = () => {
    const problem = parseScenario(text).value?.problem;
    if (problem === undefined) return;
    const race = startRace(problem);
    setRunning(true);
    setShown({ of: text, state: raceStateOf(race) });
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let drawn = 0;
    const go = () => {
      drawn += 1;
      const state = slice(race, isStill ? Number.POSITIVE_INFINITY : stepsFor(race, drawn));
      if (!isStill || state.isOver) setShown({ of: text, state });
      if (state.isOver) stop();
      else frame.current = requestAnimationFrame(go);
    };
    frame.current = requestAnimationFrame(go);
  };
  return { state: shown?.of === text ? shown.state : undefined, isRunning, run, stop };
}

function stepsFor({ pubgrub, backtracking }: Race, drawn: number): number {
  const taken = Math.max(pubgrub.context.counts.steps, backtracking?.rounds ?? 0);
  const more = Math.floor(taken * GROWTH);
  return more > 0 ? more : Number(drawn % FIRST === 0);
}

function slice(race: Race, steps: number): RaceState {
  const until = performance.now() + SLICE;
  return advanceRace(race, steps, () => performance.now() < until);
}
