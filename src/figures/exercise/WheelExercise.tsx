/** Exercises on the wheel decoder. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { WheelScenario } from '@/figures/wheel/scenario';
import WheelFigure from '@/figures/wheel/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function WheelExercise(props: ExerciseProps<WheelScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={WheelFigure} openStore={openSiteStore} />;
}
