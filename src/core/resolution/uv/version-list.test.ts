import { describe, expect, it } from 'vitest';
import { formatMarker, parseMarker } from '@/core/python';
import { withoutVersionLists } from './version-list';

function rewritten(text: string): string {
  const { value } = parseMarker(text);
  if (value === undefined) throw new Error(text);
  return formatMarker(withoutVersionLists(value));
}

describe('lists of versions in markers', () => {
  it.each([
    ['python_version in "3.12 3.13"', 'python_version == "3.12" or python_version == "3.13"'],
    [
      'python_full_version not in "3.12.1  3.13.0"',
      'python_full_version != "3.12.1" and python_full_version != "3.13.0"',
    ],
    [
      'os_name == "nt" and python_version in "3.12 3.13"',
      'os_name == "nt" and (python_version == "3.12" or python_version == "3.13")',
    ],
  ])('are one comparison for each version: %s', (text, expected) => {
    expect(rewritten(text)).toBe(expected);
  });

  it.each(['python_version in "3.12, 3.13"', 'sys_platform in "linux win32"', '"3.12" in python_version'])(
    'are not what this is, which stays: %s',
    (text) => {
      expect(rewritten(text)).toBe(text);
    },
  );
});
