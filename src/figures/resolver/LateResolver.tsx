/** The playground where a text already says what it shows, a run step by step or a race: it comes when it is scrolled to. */
import type { ReactNode } from 'react';
import type { Json } from '@/core/exercise';
import { LateFigure, type LatePlace } from '@/figures/frame/LateFigure';
import type { ResolverScenario } from './scenario';
import { stillModel } from './still-model';
import ResolverFigure from './View';

export interface LateResolverProps extends LatePlace {
  /** The written state that it begins with: its lens. */
  readonly start: Json;
}

export default function LateResolver({ start, ...place }: LateResolverProps): ReactNode {
  const { id, number, scenario, title } = place;
  return (
    <LateFigure<ResolverScenario> {...place} figure={stillModel.name}>
      {(data) => (
        <ResolverFigure id={id} number={number} title={title} scenario={{ id: scenario, data }} start={start} />
      )}
    </LateFigure>
  );
}
