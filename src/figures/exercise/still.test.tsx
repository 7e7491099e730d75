/** The panel as it stands in the HTML before any script has run. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import CommandFigure from '@/figures/lookup/command/View';
import { commandLaptop } from '@/figures/lookup/scenarios.fixture';
import { ExercisePanel } from './ExercisePanel';
import { twoPips } from './exercise.fixture';

const html = renderToStaticMarkup(
  <ExercisePanel
    exercise={twoPips}
    scenario={{ id: 'one-laptop', data: commandLaptop }}
    Figure={CommandFigure}
    openStore={undefined}
  />,
);

it('says the tasks, and stands at the exercise’s own start', () => {
  expect(html).toContain('pip is the environment’s.');
  expect(html).toContain('pip is the system’s.');
  expect(html).toMatch(/<b>python3<\/b>/);
});

it('holds hints, solutions and why it is so where there is no script, folded and nowhere else', () => {
  const without = [...html.matchAll(/<noscript>([\s\S]*?)<\/noscript>/g)].map(([, inner = '']) => inner).join('');
  const rest = html.replaceAll(/<noscript>[\s\S]*?<\/noscript>/g, '');
  for (const text of ['Look at PATH.', 'Activate greeting’s.', 'The other way.', 'The first on PATH wins.']) {
    expect(without).toContain(text);
    expect(rest).not.toContain(text);
  }
  expect(without.match(/<details/g)?.length).toBe(5);
});

it('has every button disabled, so that none is pressed in vain', () => {
  const buttons = html.match(/<button\b[^>]*>/g) ?? [];
  expect(buttons.filter((button) => !button.includes('disabled=""'))).toEqual([]);
});
