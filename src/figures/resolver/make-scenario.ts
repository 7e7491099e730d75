/** A scenario file made ready for a page: its text, with the first state drawn. Done at build. */
import { factsOf } from './facts';
import './lenses';
import { AT_BUILD } from './patience';
import { present } from './present';
import { readingOf } from './reading';
import { realCheckParts } from './real-check';
import type { ResolverScenario, TextScene } from './scenario';
import { firstState } from './state';

export function makeScenario(id: string, text: string): ResolverScenario {
  const scene: TextScene = { scenario: { id, text }, readings: new Map(), patience: AT_BUILD };
  const state = firstState();
  const picture = present(scene, state, { answer: 'shown' });
  const reading = readingOf(scene, text);
  if (reading.kind !== 'read') throw new Error(`The scenario ${id} can’t be read.`);
  return {
    id,
    text,
    first: {
      // The text stands in the scenario already, and the settings are drawn when they are opened.
      picture: { ...picture, shown: '', editor: { ...picture.editor, text: '' }, tuning: undefined },
      facts: [...factsOf(scene, state)],
      realCheck: realCheckParts(reading.answer.scenario.problem),
    },
  };
}
