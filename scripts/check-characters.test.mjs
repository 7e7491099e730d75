import { describe, expect, it } from 'vitest';
import { describeMissing, missingCharacters, seenTexts, styledTexts } from './check-characters.mjs';

const ascii = (/** @type {number} */ point) => point < 0x7f;
const draws = { text: ascii, code: (/** @type {number} */ point) => ascii(point) || point === 0x2192 };

describe('the texts that a page shows', () => {
  it('are those of its elements and of the attributes that are drawn, in the face that they are set in', () => {
    expect(
      seenTexts(
        '<head><title>no</title></head><p>prose<br><code>x</code> on</p><td data-label="Tool"></td><script>no()</script><svg><title>no</title><text>label</text></svg>',
      ),
    ).toEqual([
      { face: 'text', text: 'prose' },
      { face: 'code', text: 'x' },
      { face: 'text', text: ' on' },
      { face: 'text', text: 'Tool' },
      { face: 'text', text: 'label' },
    ]);
  });
});

describe('the texts of a style sheet', () => {
  it('are what it writes before and after elements', () => {
    const css = String.raw`a{content:"● " / ""}b::after{content:counter(n) " \"x"}c{content:"\2715 1"}d{content:none}`;
    expect(styledTexts(css)).toEqual(['● ', '', String.raw` \"x`, '✕1']);
  });
});

describe('a character without a font', () => {
  it('is one that the face of its text, and what stands behind it, lacks', () => {
    expect(missingCharacters([{ path: '/a/', html: '<p>from → to, → again</p><pre>a → b</pre>' }], draws)).toEqual([
      { character: '→', face: 'text', page: '/a/', context: 'from → to, → again' },
    ]);
  });

  it('is told with its code point, its page and the text around it', () => {
    expect(describeMissing({ character: '→', face: 'code', page: '/a/', context: 'a → b' })).toBe(
      'U+2192 “→” on /a/ in code (…a → b…) is in none of our fonts.',
    );
  });
});
