import { describe, expect, it } from 'vitest';
import { addressesOf, addressProblems } from './addresses.mjs';

/** @param {string} path @param {string} html */
const page = (path, html) => ({ path, file: `${path.slice(1)}index.html`, html });

describe('the addresses of a site', () => {
  it('are its pages and the ids that an author chose, without what the machinery names', () => {
    expect(
      addressesOf([
        page(
          '/b/',
          '<head><meta id="x"></head><main id="main"><h2 id="venv">x</h2><section id="finding"><h3 id="finding-title">x</h3></section><span id="def-1" popover></span><div id="wheel"><dt>wheel</dt></div><div id="quiz-a-question"><p></p></div></main>',
        ),
        page('/a/', '<main></main>'),
        page('/old/', '<meta http-equiv="refresh" content="0;url=/b/">'),
      ]),
    ).toEqual(['/a/', '/b/', '/b/#finding', '/b/#venv', '/b/#wheel']);
  });
});

describe('a published address', () => {
  const present = ['/b/', '/b/#venv'];

  it('is kept when its page and its place are there', () => {
    expect(addressProblems({ published: present, present, redirects: {} })).toEqual([]);
  });

  it('is kept when a redirect leads on from its page', () => {
    expect(
      addressProblems({ published: [...present, '/old/', '/old/#venv'], present, redirects: { '/old/': '/b/' } }),
    ).toEqual([]);
  });

  it.each([
    ['/c/', {}],
    ['/b/#bays', {}],
    ['/old/', { '/old/': '/nowhere/' }],
  ])('%s is missed when it is gone', (address, redirects) => {
    expect(addressProblems({ published: [...present, address], present, redirects })).toEqual([
      `${address} was published and is gone: bring it back, or let content/redirects.json lead on from it.`,
    ]);
  });

  it('is asked for when a page or a place is new', () => {
    expect(addressProblems({ published: ['/b/'], present, redirects: {} })).toEqual([
      '/b/#venv is new: run "npm run addresses" to keep it for good, or choose another id while you still can.',
    ]);
  });
});
