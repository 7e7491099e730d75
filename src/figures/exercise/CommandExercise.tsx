/** Exercises on the command figure. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import CommandFigure from '@/figures/lookup/command/View';
import type { CommandScenario } from '@/figures/lookup/schema';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function CommandExercise(props: ExerciseProps<CommandScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={CommandFigure} openStore={openSiteStore} />;
}
