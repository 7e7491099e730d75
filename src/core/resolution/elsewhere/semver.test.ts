import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSemVer, formatSemVer, readSemVer } from './semver';

const read = (text: string) => readSemVer(text) ?? { numbers: [0, 0, 0] as const, pre: [], build: '' };

describe('semantic versions', () => {
  it.each(['1', '1.2', 'v1.2.3', '01.2.3', '1.2.3-', '1.2.3-01', '1.2.3-a..b', '1.2.3 ', '1.2.3+'])(
    'are not written %j',
    (text) => {
      expect(readSemVer(text)).toBeUndefined();
    },
  );

  it('are ordered as the specification’s example has them', () => {
    const order = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2'];
    order.push('1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '2.0.0', '2.1.0', '2.1.1');
    const sorted = [...order].reverse().sort((left, right) => compareSemVer(read(left), read(right)));
    expect(sorted).toEqual(order);
  });

  it('are compared exactly beyond 2^53', () => {
    expect(compareSemVer(read('1.0.9007199254740993'), read('1.0.9007199254740992'))).toBeGreaterThan(0);
  });

  it('are written as they are read', () => {
    const number = fc.nat().map(String);
    const identifier = fc.oneof(number, fc.stringMatching(/^[a-z][0-9a-z-]{0,5}$/));
    const version = fc
      .tuple(number, number, number, fc.array(identifier, { maxLength: 3 }))
      .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre.length > 0 ? `-${pre.join('.')}` : ''}`);
    fc.assert(fc.property(version, (text) => formatSemVer(read(text)) === text));
  });
});
