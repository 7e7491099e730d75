/** Reads a scenario before anybody asks for it, a piece at a time while the page is at rest, so that the first tap is answered at once. */
import { readingOf } from './reading';
import { openScene, type ResolverScenario } from './scenario';

export async function readAhead(scenario: ResolverScenario, atRest: () => Promise<void>): Promise<void> {
  await atRest();
  const reading = readingOf(openScene(scenario), scenario.text);
  if (reading.kind !== 'read' || reading.answer.resolution.kind !== 'unsolvable') return;
  await atRest();
  reading.answer.why();
  await atRest();
  reading.answer.waysOut();
}
