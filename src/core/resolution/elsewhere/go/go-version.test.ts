import { describe, expect, it } from 'vitest';
import { compareGoVersions, goVersionProblem } from './go-version';

describe('a version of a Go module', () => {
  it.each([
    ['example.com/lib', 'v0.9.0'],
    ['example.com/lib', 'v1.2.3-rc.1'],
    ['example.com/lib/v2', 'v2.0.0'],
    ['example.com/lib', 'v0.0.0-20260105000000-abcdefabcdef'],
  ])('%s may be %s', (path, version) => expect(goVersionProblem(path, version)).toBeUndefined());

  it.each([
    ['example.com/lib', '1.2.3', '“1.2.3” is no version of a Go module: they are written v1.2.3 or v1.2.3-rc.1.'],
    ['example.com/lib', 'v1.2', '“v1.2” is no version of a Go module: they are written v1.2.3 or v1.2.3-rc.1.'],
    ['example.com/lib', 'v2.0.0', 'A module of v2 has a path of its own: write example.com/lib/v2 v2.0.0.'],
    ['example.com/lib/v2', 'v3.0.0', 'A module of v3 has a path of its own: write example.com/lib/v3 v3.0.0.'],
    ['example.com/lib/v2', 'v1.0.0', 'A module of v1 has a path of its own: write example.com/lib v1.0.0.'],
    [
      'example.com/lib',
      'v2.0.0+incompatible',
      '“v2.0.0+incompatible” has build metadata (such as +incompatible), which is not modelled here.',
    ],
  ])('%s may not be %s', (path, version, message) => expect(goVersionProblem(path, version)).toBe(message));

  it('puts pseudo-versions among the pre-releases that they are written as', () => {
    const order = ['v0.0.0-20260105000000-abcdefabcdef', 'v1.2.0', 'v1.2.1-0.20260105000000-abcdefabcdef', 'v1.2.1'];
    expect([...order].reverse().sort(compareGoVersions)).toEqual(order);
  });
});
