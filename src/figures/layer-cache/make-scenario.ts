/** A project made ready for a page: with its first state drawn. Done at build. */
import { factsOf } from './facts';
import './lenses';
import { present } from './present';
import { type LayerScenario, openScene, type Project } from './scenario';
import { firstState } from './state';

export function makeScenario(project: Project): LayerScenario {
  const scene = openScene(project);
  const state = firstState(scene);
  const picture = present(scene, state, { answer: 'shown' });
  // The texts of its files are in the project already.
  const facts = [...factsOf(scene, state)].filter(([name]) => !name.startsWith('file '));
  return { ...project, drawn: { picture, facts } };
}
