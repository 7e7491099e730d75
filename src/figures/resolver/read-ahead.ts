/**
 * Reads a scenario before its picture is made anew, a piece at a time: the core has never run before, and all at once it would hold
 * the page up. When it is done the first picture stays as it is, its reasons and its ways out with it.
 */
import { parsed, readingOf, tomlOf } from './reading';
import { openReadings, openScene, type ResolverScenario } from './scenario';
import { thinkOn } from './think-on';

/** `pause` gives the page time between two pieces. */
export async function readAhead(scenario: ResolverScenario, pause: () => Promise<void>): Promise<void> {
  const { text } = scenario;
  if (text.length > openScene(scenario).patience.characters) return;
  tomlOf(text);
  await pause();
  parsed(text);
  await pause();
  readingOf(openScene(scenario), text);
  do await pause();
  while (!thinkOn(openReadings, text));
}
