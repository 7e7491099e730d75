/** The wheel decoder where a text already says what it shows: it comes when it is scrolled to. */
import type { ReactNode } from 'react';
import { LateFigure, type LatePlace } from '@/figures/frame/LateFigure';
import type { WheelScenario } from './scenario';
import View from './View';

export default function LateWheel(place: LatePlace): ReactNode {
  const { id, number, scenario, title } = place;
  return (
    <LateFigure<WheelScenario> {...place} figure="wheel-decoder">
      {(data) => <View id={id} number={number} title={title} scenario={{ id: scenario, data }} />}
    </LateFigure>
  );
}
