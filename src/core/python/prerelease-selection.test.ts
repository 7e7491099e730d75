import { describe, expect, it } from 'vitest';
import {
  PRERELEASE_MODES,
  preferredOrder,
  prereleaseSelection,
  readSpecifierSet,
  readVersion,
  type Version,
} from './index';

const named = (...specifiers: string[]) =>
  PRERELEASE_MODES.map((mode) =>
    prereleaseSelection(
      mode,
      specifiers.map((text) => readSpecifierSet(text) ?? { clauses: [] }),
    ),
  );
const version = (text: string): Version => {
  const read = readVersion(text);
  if (read === undefined) throw new TypeError(`no version: ${text}`);
  return read;
};

describe('handling of pre-releases', () => {
  it('asks of uv’s modes only “explicit” whether the root names one', () => {
    expect(named('>=1.0', '<2.0rc1')).toEqual(['disallow', 'allow', 'prefer-stable', 'prefer-stable', 'prefer-stable']);
    expect(named('>=1.0', '!=2.0rc1')).toEqual(['disallow', 'allow', 'prefer-stable', 'disallow', 'prefer-stable']);
  });

  it.each([
    ['allow', ['2.0.dev1', '1.1rc1', '1.0.post1', '1.0', '0.9']],
    ['prefer-stable', ['1.0.post1', '1.0', '0.9', '2.0.dev1', '1.1rc1']],
    ['disallow', ['1.0.post1', '1.0', '0.9']],
  ] as const)('tries versions under %s in this order: %j', (selection, expected) => {
    expect(preferredOrder(['0.9', '1.1rc1', '1.0', '2.0.dev1', '1.0.post1'], version, selection)).toEqual(expected);
  });
});
