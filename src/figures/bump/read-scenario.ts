/** From the text of a scenario file to the scenario that a page is sent. At build and in tests. */
import { parse } from 'yaml';
import type { BumpScenario } from './scenario';
import { type BumpFile, bumpSchema } from './schema';

/** @throws when the file has another form; `npm run content` says where */
export function readBumpFile(text: string): BumpFile {
  return bumpSchema.parse(parse(text));
}

/** What a page is sent: not what the list of examples has, nor what only tests read. */
export function shipScenario({ title: _, says: __, expects: ___, ...shown }: BumpFile): BumpScenario {
  return shown;
}
