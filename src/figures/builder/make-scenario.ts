/** A project made ready for a page: with its first state drawn. Done at build. */
import { factsOf } from './facts';
import { present } from './present';
import { type BuilderScenario, openProject, type Project } from './scenario';
import { firstState } from './state';

export function makeScenario(project: Project): BuilderScenario {
  const scene = openProject(project);
  const state = firstState(scene);
  // Archives are made of files, which no picture is sent with.
  const picture = { ...present(scene, state, { answer: 'shown' }), file: undefined, project: undefined };
  // The texts of its files are in the project already.
  const facts = [...factsOf(state)].filter(([name]) => name !== 'text' && !name.startsWith('file '));
  return { ...project, drawn: { picture, facts } };
}
