/** The controls of the walk: to the start, back, on, and a scrubber over all of it. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { useLive } from '@/figures/frame/use-live';
import type { Walk } from './present';
import type { InstallEvent } from './state';

export interface WalkBarProps {
  readonly walk: Walk;
  readonly send: (event: InstallEvent) => void;
}

export function WalkBar({ walk, send }: WalkBarProps): ReactNode {
  const { done, total, here, first, back, on, scrub } = walk;
  const live = useLive();
  const scrubTo = (position: number) => {
    const event = scrub[position];
    if (event !== undefined) send(event);
  };
  const press = (event: InstallEvent | undefined) => () => event !== undefined && send(event);
  const isFirst = first === undefined ? 'This is where it begins.' : undefined;
  return (
    <div className="install-walk">
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
