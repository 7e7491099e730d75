/** Reads a scenario before anybody asks for it, a piece at a time while the page is at rest, so that the first tap is answered at once. */
import { parsed, readingOf } from './reading';
import { openReadings, openScene, type ResolverScenario } from './scenario';
import { thinkOn } from './think-on';

export async function readAhead(scenario: ResolverScenario, atRest: () => Promise<void>): Promise<void> {
  await atRest();
  parsed(scenario.text);
  await atRest();
  readingOf(openScene(scenario), scenario.text);
  do await atRest();
  while (!thinkOn(openReadings, scenario.text));
}
