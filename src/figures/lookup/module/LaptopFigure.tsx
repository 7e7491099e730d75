/** The module figure with its first scenario in its own code, so that a lecture's page carries nothing of it. */
import type { ReactNode } from 'react';
import data from '~content/scenarios/lookup/one-laptop.yaml?module';
import View from './View';

export interface LaptopFigureProps {
  readonly id: string;
  readonly number: string;
}

export default function LaptopFigure(props: LaptopFigureProps): ReactNode {
  return <View {...props} scenario={{ id: 'one-laptop', data }} />;
}
