/** The controls of the walk: to the start, back, on, and a scrubber over all of it. */
import type { ReactNode } from 'react';
import { Button } from './Button';
import { useLive } from './use-live';

/** A walk as it is drawn: where it is, and what leads where. */
export interface WalkPicture<Event> {
  /** Steps that are shown, of how many. */
  readonly done: number;
  readonly total: number;
  /** In words, for the scrubber. */
  readonly here: string;
  readonly first: Event | undefined;
  readonly back: Event | undefined;
  readonly on: Event | undefined;
  /** The event of each place. */
  readonly scrub: readonly Event[];
}

export interface WalkBarProps<Event> {
  readonly walk: WalkPicture<Event>;
  readonly send: (event: Event) => void;
}

export function WalkBar<Event>({ walk, send }: WalkBarProps<Event>): ReactNode {
  const { done, total, here, first, back, on, scrub } = walk;
  const live = useLive();
  const scrubTo = (position: number) => {
    const event = scrub[position];
    if (event !== undefined) send(event);
  };
  const press = (event: Event | undefined) => () => event !== undefined && send(event);
  const isFirst = first === undefined ? 'This is where it begins.' : undefined;
  return (
    <div className="figure-walk">
      <Button label="From the start" onPress={press(first)} disabledBecause={isFirst} />
      <Button label="Back" onPress={press(back)} disabledBecause={isFirst} />
      <Button label="Next" onPress={press(on)} disabledBecause={on === undefined ? 'This is the end.' : undefined} />
      <input
        type="range"
        aria-label="Go to"
        aria-valuetext={here}
        min={0}
        max={total - 1}
        value={done - 1}
        disabled={!live}
        onChange={({ target }) => scrubTo(target.valueAsNumber)}
      />
    </div>
  );
}
