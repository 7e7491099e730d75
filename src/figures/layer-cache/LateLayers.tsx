/** The layer cache where a text already says what it shows: it comes when it is scrolled to. */
import type { ReactNode } from 'react';
import { LateFigure, type LatePlace } from '@/figures/frame/LateFigure';
import type { LayerScenario } from './scenario';
import type { Lens } from './state';
import { stillModel } from './still-model';
import LayerFigure from './View';

export interface LateLayersProps extends LatePlace {
  /** As what it is seen at first. */
  readonly lens: Lens;
}

export default function LateLayers({ lens, ...place }: LateLayersProps): ReactNode {
  const { id, number, scenario, title } = place;
  return (
    <LateFigure<LayerScenario> {...place} figure={stillModel.name}>
      {(data) => (
        <LayerFigure id={id} number={number} title={title} scenario={{ id: scenario, data }} start={{ lens }} />
      )}
    </LateFigure>
  );
}
