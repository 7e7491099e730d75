/** Both figures as they stand in the HTML: complete without any script. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import CommandFigure from './command/View';
import ModuleFigure from './module/View';
import { commandLaptop, moduleLaptop } from './scenarios.fixture';

const command = renderToStaticMarkup(
  <CommandFigure id="c" number="1.3" scenario={{ id: 'one-laptop', data: commandLaptop }} />,
);
const module = renderToStaticMarkup(
  <ModuleFigure id="m" number="1.1" scenario={{ id: 'one-laptop', data: moduleLaptop }} />,
);
const words = (html: string) => html.replaceAll(/<svg.*?<\/svg>|<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ');

describe('the stills', () => {
  it('show the path, the light and the sentence of the first state', () => {
    expect(words(command)).toContain('/usr/bin ls pip python3 taken');
    expect(words(command)).toContain('bash takes /usr/bin/python3 : the first executable python3 along PATH.');
    expect(words(module)).toContain('/home/you/dice the script’s folder dice random taken');
    expect(words(module)).toContain('Python takes /home/you/dice/random.py : the first random along sys.path.');
  });

  it('say in words for paper what is set', () => {
    expect(words(command)).toContain('Typed: python3 . Activated: none.');
    expect(words(module)).toContain('In /home/you/dice : /usr/bin/python3 dice.py , looking for random .');
  });

  it('have exactly one lit bay each', () => {
    expect([command, module].map((html) => html.match(/lookup-bay taken/g)?.length)).toEqual([1, 1]);
  });
});
