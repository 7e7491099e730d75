/** The layer cache as it stands in the HTML: complete without any script. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { layerScenario } from './layer-cache.fixture';
import View from './View';

const still = (id: string) =>
  renderToStaticMarkup(<View id="l" number="8.1" scenario={{ id, data: layerScenario(id) }} />);
const words = (html: string) => html.replaceAll(/<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ');

describe('the still', () => {
  const html = still('code-first');

  it('has every step with its word, and the sum', () => {
    expect(html.match(/class="layer-step cached"/g)?.length).toBe(3);
    expect(words(html)).toContain('0 s nothing runs: 3 steps cached');
    expect(words(html)).toContain('Nothing is changed since the last build: every step comes from the cache.');
  });

  it('can’t be pressed before the figure is alive', () => {
    const controls = html.match(/<(?:fieldset|button|select)\b[^>]*>/g) ?? [];
    expect(controls.length).toBeGreaterThan(5);
    expect(controls.filter((tag) => !tag.includes('disabled=""'))).toEqual([]);
  });

  it('names every file by what a tap does', () => {
    expect(html.match(/aria-label="(?:Edit|Touch) [^"]+"/g)).toContain('aria-label="Edit templates/home.html"');
  });
});
