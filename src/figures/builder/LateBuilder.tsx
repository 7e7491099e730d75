/** The package builder where a text already says what it shows: it comes when it is scrolled to, as it is to begin there. */
import type { ReactNode } from 'react';
import type { Json } from '@/core/exercise';
import { LateFigure, type LatePlace } from '@/figures/frame/LateFigure';
import type { BuilderScenario } from './scenario';
import { stillModel } from './still-model';
import BuilderFigure from './View';

export interface LateBuilderProps extends LatePlace {
  /** A written state (link.ts). */
  readonly start: Json;
}

export default function LateBuilder({ start, ...place }: LateBuilderProps): ReactNode {
  const { id, number, scenario, title } = place;
  return (
    <LateFigure<BuilderScenario> {...place} figure={stillModel.name}>
      {(data) => (
        <BuilderFigure id={id} number={number} title={title} scenario={{ id: scenario, data }} start={start} />
      )}
    </LateFigure>
  );
}
