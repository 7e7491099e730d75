/** Exercises on the package builder. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { BuilderScenario } from '@/figures/builder/scenario';
import BuilderFigure from '@/figures/builder/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function BuilderExercise(props: ExerciseProps<BuilderScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={BuilderFigure} openStore={openSiteStore} />;
}
