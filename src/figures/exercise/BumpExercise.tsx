/** Exercises on the bump adviser. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { BumpScenario } from '@/figures/bump/scenario';
import BumpFigure from '@/figures/bump/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function BumpExercise(props: ExerciseProps<BumpScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={BumpFigure} openStore={openSiteStore} />;
}
