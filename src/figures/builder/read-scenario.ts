/** From the text of a scenario file to the scenario that a page is sent. At build and in tests. */
import { parse } from 'yaml';
import { makeScenario } from './make-scenario';
import type { BuilderScenario } from './scenario';
import { type BuilderFile, builderSchema } from './schema';

/** @throws when the file has another form; `npm run content` says where */
export function readBuilderFile(text: string): BuilderFile {
  return builderSchema.parse(parse(text));
}

/** What a page is sent: the project with its first state drawn, without what the list of examples has, and what only tests read. */
export function shipScenario({ title: _, says: __, expects: ___, ...project }: BuilderFile): BuilderScenario {
  return makeScenario(project);
}
