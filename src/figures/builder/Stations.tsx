/** The way from the source to a program that runs, station by station, each with what leads there. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { MarkShape } from '@/figures/inspector/RowList';
import type { StationPicture } from './picture';
import type { BuilderEvent } from './state';

export interface StationsProps {
  readonly stations: readonly StationPicture[];
  readonly send: (event: BuilderEvent) => void;
}

const MARKS = { well: 'well', stopped: 'wrong', ahead: 'plain' } as const;

export function Stations({ stations, send }: StationsProps): ReactNode {
  return (
    <ol className="builder-stations">
      {stations.map(({ name, mark, word, button }) => (
        <li key={name} className={mark}>
          <p>
            <MarkShape mark={MARKS[mark]} />
            <b>{name}</b> <span>{word}</span>
          </p>
          {button === undefined ? null : (
            <Button label={button.label} onPress={() => send(button.event)} disabledBecause={button.disabledBecause} />
          )}
        </li>
      ))}
    </ol>
  );
}
