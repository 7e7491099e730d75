import { describe, expect, it } from 'vitest';
import { recipes, type Wish } from './recipes';

const site = 'https://example.org/course/';
const wish: Wish = {
  figure: 'wheel-decoder',
  scenario: 'numpy',
  title: 'Which file?',
  fragment: '',
  theme: 'auto',
  scale: 1,
  readonly: false,
  answer: 'shown',
  density: 'stage',
  height: 600,
};
const code = (id: string, changes: Partial<Wish> = {}) =>
  recipes({ ...wish, ...changes }, site)
    .find((recipe) => recipe.id === id)
    ?.blocks.at(-1)?.code;

describe('the code for a slide', () => {
  it('is the element with its still, and with what differs from the usual', () => {
    expect(code('reveal')).toBe(
      [
        '<section>',
        '  <shipshape-figure figure="wheel-decoder" scenario="numpy" host="reveal" height="600">',
        '    <a href="https://example.org/course/labs/wheel-decoder/numpy/"><img src="https://example.org/course/embed/v1/wheel-decoder/numpy.svg" alt="Which file?"></a>',
        '  </shipshape-figure>',
        '</section>',
      ].join('\n'),
    );
    const changed = {
      theme: 'dark',
      scale: 1.5,
      readonly: true,
      answer: 'hidden',
      density: 'page',
      fragment: '#1.abc',
    } as const;
    expect(code('slidev', changed)?.split('\n').slice(0, 2)).toEqual([
      '<shipshape-figure figure="wheel-decoder" scenario="numpy" state="#1.abc" host="slidev" theme="dark" scale="1.5" density="page" readonly hide="answer" height="600">',
      '  <a href="https://example.org/course/labs/wheel-decoder/numpy/#1.abc"><img src="https://example.org/course/embed/v1/wheel-decoder/numpy.svg" alt="Which file?"></a>',
    ]);
  });

  it('is a plain frame with the same in its address', () => {
    expect(code('frame', { theme: 'dark', readonly: true, fragment: '#1.abc' })).toBe(
      [
        '<iframe src="https://example.org/course/embed/v1/wheel-decoder/?scenario=numpy&amp;theme=dark&amp;density=stage&amp;readonly=1#1.abc"',
        '  title="Which file?" width="100%" height="600" loading="lazy"',
        '  allow="clipboard-write; fullscreen" style="border: 0; color-scheme: dark"></iframe>',
      ].join('\n'),
    );
  });

  it('names embed.js where a script is wanted', () => {
    const scripts = recipes(wish, site).map(({ blocks }) =>
      blocks[0]?.code.includes('course/embed.js" async></script>'),
    );
    expect(scripts).toEqual([true, false, true, true, true]);
  });
});
