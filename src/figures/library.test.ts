import { describe, expect, it } from 'vitest';
import { entriesOf, figures, scenarioOf } from './library';
import { openFigure } from './models';

describe('the library of figures', () => {
  it('names each figure and each of its scenarios once, by words that fit an address', () => {
    const names = figures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { scenarios } of figures) {
      const ids = scenarios.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    }
  });

  it.each(figures.flatMap((figure) => figure.scenarios.map((scenario) => [figure.name, scenario] as const)))(
    '%s opens its scenario as it comes out of a file',
    (name, { data, says, title }) => {
      const sent: unknown = JSON.parse(JSON.stringify(data));
      const { written } = openFigure(name, sent).first();
      expect(openFigure(name, sent).play(written)?.written).toEqual(written);
      expect([title, says].filter((text) => text.trim() === '')).toEqual([]);
      expect(says).toMatch(/^\S.*[.?]$/);
    },
  );

  it('gives a view the titles of its examples, and not their data', () => {
    for (const figure of figures) {
      for (const entry of entriesOf(figure)) expect(Object.keys(entry)).toEqual(['id', 'title', 'says']);
    }
  });

  it('refuses a scenario that isn’t there', () => {
    expect(() => scenarioOf(figures[0], 'two-laptops')).toThrow('module-lookup has no scenario two-laptops.');
  });
});
