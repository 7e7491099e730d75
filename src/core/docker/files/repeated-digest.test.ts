/** Equal bytes have equal digests, whichever way they are written; and what many files share is hashed once. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDigest, sha256Of, textOf } from './content';
import { digestOfRepeated, hashedBytes, MOST_HASHED } from './repeated-digest';

describe('content', () => {
  it('has the same digest as one text over and over, written out, and known', () => {
    const unit = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(unit, fc.nat(300), (text, count) => {
        const size = utf8ToBytes(text).length * count;
        const written = text.repeat(count);
        const sha = bytesToHex(sha256(utf8ToBytes(written)));
        expect(sha256Of({ kind: 'repeated', unit: text, size })).toBe(sha);
        expect(sha256Of({ kind: 'text', text: written })).toBe(sha);
        expect(sha256Of({ kind: 'known', size, sha256: sha })).toBe(sha);
      }),
    );
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])('of %i bytes is cut where it ends', (size) => {
    for (const unit of ['.', 'abc', 'é']) {
      const written = textOf({ kind: 'repeated', unit, size: size - (size % utf8ToBytes(unit).length) }, 1 << 20) ?? '';
      expect(digestOfRepeated(unit, utf8ToBytes(written).length)).toBe(bytesToHex(sha256(utf8ToBytes(written))));
    }
  });
});

describe('files that begin alike', () => {
  it('are hashed as far as the longest of them goes, in whatever order they come', () => {
    const before = hashedBytes.count;
    const sizes = [1_000_000, 10, 999_999, 500_000, 1_000_000, 3];
    for (const size of sizes) digestOfRepeated('shared beginning', size);
    // Fifteen whole pieces once, and what is left of each size after its last whole piece.
    const rests = [...new Set(sizes)].reduce((sum, size) => sum + (size % 65_536), 0);
    expect(hashedBytes.count - before).toBe(15 * 65_536 + rests);
  });
});

describe('gigabytes of one text', () => {
  it('are told apart by the text and the size, and not hashed', () => {
    const before = hashedBytes.count;
    const size = 900_000_000;
    expect(digestOfRepeated('ab', size)).toBe(digestOfRepeated('abab', size));
    const others = [
      ['ab', size + 1],
      ['ba', size],
      ['aba', size],
      ['a', size],
    ] as const;
    const all = [digestOfRepeated('ab', size), ...others.map(([unit, bytes]) => digestOfRepeated(unit, bytes))];
    expect(new Set(all).size).toBe(all.length);
    expect(all.some(isDigest)).toBe(false);
    expect(hashedBytes.count - before).toBe(0);
    expect(isDigest(digestOfRepeated('ab', 1_000))).toBe(true);
    expect(MOST_HASHED).toBe(67_108_864);
  });
});
