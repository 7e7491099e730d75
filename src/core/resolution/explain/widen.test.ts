import { expect, it } from 'vitest';
import { formatSpecifierSet, readSpecifierSet, readVersion } from '@/core/python';
import { widenTo } from './widen';

it.each([
  ['>=1.19', '1.18.5', '>=1.18.5'],
  ['>1', '1', '>=1'],
  ['>1', '1.post1', '>=1.post1'],
  ['>=2', '1.5+cpu', '>=1.5'],
  ['<2', '2.5', '<3'],
  ['<2.0.0', '2.5', '<3'],
  ['<1.19.0', '1.20.3', '<1.21'],
  ['<2', '2.0rc1', '<=2.0rc1'],
  ['<=2', '2.1', '<=2.1'],
  ['==2.3', '2.0', '>=2.0'],
  ['==2.3', '3.1', '>=2.3'],
  ['==2.3+cpu', '2.3', '>=2.3'],
  ['==2.*', '1.5', '<3,>=1.5'],
  ['==2.*', '3.1', '>=2'],
  ['~=2.3', '2.1', '<3,>=2.1'],
  ['~=2.3', '3.1', '>=2.3'],
  ['!=1.5,>=1', '1.5', '>=1'],
  ['===1.5', '1.6', ''],
  ['>=2,<3,!=2.5', '3.0', '!=2.5,<4,>=2'],
  ['>=2,<3,!=2.5', '1.0', '!=2.5,<3,>=1.0'],
])('%s made wide enough for %s is %s', (text, version, wider) => {
  const specifier = readSpecifierSet(text);
  const wanted = readVersion(version);
  const made = specifier && wanted && widenTo(specifier, wanted);
  expect(made && formatSpecifierSet(made)).toBe(wider);
});
