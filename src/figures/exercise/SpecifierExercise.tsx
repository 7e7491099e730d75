/** Exercises on the specifier explorer. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { SpecifierScenario } from '@/figures/specifier/scenario';
import SpecifierFigure from '@/figures/specifier/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function SpecifierExercise(props: ExerciseProps<SpecifierScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={SpecifierFigure} openStore={openSiteStore} />;
}
