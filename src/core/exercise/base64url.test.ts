import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64url, toBase64url } from './base64url';

describe('base64url (RFC 4648, section 5)', () => {
  it('writes the vectors of section 10 without padding', () => {
    const vectors = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'];
    expect(vectors.map((text) => toBase64url(new TextEncoder().encode(text)))).toEqual([
      '',
      'Zg',
      'Zm8',
      'Zm9v',
      'Zm9vYg',
      'Zm9vYmE',
      'Zm9vYmFy',
    ]);
  });

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('reads a text in one spelling only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{0,12}$/), (text) => {
        const bytes = fromBase64url(text);
        expect(bytes === undefined || toBase64url(bytes) === text).toBe(true);
      }),
    );
  });

  it.each([
    ['Zg==', 'it has padding'],
    ['Zm8+', 'a plus belongs to the other alphabet'],
    ['Zm8/', 'a slash belongs to the other alphabet'],
    ['Zm 8', 'it has white space'],
    ['Zm9vY', 'a single character is no byte'],
    ['Zh', 'its last bits belong to no byte'],
    ['Zmé', 'it has a letter outside the alphabet'],
  ])('refuses %j: %s', (text) => {
    expect(fromBase64url(text)).toBeUndefined();
  });
});
