/** Exercises on the resolver playground. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { ResolverScenario } from '@/figures/resolver/scenario';
import ResolverFigure from '@/figures/resolver/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function ResolverExercise(props: ExerciseProps<ResolverScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={ResolverFigure} openStore={openSiteStore} />;
}
