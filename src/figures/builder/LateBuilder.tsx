/** The package builder where a text already says what it shows: it comes when it is scrolled to. */
import type { ReactNode } from 'react';
import type { Json } from '@/figures/frame/model';
import { LateFigure, type LatePlace } from '@/figures/frame/LateFigure';
import type { BuilderScenario } from './scenario';
import { stillModel } from './still-model';
import View from './View';

export interface LateBuilderProps extends LatePlace {
  /** The state in which it begins, as a link holds it. */
  readonly start: Json;
}

export default function LateBuilder({ start, ...place }: LateBuilderProps): ReactNode {
  const { id, number, scenario, title } = place;
  return (
    <LateFigure<BuilderScenario> {...place} figure={stillModel.name}>
      {(data) => <View id={id} number={number} title={title} scenario={{ id: scenario, data }} start={start} />}
    </LateFigure>
  );
}
