import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readParameters } from '../parameters';
import { frameAddress, labAddress, stillAddress } from './frame-address';

const site = 'https://example.org/course/';
const given = (attributes: Readonly<Record<string, string>>) => (name: string) => attributes[name] ?? null;

describe('the address of a frame', () => {
  it('holds what the attributes ask for, and the state', () => {
    const attributes = {
      figure: 'wheel-decoder',
      scenario: 'ujson',
      theme: 'dark',
      scale: '1.5',
      readonly: '',
      hide: 'answer',
    };
    expect(frameAddress(site, given(attributes), '#1.abc')).toBe(
      'https://example.org/course/embed/v1/wheel-decoder/?scenario=ujson&theme=dark&scale=1.5&hide=answer&readonly=1#1.abc',
    );
  });

  it('is short when nothing is asked', () => {
    expect(frameAddress(site, given({ figure: 'wheel-decoder', readonly: 'false', theme: '' }), '')).toBe(
      'https://example.org/course/embed/v1/wheel-decoder/',
    );
  });

  it.each(['', '../../evil', 'a/b', 'A', 'x?y'])('is none for a figure called “%s”', (figure) => {
    expect(frameAddress(site, given({ figure }), '')).toBeUndefined();
  });

  it('stays on the site, whatever the attributes hold', () => {
    const names = fc.constantFrom('figure', 'scenario', 'theme', 'scale', 'readonly', 'hide', 'density', 'host');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (attributes) => {
        const address = frameAddress(site, given({ ...attributes, figure: 'wheel-decoder' }), '');
        const url = new URL(address ?? '');
        expect([url.origin, url.pathname, url.hash]).toEqual([
          'https://example.org',
          '/course/embed/v1/wheel-decoder/',
          '',
        ]);
        readParameters(url.search);
      }),
    );
  });
});

it('the short link is the scenario’s page, with the state', () => {
  expect(labAddress(site, given({ figure: 'wheel-decoder', scenario: 'ujson' }), '#1.abc')).toBe(
    'https://example.org/course/labs/wheel-decoder/ujson/#1.abc',
  );
  expect(labAddress(site, given({ figure: 'wheel-decoder' }), '')).toBe(
    'https://example.org/course/labs/wheel-decoder/',
  );
  expect(labAddress(site, given({ figure: '<b>', scenario: '..' }), '')).toBe('https://example.org/course/labs/');
});

it('the still is the scenario’s, and none where no scenario is named', () => {
  expect(stillAddress(site, given({ figure: 'wheel-decoder', scenario: 'ujson' }))).toBe(
    'https://example.org/course/embed/v1/wheel-decoder/ujson.svg',
  );
  expect(stillAddress(site, given({ figure: 'wheel-decoder' }))).toBeUndefined();
});
