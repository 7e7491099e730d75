/** The examples of a figure, to choose from in place; a page has them as links too. */
import type { ReactNode } from 'react';
import { Pick } from './Choices';
import type { FrameOfFigure } from './use-figure';

export function Library({ library, scenario, send }: FrameOfFigure): ReactNode {
  if (library.length < 2) return null;
  const choices = library.map(({ id, title }) => ({ label: title, chosen: id === scenario, event: id }));
  return <Pick legend="Example" choices={choices} send={(id) => send({ kind: 'scenario-asked', scenario: id })} />;
}
