/** The wheel decoder as it stands in the HTML: complete without any script. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { shipScenario } from './scenario';
import View from './View';
import { wheelScenario } from './wheel.fixture';

const still = (id: string) =>
  renderToStaticMarkup(<View id="w" number="4.1" scenario={{ id, data: shipScenario(wheelScenario(id)) }} />);
const words = (html: string) => html.replaceAll(/<svg.*?<\/svg>|<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ');

describe('the still', () => {
  const html = still('pyerfa');

  it('has one crate lit, the others with their words, and the source behind', () => {
    expect(html.match(/class="wheel-crate on-paper chosen"/g)?.length).toBe(1);
    expect(html.match(/class="wheel-crate on-paper refused"/g)?.length).toBe(9);
    expect(words(html)).toContain('pyerfa-2.0.1.5.tar.gz in reserve source: building needs a C compiler');
    expect(words(html)).toContain('CPython 3.13 on Linux with glibc 2.41, x86-64 takes');
  });

  it('can’t be pressed before the figure is alive', () => {
    const controls = html.match(/<(?:fieldset|button|input type="text"|select)\b[^>]*>/g) ?? [];
    expect(controls.filter((tag) => !tag.includes('disabled=""'))).toEqual([]);
    expect(html).toMatch(/<input[^>]*type="text"[^>]*disabled=""/);
  });

  it('names every crate by its file and its word', () => {
    const named = html.match(/<button[^>]*class="wheel-crate.*?<\/button>/gs) ?? [];
    const spoken = named.map((crate) =>
      words(crate.replaceAll(/<span[^>]*aria-hidden="true".*<\/span>(?=<span class="wheel-word")/gs, '')),
    );
    expect(spoken).toContain(' pyerfa-2.0.1.5-cp39-abi3-musllinux_1_2_x86_64.whl: musl ');
    expect(spoken.length).toBe(10);
  });

  it('takes the lit name apart', () => {
    expect(words(html)).toContain('cp39 Python tag CPython 3.9 or newer');
  });

  it('keeps a list of a thousand tags light', () => {
    const list = /<ol class="wheel-tags">.*?<\/ol>/s.exec(html)?.[0] ?? '';
    expect((list.match(/</g) ?? []).length).toBeLessThan(1200);
    expect(words(list)).toContain('272 manylinux_2_17_x86_64 lit pyerfa-2.0.1.5-cp39-abi3-manylinux_2_17_x86_64');
  });

  it('shows the source in front where no wheel fits', () => {
    expect(still('brotlicffi')).toContain('class="wheel-source chosen"');
  });
});
