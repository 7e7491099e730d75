import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Moves, Stepper } from './Stepper';

const send = () => {};

it('shows a value between two buttons that are named by where they lead', () => {
  const markup = renderToStaticMarkup(
    <Stepper
      legend="glibc"
      value="2.28"
      less={{ label: 'glibc 2.27', event: 27 }}
      more={{ label: 'newer', event: undefined, disabledBecause: 'No newer one is known.' }}
      send={send}
    />,
  );
  expect(markup).toBe(
    '<fieldset class="figure-stepper" disabled=""><legend>glibc</legend>' +
      '<button type="button" class="figure-button chip" disabled="" aria-label="glibc 2.27">–</button><b>2.28</b>' +
      '<button type="button" class="figure-button chip" disabled="" aria-label="newer" aria-disabled="true" title="No newer one is known.">+</button></fieldset>',
  );
});

it('moves an item up and down, each button named in full, and says at an end that it is one', () => {
  const markup = renderToStaticMarkup(
    <Moves
      legend="/usr/bin"
      up={{ label: '/usr/bin one place up', event: undefined }}
      down={{ label: '/usr/bin one place down', event: 1 }}
      send={send}
    />,
  );
  expect(markup.match(/aria-label="[^"]*"|title="[^"]*"/g)).toEqual([
    'aria-label="/usr/bin one place up"',
    'title="This is the end."',
    'aria-label="/usr/bin one place down"',
  ]);
});
