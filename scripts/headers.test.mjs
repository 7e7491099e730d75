import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headerRules, rulesFor } from './headers.mjs';

const rules = headerRules(readFileSync(new URL('../public/_headers', import.meta.url), 'utf8'));

/** An address of each page and folder of pages. */
const entries = readdirSync(new URL('../src/pages', import.meta.url), { withFileTypes: true });
const paths = entries
  .filter((entry) => entry.isDirectory() || !entry.name.endsWith('.ts'))
  .map((entry) => {
    const name = entry.name.replace(/\.\w+$/, '');
    if (name === 'index') return '/';
    if (name === '404') return '/404.html';
    return entry.isDirectory() ? `/${name}/any/` : `/${name}/`;
  });

const frames = (/** @type {string} */ path) => rulesFor(rules, path).map((rule) => rule.headers);

describe('the headers that a server sends', () => {
  it.each(paths)('let only this site frame %s, by one rule', (path) => {
    expect(frames(path)).toEqual([
      {
        'Content-Security-Policy':
          path.startsWith('/embed/') || path.startsWith('/labs/') ? 'frame-ancestors *' : "frame-ancestors 'self'",
      },
    ]);
  });

  it.each(['/embed/v1/lookup/', '/labs/terminal/'])('let anyone frame %s, by one rule', (path) => {
    expect(frames(path)).toEqual([{ 'Content-Security-Policy': 'frame-ancestors *' }]);
  });

  it('let any page load embed.js, as a module too', () => {
    expect(rulesFor(rules, '/embed.js').map((rule) => rule.headers)).toEqual([{ 'Access-Control-Allow-Origin': '*' }]);
  });

  it('are read with their patterns and without comments', () => {
    expect(headerRules('# x\n/a/*\n  A: b c\n\n/\n  D: e')).toEqual([
      { pattern: '/a/*', headers: { A: 'b c' } },
      { pattern: '/', headers: { D: 'e' } },
    ]);
  });
});
