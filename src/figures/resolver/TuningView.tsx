/** The settings of a scenario, each written into its text. */
import type { ReactNode } from 'react';
import { Choices, Pick } from '@/figures/frame/Choices';
import type { ResolverPicture } from './picture';
import type { ResolverEvent } from './state';

export interface TuningProps {
  readonly picture: ResolverPicture;
  readonly send: (event: ResolverEvent) => void;
}

/** More values are a list. */
const MOST_CHIPS = 4;

export function TuningView({ picture, send }: TuningProps): ReactNode {
  const { tuning } = picture;
  if (tuning === undefined || tuning.settings.length === 0) return <p>There is nothing to set here.</p>;
  return (
    <div className="resolver-tuning">
      {tuning.settings.map(({ setting, legend, choices }) =>
        choices.length > MOST_CHIPS ? (
          <Pick key={setting} legend={legend} choices={choices} send={send} />
        ) : (
          <Choices key={setting} legend={legend} choices={choices} send={send} />
        ),
      )}
    </div>
  );
}
