import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPoster } from './draw-poster';
import type { Poster, PosterMark } from './poster';
import { fewFiles, folders, longRelease } from './poster.fixture';
import { posterColours } from './poster-colours';

const options = { title: 'Which file does pip take?', number: '4.2', theme: 'light', width: 960 } as const;
const sizeOf = (svg: string) => {
  const [, width = '', height = ''] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};
/** The lines that a viewer reads, in their order. */
const linesOf = (svg: string) =>
  [...svg.matchAll(/<text [^>]*>(.*?)<\/text>/g)].map(([, inner = '']) => inner.replaceAll(/<[^>]*>/g, ''));

describe('the colours of a poster', () => {
  it('are those of the site', () => {
    const tokens = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
    for (const [at, theme] of (['light', 'dark'] as const).entries()) {
      const names = Object.keys(posterColours[theme]);
      const ofSite = names.map((name) => {
        const pair = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens);
        return [name, pair?.[at + 1]];
      });
      expect(posterColours[theme]).toEqual(Object.fromEntries(ofSite));
    }
  });
});

describe('a poster', () => {
  it('says number, title, settings, groups, rows, what happened and where it is from', () => {
    expect(linesOf(drawPoster(folders, { ...options, address: 'https://example.org/labs/command-lookup/' }))).toEqual([
      'Figure 4.2\u2003Which file does pip take?',
      '~/.local/bin stands first on PATH.',
      'Asked before PATH',
      'alias',
      'none',
      'PATH, in order',
      '/home/you/.local/bin',
      'has no python3',
      '/usr/bin',
      'python3 is here',
      '/bin',
      'bash takes /usr/bin/python3.',
      'Shipshape',
      'example.org/labs/command-lookup/',
    ]);
  });

  it('has a title and a description for those who hear it', () => {
    const svg = drawPoster(folders, options);
    expect(svg).toMatch(/^<svg [^>]*role="img"><title>Which file does pip take\?<\/title><desc>/);
    expect(/<desc>(.*?)<\/desc>/.exec(svg)?.[1]).toBe(
      '~/.local/bin stands first on PATH. Asked before PATH: alias (none). PATH, in order: /home/you/.local/bin (has no python3), /usr/bin (python3 is here), /bin. bash takes /usr/bin/python3.',
    );
  });

  it('is 16:9 where it is wide, with larger letters where there is less to show', () => {
    const few = drawPoster(folders, options);
    const many = drawPoster(longRelease, options);
    const largest = (svg: string) =>
      Math.max(...[...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size)));
    expect(sizeOf(few)).toEqual({ width: 960, height: 540 });
    expect(sizeOf(many)).toEqual({ width: 960, height: 540 });
    expect(largest(few)).toBeGreaterThan(largest(many) * 1.2);
  });

  it('says where it leaves out how many rows, and never leaves out what was chosen', () => {
    const lines = linesOf(drawPoster(longRelease, options));
    expect(lines).toContain('taken');
    const rows = lines.filter((line) => line.startsWith('numpy-2.3.1-cp31')).length;
    expect(rows).toBeGreaterThanOrEqual(6);
    expect(lines.filter((line) => line.endsWith('more'))).toEqual([`… ${40 - (rows - 1)} more`, '… 4 more']);
    expect(linesOf(drawPoster(fewFiles, options)).join(' ')).not.toContain('more');
  });

  it('is a third as wide on a phone, words below names, and as high as it needs', () => {
    const svg = drawPoster(fewFiles, { ...options, width: 390 });
    expect(sizeOf(svg).width).toBe(390);
    expect(svg).not.toContain('text-anchor="end"');
    expect(linesOf(svg)).toContain('taken');
  });

  it('uses the colours of its theme only', () => {
    for (const theme of ['light', 'dark'] as const) {
      const used = new Set(drawPoster(fewFiles, { ...options, theme }).match(/#[0-9a-f]{6}/g));
      expect([...used].filter((colour) => !Object.values(posterColours[theme]).includes(colour))).toEqual([]);
    }
  });
});

describe('a poster of anything', () => {
  const marks: readonly PosterMark[] = ['chosen', 'fits', 'passed', 'refused', 'ahead', 'plain'];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('<script>alert(1)</script>', '"/><foreignObject>', ']]>', '&lt;', '\u0000', '\ud800', '\uffff'),
    fc.string({ maxLength: 3_000 }),
  );
  const words = fc.array(fc.oneof(text, fc.record({ code: text })), { maxLength: 5 });
  const posters: fc.Arbitrary<Poster> = fc.record({
    settings: words,
    happened: words,
    groups: fc.array(
      fc.record({
        label: text,
        rows: fc.array(fc.record({ mark: fc.constantFrom(...marks), name: text, word: text }), { maxLength: 20 }),
      }),
      { maxLength: 3 },
    ),
  });
  const widths = fc.integer({ min: 300, max: 1600 });

  it('has our elements and no other, closed in their order, and no character that XML forbids', () => {
    const ours = ['circle', 'desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan'];
    fc.assert(
      fc.property(posters, text, widths, (poster, title, width) => {
        const svg = drawPoster(poster, { title, theme: 'dark', width, address: title });
        const open: string[] = [];
        for (const [tag, slash = '', name = '', empty = ''] of svg.matchAll(
          /<(\/?)([^\s/>]+)(?:\s[\w:-]+="[^"<]*")*(\/?)>|</g,
        )) {
          expect(ours, tag).toContain(name);
          if (slash !== '') expect(open.pop()).toBe(name);
          else if (empty === '') open.push(name);
        }
        expect(open).toEqual([]);
        expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
        expect(svg.isWellFormed()).toBe(true);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
        expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('is the same each time, and bounded in length', () => {
    fc.assert(
      fc.property(posters, widths, (poster, width) => {
        const draw = () => drawPoster(poster, { ...options, width });
        const svg = draw();
        expect(draw()).toBe(svg);
        expect(svg.length).toBeLessThan(500_000);
      }),
    );
  });
});
