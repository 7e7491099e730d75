import { describe, expect, it } from 'vitest';
import { linkProblems } from './links.mjs';

/** @param {Record<string, string>} written @param {string} [base] */
function problemsOf(written, base = '/') {
  const pages = Object.entries(written)
    .filter(([file]) => file.endsWith('.html'))
    .map(([file, html]) => ({ file, path: `/${file.replace('index.html', '')}`, html }));
  const styles = Object.entries(written)
    .filter(([file]) => file.endsWith('.css'))
    .map(([file, css]) => ({ file, css }));
  return linkProblems({ pages, files: new Set(Object.keys(written)), styles, base }).problems;
}

const glossary = { 'glossary/index.html': '<div id="wheel">x</div>' };

describe('an address inside the site', () => {
  it.each([
    ['a page', '/glossary/'],
    ['a place on a page', '/glossary/#wheel'],
    ['a relative page', './glossary/'],
    ['a place on the same page', '#here'],
    ['a file', '/favicon.svg'],
    ['another host, by https', 'https://packaging.python.org/'],
    ['a letter', 'mailto:a@example.org'],
  ])('is right when it leads to %s', (_, address) => {
    expect(
      problemsOf({ 'index.html': `<a href="${address}">x</a><p id="here"></p>`, 'favicon.svg': '', ...glossary }),
    ).toEqual([]);
  });

  it.each([
    ['/glosary/', '/ leads to /glosary/, and there is no glosary/index.html.'],
    ['/glossary', '/ leads to /glossary, and there is no glossary: a slash is missing at the end.'],
    ['/glossary/#weel', '/ leads to /glossary/#weel, and nothing on that page has the id "weel".'],
    ['#there', '/ leads to #there, and nothing on that page has the id "there".'],
    ['http://example.org/', "/ leads to http://example.org/, which isn't https."],
  ])('%s is wrong, and the sentence says why', (address, says) => {
    expect(problemsOf({ 'index.html': `<a href="${address}">x</a>`, ...glossary })).toEqual([says]);
  });

  it('may not leave the base path', () => {
    const page = { 'index.html': '<a href="/glossary/">x</a><a href="/course/glossary/">y</a>', ...glossary };
    expect(problemsOf(page, '/course/')).toEqual([
      "/ leads to /glossary/, out of the base path /course/: write it with href() or from the site's root in Markdown.",
    ]);
  });

  it('counts in a redirect, in a style sheet and in an island too', () => {
    expect(
      problemsOf({
        'old/index.html': '<meta http-equiv="refresh" content="0;url=/gone/">',
        'index.html': '<astro-island component-url="/_a/x.js"></astro-island>',
        '_a/a.css': '@font-face{src:url("/_a/f.woff2")} b{mask:url(#m)}',
      }),
    ).toEqual([
      '/old/ (a redirect) leads to /gone/, and there is no gone/index.html.',
      '/ leads to /_a/x.js, and there is no _a/x.js.',
      '_a/a.css leads to /_a/f.woff2, and there is no _a/f.woff2.',
    ]);
  });
});

describe('an id', () => {
  it('stands once on a page, and is there when an attribute names it', () => {
    expect(
      problemsOf({
        'index.html': '<p id="a"></p><p id="a"></p><label for="b">x</label><i aria-describedby="a c"></i>',
      }),
    ).toEqual([
      '/ has the id "a" twice.',
      '/: label names the id "b" in for, and the page has none.',
      '/: i names the id "c" in aria-describedby, and the page has none.',
    ]);
  });
});
