/** Exercises on the wheel inspector. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { InspectorScenario } from '@/figures/inspector/scenario';
import InspectorFigure from '@/figures/inspector/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function InspectorExercise(props: ExerciseProps<InspectorScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={InspectorFigure} openStore={openSiteStore} />;
}
