/** Bringing requirements in from a file, and taking the answer out as one. */
import type { ReactNode } from 'react';
import type { TuningProps } from './TuningView';

export function TakeAlongView(_: TuningProps): ReactNode {
  return null;
}
