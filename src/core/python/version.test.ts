import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyVersion, nearly, normalVersion } from './arbitraries';
import {
  canonicalVersion,
  compareVersions,
  formatVersion,
  parseVersion,
  publicVersion,
  readVersion,
  type Version,
} from './index';

const version = (text: string): Version => {
  const read = readVersion(text);
  if (read === undefined) throw new TypeError(`no version: ${text}`);
  return read;
};

describe('parsing', () => {
  it('tells each segment and its place', () => {
    expect(parseVersion(' v1!2.0-RC_3.post4.dev5+ab.6 ').parts).toEqual([
      { kind: 'v-prefix', at: { start: 1, end: 2 }, text: 'v' },
      { kind: 'epoch', at: { start: 2, end: 4 }, text: '1!' },
      { kind: 'release', at: { start: 4, end: 7 }, text: '2.0' },
      { kind: 'pre', at: { start: 7, end: 12 }, text: '-RC_3' },
      { kind: 'post', at: { start: 12, end: 18 }, text: '.post4' },
      { kind: 'dev', at: { start: 18, end: 23 }, text: '.dev5' },
      { kind: 'local', at: { start: 23, end: 28 }, text: '+ab.6' },
    ]);
  });

  it.each([
    ['', 'version/empty', 0, 0, 'There is no version here: write one such as 1.0.'],
    [' \t', 'version/empty', 0, 2, 'There is no version here: write one such as 1.0.'],
    [
      'latest',
      'version/no-release',
      0,
      6,
      'A version begins with its release, numbers separated by dots, such as 1.0.',
    ],
    ['1!', 'version/no-release', 0, 2, 'A version begins with its release, numbers separated by dots, such as 1.0.'],
    ['1.0.*', 'version/wildcard', 3, 5, '“.*” stands for many versions: it belongs in a specifier, after == or !=.'],
    [
      '1.0+a b',
      'version/unexpected',
      5,
      7,
      '“ b” does not belong to a version: after the release come a, b or rc, .post, .dev and +local, each once and in this order.',
    ],
    [
      '1.0+',
      'version/local-segment',
      3,
      4,
      'After “+” comes a local version: ASCII letters and digits, separated by single dots.',
    ],
    [
      '1.0.dev1rc1',
      'version/unexpected',
      8,
      11,
      '“rc1” does not belong to a version: after the release come a, b or rc, .post, .dev and +local, each once and in this order.',
    ],
  ])('says of %j that it is %s at %i to %i', (text, code, start, end, message) => {
    const { value, problems } = parseVersion(text);
    expect({ value, problems }).toEqual({ value: undefined, problems: [{ code, at: { start, end }, message }] });
  });

  it('keeps the parts of a version that is wrong further on', () => {
    expect(parseVersion('1.2rc3-final').parts.map(({ text }) => text)).toEqual(['1.2', 'rc3']);
  });

  it('takes no digit or letter but those of ASCII', () => {
    expect(['١.٠', '1.0poſt1', '1.0+ſ', '１'].map(readVersion)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('numbers beyond 2^53', () => {
  it('are kept, written and compared exactly', () => {
    expect(formatVersion(version('9007199254740993.9007199254740992'))).toBe('9007199254740993.9007199254740992');
    expect(compareVersions(version('1.9007199254740992'), version('1.9007199254740993'))).toBe(-1);
    expect(compareVersions(version('1.0009007199254740992'), version('1.9007199254740992'))).toBe(0);
  });
});

describe('laws', () => {
  it('the way without parts reads what the way with parts reads', () => {
    fc.assert(
      fc.property(nearly(fc.oneof(anyVersion, normalVersion)), (text) => {
        expect(readVersion(text)).toEqual(parseVersion(text).value);
      }),
    );
  });

  it('reading a version in normal form and writing it gives the same text', () => {
    fc.assert(
      fc.property(normalVersion, (text) => {
        expect(formatVersion(version(text))).toBe(text);
      }),
    );
  });

  it('normalising twice is normalising once, whatever the spelling', () => {
    fc.assert(
      fc.property(anyVersion, (text) => {
        const once = formatVersion(version(text));
        expect(formatVersion(version(once))).toBe(once);
        expect(compareVersions(version(text), version(once))).toBe(0);
      }),
    );
  });

  it('the parts of a version, put together, are its text', () => {
    fc.assert(
      fc.property(anyVersion, (text) => {
        const joined = parseVersion(text)
          .parts.map((part) => part.text)
          .join('');
        expect(joined).toBe(text);
      }),
    );
  });

  it('the order is total', () => {
    fc.assert(
      fc.property(normalVersion, normalVersion, normalVersion, (a, b, c) => {
        const [x, y, z] = [version(a), version(b), version(c)];
        expect(Math.sign(compareVersions(x, y)) + Math.sign(compareVersions(y, x))).toBe(0);
        if (compareVersions(x, y) <= 0 && compareVersions(y, z) <= 0) {
          expect(compareVersions(x, z)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('versions are equal exactly when their canonical text is', () => {
    fc.assert(
      fc.property(anyVersion, anyVersion, (a, b) => {
        const equal = compareVersions(version(a), version(b)) === 0;
        expect(canonicalVersion(version(a)) === canonicalVersion(version(b))).toBe(equal);
      }),
    );
  });

  it('a local version comes after its public version and before the next post release', () => {
    fc.assert(
      fc.property(normalVersion, (text) => {
        const given = version(text);
        fc.pre(given.local.length > 0 && given.post === undefined && given.dev === undefined);
        expect(compareVersions(publicVersion(given), given)).toBeLessThan(0);
        expect(compareVersions(given, { ...publicVersion(given), post: 0, dev: 0 })).toBeLessThan(0);
      }),
    );
  });
});
