/** Exercises on the clinic. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { ClinicScenario } from '@/figures/clinic/scenario';
import ClinicFigure from '@/figures/clinic/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function ClinicExercise(props: ExerciseProps<ClinicScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={ClinicFigure} openStore={openSiteStore} />;
}
