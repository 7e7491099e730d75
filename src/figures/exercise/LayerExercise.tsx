/** Exercises on the layer cache. Each figure has its own island, so that a page loads no other. */
import type { ReactNode } from 'react';
import type { LayerScenario } from '@/figures/layer-cache/scenario';
import LayerFigure from '@/figures/layer-cache/View';
import { ExercisePanel, type ExerciseProps } from './ExercisePanel';
import { openSiteStore } from './site-store';

export default function LayerExercise(props: ExerciseProps<LayerScenario>): ReactNode {
  return <ExercisePanel {...props} Figure={LayerFigure} openStore={openSiteStore} />;
}
