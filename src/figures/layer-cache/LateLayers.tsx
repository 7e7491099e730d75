/** The layer cache where a text already says what it shows: it comes when it is scrolled to. */
import type { ReactNode } from 'react';
import { LateFigure, type LatePlace } from '@/figures/frame/LateFigure';
import type { LayerScenario } from './scenario';
import { stillModel } from './still-model';
import LayerFigure from './View';

export default function LateLayers(place: Omit<LatePlace, 'title'>): ReactNode {
  const { id, number, scenario } = place;
  return (
    <LateFigure<LayerScenario> {...place} title={stillModel.title} figure={stillModel.name}>
      {(data) => <LayerFigure id={id} number={number} scenario={{ id: scenario, data }} />}
    </LateFigure>
  );
}
