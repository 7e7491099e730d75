import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dress, hashOf } from './diagrams.mjs';

const folder = new URL('../content/diagrams/', import.meta.url);
const sources = readdirSync(folder).filter((name) => name.endsWith('.mmd'));

describe('diagrams', () => {
  it.each(sources)('%s was drawn from its present source (else run npm run diagrams)', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const svg = readFileSync(new URL(file.replace('.mmd', '.svg'), folder), 'utf8');
    expect(/data-source="(\w+)"/.exec(svg)?.[1]).toBe(hashOf(source));
  });

  it.each(sources)(
    '%s keeps text as text, has title and description, and holds no style sheet or foreign address',
    (file) => {
      const svg = readFileSync(new URL(file.replace('.mmd', '.svg'), folder), 'utf8');
      expect(svg).toMatch(/<title id="[^"]+">.+<\/title><desc id="[^"]+">.+<\/desc>/);
      expect(svg).toMatch(/<text/);
      expect(svg).not.toMatch(/<style|@import|foreignObject|https?:\/\/(?!www\.w3\.org)/);
    },
  );

  it.each(sources)('%s says the versions and bounds of its source', (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8').replace(/^%%.*$/gm, '');
    const svg = readFileSync(new URL(file.replace('.mmd', '.svg'), folder), 'utf8');
    const drawn = new Set(svg.replace(/<desc[\s\S]*?<\/desc>|<[^>]*>/g, ' ').match(/\d+(?:\.\d+)+/g));
    expect([...new Set(source.match(/\d+(?:\.\d+)+/g))].filter((version) => !drawn.has(version))).toEqual([]);
  });

  it('leaves out the style sheet that mermaid writes', () => {
    const source = '%% title: T\n%% description: D\nflowchart LR\n  a --> b\n';
    const svg = dress(
      '<svg viewBox="0 0 10 20"><style>@import url(x)</style><g style="color:red"><text>a</text></g></svg>',
      'x',
      source,
    );
    expect(svg).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" role="img" aria-labelledby="d-x-title d-x-description" data-source="${hashOf(source)}" viewBox="0 0 10 20" style="max-width:10px"><title id="d-x-title">T</title><desc id="d-x-description">D</desc><text>a</text></svg>\n`,
    );
  });
});
