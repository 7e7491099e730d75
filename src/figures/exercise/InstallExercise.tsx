/** Exercises on the install figure. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { InstallScenario } from '@/figures/install/scenario';
import InstallFigure from '@/figures/install/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function InstallExercise(props: ExerciseProps<InstallScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={InstallFigure} openStore={openSiteStore} />;
}
