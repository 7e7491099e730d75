/** The stations in a row, each with its shape, its name and its word. */
import type { ReactNode } from 'react';
import type { Station, StationStatus } from './station';

export interface StationsProps {
  readonly label: string;
  readonly stations: readonly Station[];
  /** What leads to a station. */
  readonly lead?: (stage: Station['stage']) => ReactNode;
}

export function Stations({ label, stations, lead }: StationsProps): ReactNode {
  return (
    <ol className="stations" aria-label={label}>
      {stations.map(({ stage, status, name, does, word }) => (
        <li key={stage} className={`station ${status}`}>
          <Lamp status={status} />
          <b>{name}</b>
          <span className="station-word">{word}</span>
          <span className="station-does">{does}</span>
          {lead?.(stage)}
        </li>
      ))}
    </ol>
  );
}

const SHAPES: Readonly<Record<StationStatus, string>> = {
  passed: 'm4 8.5 2.7 2.7L12 5.5',
  stopped: 'm5 5 6 6m0-6-6 6',
  'not-reached': 'M5 8h6',
  ahead: 'M6 6.4c0-2.6 4-2.6 4 0 0 1.6-2 1.5-2 3.2m0 1.4v.6',
  unknown: 'M5 8h.6M8 8h.6m2.4 0h.6',
};

function Lamp({ status }: { readonly status: StationStatus }): ReactNode {
  return (
    <svg className="station-lamp" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      <path d={SHAPES[status]} />
    </svg>
  );
}
