import { expect, it } from 'vitest';
import { embedCode } from './embed-code';

const addresses = {
  script: 'https://course.example/embed.js',
  lab: 'https://course.example/labs/wheel-decoder/ujson/#1.abc',
  still: 'https://course.example/embed/v1/wheel-decoder/ujson.svg',
};

it('holds the script, the element with its state, and a still that leads to the lab', () => {
  const figure = {
    figure: 'wheel-decoder',
    scenario: 'ujson',
    title: 'Which "file" <wins>?',
    fragment: '#1.abc',
  } as const;
  expect(embedCode(figure, addresses)).toBe(
    [
      '<script src="https://course.example/embed.js" async></script>',
      '<shipshape-figure figure="wheel-decoder" scenario="ujson" state="#1.abc">',
      '  <a href="https://course.example/labs/wheel-decoder/ujson/#1.abc"><img src="https://course.example/embed/v1/wheel-decoder/ujson.svg" alt="Which &quot;file&quot; &lt;wins&gt;?"></a>',
      '</shipshape-figure>',
    ].join('\n'),
  );
});

it('names no state where the figure is as at first', () => {
  const figure = { figure: 'wheel-decoder', scenario: 'ujson', title: 'Which?', fragment: '' } as const;
  expect(embedCode(figure, addresses)).toContain('<shipshape-figure figure="wheel-decoder" scenario="ujson">\n');
});
