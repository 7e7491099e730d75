import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyVersion, normalVersion } from './arbitraries';
import { compareVersions, readVersion, sortByVersion, type Version, versionKey } from './index';

const version = (text: string): Version => {
  const read = readVersion(text);
  if (read === undefined) throw new TypeError(`no version: ${text}`);
  return read;
};

/** Numbers around the limits of what a key has room for, and beyond those of a JavaScript number. */
const wide = fc.constantFrom(
  '0',
  '1',
  '510',
  '511',
  '512',
  '4094',
  '4095',
  '4096',
  '32766',
  '32767',
  '32768',
  '9007199254740993',
);
const wideVersion = fc
  .record({
    epoch: fc.constantFrom('', '', '', '1!', '9007199254740993!'),
    release: fc.array(wide, { minLength: 1, maxLength: 5 }).map((numbers) => numbers.join('.')),
    pre: fc.oneof(
      fc.constant(''),
      fc.tuple(fc.constantFrom('a', 'b', 'rc'), wide).map((pair) => pair.join('')),
    ),
    post: fc.oneof(
      fc.constant(''),
      wide.map((number) => `.post${number}`),
    ),
    dev: fc.oneof(
      fc.constant(''),
      wide.map((number) => `.dev${number}`),
    ),
    local: fc.constantFrom('', '', '+a', '+0', '+a.1'),
  })
  .map(({ epoch, release, pre, post, dev, local }) => epoch + release + pre + post + dev + local);
const anyText = fc.oneof(wideVersion, normalVersion, anyVersion);

describe('summary of permitted suffixes and relative ordering', () => {
  const ascending = [
    '0.dev0',
    '1.dev1',
    '1.dev1+a',
    '1.dev600',
    '1.dev601',
    '1a1.dev1',
    '1a1',
    '1a1+a',
    '1a1.post1.dev1',
    '1a1.post1',
    '1a2',
    '1b0',
    '1rc0',
    '1',
    '1+a',
    '1+1',
    '1.post0.dev1',
    '1.post0',
    '1.post0+a',
    '1.post1.dev0',
    '1.0.0.0.1.dev0',
    '1.0.0.1',
    '1.0.1.dev0',
    '1.9007199254740992',
    '1.9007199254740993',
    '32768.1',
    '32768.2',
    '1!0.1',
  ];

  it('is what sorting gives', () => {
    const backwards = [...ascending].reverse();
    expect(sortByVersion(backwards, version)).toEqual(ascending);
  });

  it('leaves equal versions in their order', () => {
    expect(sortByVersion(['1.0.0', '1', '0.5', '1.0', '1.0.0.0'], version)).toEqual([
      '0.5',
      '1.0.0',
      '1',
      '1.0',
      '1.0.0.0',
    ]);
    expect(sortByVersion(['1!1.0', '1!1', '1!1.0.0'], version)).toEqual(['1!1.0', '1!1', '1!1.0.0']);
  });
});

describe('laws', () => {
  it('keys that differ order their versions', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const byKey = Math.sign(versionKey(version(a)) - versionKey(version(b)));
        if (byKey !== 0) expect([a, b, Math.sign(compareVersions(version(a), version(b)))]).toEqual([a, b, byKey]);
      }),
    );
  });

  it('equal versions have the same key', () => {
    fc.assert(
      fc.property(anyText, fc.nat(3), (text, zeros) => {
        const given = version(text);
        const longer = { ...given, release: [...given.release, ...Array.from({ length: zeros }, () => 0)] };
        expect(versionKey(longer)).toBe(versionKey(given));
      }),
    );
  });

  it('sorting by key is sorting by comparison', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), (texts) => {
        const compared = [...texts].sort((left, right) => compareVersions(version(left), version(right)));
        expect(sortByVersion(texts, version)).toEqual(compared);
      }),
    );
  });
});
