import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParameters } from './parameters';

const usual = {
  scenario: undefined,
  theme: 'auto',
  scale: 1,
  readonly: false,
  answer: 'shown',
  host: 'page',
  density: 'page',
};

describe('the parameters of an embed', () => {
  it('are all optional', () => {
    expect(readParameters('')).toEqual({ settings: usual, notices: [] });
    expect(readParameters('?theme=&scale=&host=&scenario=')).toEqual({ settings: usual, notices: [] });
  });

  it('are all taken', () => {
    const asked = '?scenario=one-laptop&theme=dark&scale=1.5&readonly=1&hide=answer&host=page&density=stage';
    expect(readParameters(asked)).toEqual({
      settings: {
        scenario: 'one-laptop',
        theme: 'dark',
        scale: 1.5,
        readonly: true,
        answer: 'hidden',
        host: 'page',
        density: 'stage',
      },
      notices: [],
    });
  });

  it.each(['reveal', 'slidev'])('make a deck of %s a stage, unless they say otherwise', (host) => {
    expect(readParameters(`?host=${host}`).settings).toEqual({ ...usual, host, density: 'stage' });
    expect(readParameters(`?host=${host}&density=page`).settings).toEqual({ ...usual, host, density: 'page' });
  });

  it.each([
    ['theme=sepia', 'theme is “sepia”: give light, dark or auto. It is auto here.'],
    ['scale=big', 'scale is “big”: give a number from 0.5 to 4. It is 1 here.'],
    ['scale=0', 'scale is “0”: give a number from 0.5 to 4. It is 1 here.'],
    ['scale=1e9', 'scale is “1e9”: give a number from 0.5 to 4. It is 1 here.'],
    ['readonly=yes', 'readonly is “yes”: give 0 or 1. It is 0 here.'],
    ['hide=all', 'hide is “all”: give nothing or answer. It is nothing here.'],
    ['host=keynote', 'host is “keynote”: give page, reveal or slidev. It is page here.'],
    ['density=low', 'density is “low”: give page or stage. It is page here.'],
    ['scenario=../x', 'scenario is “../x”: that is no name of one. This is the figure’s first scenario.'],
  ])('that are wrong are said, and the default holds: %s', (query, notice) => {
    expect(readParameters(`?${query}`)).toEqual({ settings: usual, notices: [notice] });
  });

  it('that are endless are cut in the notice', () => {
    expect(readParameters(`?theme=${'x'.repeat(500)}`).notices[0]?.length).toBeLessThan(120);
  });

  it('never throw, and always give settings within their bounds', () => {
    const name = fc.constantFrom('scenario', 'theme', 'scale', 'readonly', 'hide', 'host', 'density', 'x');
    const words = fc.oneof(fc.string(), fc.constantFrom('1', 'dark', 'reveal', '-1', 'NaN', 'Infinity', '%', '0x10'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, words)), fc.string(), (pairs, more) => {
        const query = `?${pairs.map(([key, value]) => `${key}=${value}`).join('&')}${more}`;
        const { settings, notices } = readParameters(query);
        expect(settings.scale >= 0.5 && settings.scale <= 4).toBe(true);
        expect(settings.scenario ?? 'none').toMatch(/^[a-z0-9-]{1,120}$/);
        expect(notices.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
