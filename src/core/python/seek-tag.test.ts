import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrangeTags,
  describeMismatch,
  formatTag,
  placesOf,
  readWheelFilename,
  seekTag,
  type TagEnvironment,
} from './index';

const DEBIAN: TagEnvironment = {
  implementation: 'cp',
  python: [3, 13],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 41] },
  freeThreaded: false,
};
const supported = arrangeTags(DEBIAN);
const said = (text: string) => {
  const sought = seekTag(text, supported);
  switch (sought.kind) {
    case 'found':
      return `${sought.places.length} from ${sought.places[0]}${sought.exact === undefined ? '' : `, exactly ${sought.exact}`}`;
    case 'missing':
      return sought.mismatches.map(describeMismatch).join(' ');
    case 'unknown':
      return 'unknown';
  }
};

describe('a tag that is looked for', () => {
  it.each([
    ['cp313-cp313-manylinux_2_28_x86_64', '1 from 14, exactly 14'],
    [' CP313-cp313-MANYLINUX_2_28_x86_64 ', '1 from 14, exactly 14'],
    ['abi3', '492 from 41'],
    ['py3-none-any', '1 from 1191, exactly 1191'],
    ['py2.py3-none-any', '1 from 1191'],
    ['cp313-cp313-win_amd64', 'Built for another system: win_amd64; this machine is linux_x86_64.'],
    ['win_amd64', 'Built for another system: win_amd64; this machine is linux_x86_64.'],
    [
      'manylinux_2_42_x86_64',
      'Built for a newer system than this: manylinux_2_42_x86_64; this machine is linux_x86_64.',
    ],
    ['musllinux_1_2_x86_64', 'Built for another C library: musllinux_1_2_x86_64; this machine is linux_x86_64.'],
    ['cp314', 'Built for the Python tag cp314; this Python is cp313.'],
    ['cp312-cp312-manylinux_2_28_x86_64', 'Built for the Python tag cp312; this Python is cp313.'],
    ['cp313t', 'Built for the ABI cp313t; this Python loads cp313, abi3, none.'],
    ['cp313-cp313-manylinux_x86_64', 'Built for another system: manylinux_x86_64; this machine is linux_x86_64.'],
    ['manylinux_x86_64', 'unknown'],
    ['kit', 'unknown'],
    ['cp316-cp316', 'unknown'],
    ['a-b-c-d', 'unknown'],
    ['--', 'unknown'],
  ])('%s: %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  it('is found at its place, whichever it is, and by every part of it', () => {
    fc.assert(
      fc.property(fc.nat(supported.tags.length - 1), fc.nat(60), fc.nat(60), (place, from, length) => {
        const tag = supported.tags[place];
        const text = tag === undefined ? '' : formatTag(tag);
        expect(seekTag(text, supported)).toMatchObject({ kind: 'found', exact: place });
        const found = seekTag(text.slice(from, from + length), supported);
        expect(found.kind === 'found' && found.places).toContain(place);
      }),
    );
  });

  it('may be any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['found', 'missing', 'unknown']).toContain(seekTag(text, supported).kind);
      }),
    );
  });
});

describe('the places of a wheel', () => {
  it('are those of all its tags that the machine has', () => {
    const name = 'kit-1.0-cp313.py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.win32.whl';
    const wheel = readWheelFilename(name);
    const places = wheel === undefined ? [] : placesOf(wheel, supported);
    expect(places.flatMap((place) => supported.tags.slice(place, place + 1).map(formatTag))).toEqual([
      'cp313-none-manylinux_2_17_x86_64',
      'cp313-none-manylinux2014_x86_64',
      'py3-none-manylinux_2_17_x86_64',
      'py3-none-manylinux2014_x86_64',
    ]);
  });
});
