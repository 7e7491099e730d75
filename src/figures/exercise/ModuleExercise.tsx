/** Exercises on the module figure. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import ModuleFigure from '@/figures/lookup/module/View';
import type { ModuleScenario } from '@/figures/lookup/schema';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function ModuleExercise(props: ExerciseProps<ModuleScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={ModuleFigure} openStore={openSiteStore} />;
}
