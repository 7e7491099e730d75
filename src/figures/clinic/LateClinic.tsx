/** The clinic in a lecture: it comes with its patients when it is scrolled to. */
import type { ReactNode } from 'react';
import { LateFigure, type LatePlace } from '@/figures/frame/LateFigure';
import type { ClinicScenario } from './scenario';
import View from './View';

export default function LateClinic(place: LatePlace): ReactNode {
  const { id, number, scenario, title } = place;
  return (
    <LateFigure<ClinicScenario> {...place} figure="manifest-clinic">
      {(data) => <View id={id} number={number} title={title} scenario={{ id: scenario, data }} />}
    </LateFigure>
  );
}
