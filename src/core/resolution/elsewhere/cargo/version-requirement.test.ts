import { describe, expect, it } from 'vitest';
import { readSemVer } from '../semver';
import { meetsRequirement, readCargoRequirement } from './version-requirement';

const VERSIONS = [
  '0.0.3',
  '0.0.4',
  '0.2.3',
  '0.2.9',
  '0.3.0',
  '1.0.0',
  '1.2.2',
  '1.2.3',
  '1.2.9',
  '1.3.0-rc.1',
  '1.3.0',
  '2.0.0',
];

function met(text: string): readonly string[] | undefined {
  const requirement = readCargoRequirement(text);
  return (
    requirement &&
    VERSIONS.filter((one) => {
      const version = readSemVer(one);
      return version !== undefined && meetsRequirement(requirement, version);
    })
  );
}

describe('a requirement of Cargo', () => {
  it.each([
    ['1.2.3', ['1.2.3', '1.2.9', '1.3.0']],
    ['1.2', ['1.2.2', '1.2.3', '1.2.9', '1.3.0']],
    ['1', ['1.0.0', '1.2.2', '1.2.3', '1.2.9', '1.3.0']],
    ['0.2.3', ['0.2.3', '0.2.9']],
    ['0.0.3', ['0.0.3']],
    ['0.0', ['0.0.3', '0.0.4']],
    ['0', ['0.0.3', '0.0.4', '0.2.3', '0.2.9', '0.3.0']],
    ['~1.2.3', ['1.2.3', '1.2.9']],
    ['~1', ['1.0.0', '1.2.2', '1.2.3', '1.2.9', '1.3.0']],
    ['1.2.*', ['1.2.2', '1.2.3', '1.2.9']],
    ['=1.2', ['1.2.2', '1.2.3', '1.2.9']],
    ['>1.2', ['1.3.0', '2.0.0']],
    ['>=1.2.9, <2', ['1.2.9', '1.3.0']],
    ['<=0.2', ['0.0.3', '0.0.4', '0.2.3', '0.2.9']],
    ['1.3.0-rc.1', ['1.3.0-rc.1', '1.3.0']],
    ['>=1.3.0-alpha', ['1.3.0-rc.1', '1.3.0', '2.0.0']],
  ])('%s is met by %j', (text, versions) => expect(met(text)).toEqual(versions));

  it('* is met by any release, and by no pre-release', () => {
    expect(met('*')).toEqual(VERSIONS.filter((version) => !version.includes('-')));
  });

  it.each(['', '1.', '*.1', '1.*.2', '1.2 1.3', '>=', '1.2-rc', '^^1', '1,', 'latest'])('is not written %j', (text) => {
    expect(readCargoRequirement(text)).toBeUndefined();
  });
});
