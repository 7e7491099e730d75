import { describe, expect, it } from 'vitest';
import { parts, redirectOf, tags, unescaped } from './built-site.mjs';

describe('a page as tags and texts', () => {
  it('keeps the order, reads every form of attribute, and gives text as a reader sees it', () => {
    expect([...parts('<!doctype html><p class="a b" hidden data-x=1>1 &lt; 2 &#8594;<br/></p><!-- <b> -->')]).toEqual([
      {
        kind: 'open',
        name: 'p',
        attributes: new Map([
          ['class', 'a b'],
          ['hidden', ''],
          ['data-x', '1'],
        ]),
        empty: false,
      },
      { kind: 'text', text: '1 < 2 →' },
      { kind: 'open', name: 'br', attributes: new Map(), empty: true },
      { kind: 'close', name: 'p' },
    ]);
  });

  it('takes nothing inside a script or a style for a tag', () => {
    expect(
      tags('<script>if (a<b) document.write("<p id=x>")</script><style>a>b{}</style><i>z</i>').map((tag) => tag.name),
    ).toEqual(['script', 'style', 'i']);
  });

  it('reads quotes and angle brackets inside attributes', () => {
    expect(tags(`<a title='say "x" > y' href="/a/?b=1&amp;c=2">t</a>`)[0]?.attributes).toEqual(
      new Map([
        ['title', 'say "x" > y'],
        ['href', '/a/?b=1&c=2'],
      ]),
    );
  });

  it('leaves an entity that it does not know as it is', () => {
    expect(unescaped('&amp;lt; &foo; &#x2192;')).toBe('&lt; &foo; →');
  });
});

describe('a redirect', () => {
  it('is a page that refreshes to another address', () => {
    expect(redirectOf('<meta http-equiv="refresh" content="0;url=/course/new/">')).toBe('/course/new/');
    expect(redirectOf('<meta name="description" content="url=/x/">')).toBeUndefined();
  });
});
