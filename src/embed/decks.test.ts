import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slideShown, turnPage } from './decks';

describe('turning the page of a deck', () => {
  it('is told to reveal.js as JSON, and to Slidev as an object', () => {
    expect(turnPage('reveal', 'PageDown')).toEqual(['{"method":"next","args":[]}']);
    expect(turnPage('slidev', 'PageUp')).toEqual([{ target: 'slidev', type: 'navigate', operation: 'prev', args: [] }]);
  });

  it('is told in both ways where nobody said which engine it is', () => {
    expect(turnPage('page', 'PageDown')).toEqual([
      ...turnPage('reveal', 'PageDown'),
      ...turnPage('slidev', 'PageDown'),
    ]);
  });
});

describe('reveal.js', () => {
  it('says whether a slide is shown; nothing else does', () => {
    expect(['slide:start', 'slide:stop', 'slide', '', null, { type: 'slide:stop' }].map(slideShown)).toEqual([
      true,
      false,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('still has the words that this was written for', () => {
    const source = (file: string) =>
      readFileSync(new URL(`../../node_modules/reveal.js/js/${file}`, import.meta.url), 'utf8');
    expect(source('reveal.js')).toContain('Reveal[data.method].apply( Reveal, data.args )');
    expect(source('controllers/slidecontent.js')).toContain("postMessage( 'slide:stop', '*' )");
    expect(source('config.ts')).toContain('postMessage: true,');
  });
});
