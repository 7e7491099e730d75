/** Exercises on the install figure, with its scenario in its own code, so that the page carries nothing of it. */
import type { ReactNode } from 'react';
import type { InstallScenario } from '@/figures/install/scenario';
import InstallFigure from '@/figures/install/View';
import requests from '~content/scenarios/install/requests.json?raw';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

const scenario = { id: 'requests', data: JSON.parse(requests) as InstallScenario };

export default function InstallExercise({ exercise }: Pick<ExerciseProps<InstallScenario>, 'exercise'>): ReactNode {
  return <ExercisePanel exercise={exercise} scenario={scenario} Figure={InstallFigure} openStore={openSiteStore} />;
}
