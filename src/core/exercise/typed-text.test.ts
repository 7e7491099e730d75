import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVersion, parseVersion } from '@/core/python';
import { type Ignoring, normaliseText } from './typed-text';
import { normaliseVersion } from './version-spelling';

describe('text as typed', () => {
  it.each([
    ['white space at both ends', '  pip\n', [], 'pip'],
    ['curly quotes of a phone', '\u201crequests>=2\u201d \u2018x\u2019', [], '"requests>=2" \'x\''],
    ['a dash that the phone made of two', 'pip \u2014version', [], 'pip --version'],
    ['a space that doesn\u2019t break', 'pip\u00a0list', [], 'pip list'],
    ['letters in one code point or two', 'cafe\u0301', [], 'caf\u00e9'],
  ] satisfies [string, string, Ignoring[], string][])('never minds %s', (_, typed, ignoring, normal) => {
    expect(normaliseText(typed, ignoring)).toBe(normal);
  });

  it.each([
    ['case', 'PATH', [], 'PATH'],
    ['case', 'PATH', ['case'], 'path'],
    ['space', 'pip   list', [], 'pip   list'],
    ['space', 'pip \t list', ['space'], 'pip list'],
    ['version-spelling', 'v1.0-RC.1', [], 'v1.0-RC.1'],
    ['version-spelling', 'v1.0-RC.1', ['version-spelling'], '1.0rc1'],
    ['version-spelling', 'no version', ['version-spelling'], 'no version'],
  ] satisfies [string, string, Ignoring[], string][])(
    'minds %s unless told otherwise: %j with %j',
    (_, typed, ignoring, normal) => {
      expect(normaliseText(typed, ignoring)).toBe(normal);
    },
  );

  it('normalises as its example says', () => {
    expect(normaliseText(' Python  -m venv ', ['case', 'space'])).toBe('python -m venv');
  });
});

describe('version specifiers, "Normalization"', () => {
  // The spellings that the standard lists, section by section.
  it.each([
    ['1.1RC1', '1.1rc1'],
    ['00.01', '0.1'],
    ['1.1.a1', '1.1a1'],
    ['1.1-a1', '1.1a1'],
    ['1.1_a.1', '1.1a1'],
    ['1.1alpha1', '1.1a1'],
    ['1.1beta2', '1.1b2'],
    ['1.1c3', '1.1rc3'],
    ['1.1pre4', '1.1rc4'],
    ['1.1preview4', '1.1rc4'],
    ['1.2a', '1.2a0'],
    ['1.2-post2', '1.2.post2'],
    ['1.2post2', '1.2.post2'],
    ['1.2.post-2', '1.2.post2'],
    ['1.0-r4', '1.0.post4'],
    ['1.0rev4', '1.0.post4'],
    ['1.2.post', '1.2.post0'],
    ['1.0-1', '1.0.post1'],
    ['1.2-dev2', '1.2.dev2'],
    ['1.2.dev', '1.2.dev0'],
    ['1.0+ubuntu-1', '1.0+ubuntu.1'],
    ['1.0+UBUNTU_01', '1.0+ubuntu.1'],
    ['v1.0', '1.0'],
    ['1!2.0', '1!2.0'],
    ['0!2.0', '2.0'],
    ['24.04', '24.4'],
    ['1.0.0', '1.0.0'],
    ['1.0a1.post2.dev3+x', '1.0a1.post2.dev3+x'],
  ])('spells %s as %s', (text, normal) => {
    expect(normaliseVersion(text)).toBe(normal);
  });

  it.each(['', '1.x', '1.0.0-alpha.beta', '^1.2', '1..2', 'latest', '1.0+', '==1.0'])(
    'knows that %j is no version',
    (text) => {
      expect(normaliseVersion(text)).toBeUndefined();
    },
  );

  it('law: it spells as core/python does, and knows the same versions', () => {
    const piece = fc.constantFrom(
      'v',
      '1',
      '0',
      '07',
      '12',
      '.',
      '-',
      '_',
      '!',
      '+',
      'a',
      'alpha',
      'b',
      'Beta',
      'c',
      'RC',
      'pre',
      'preview',
      'post',
      'rev',
      'r',
      'dev',
      'x',
      ' ',
    );
    const version = fc
      .tuple(
        fc.constantFrom('', 'v', '0!', '2!'),
        fc
          .array(fc.constantFrom('1', '0', '010', '24'), { minLength: 1, maxLength: 3 })
          .map((numbers) => numbers.join('.')),
        fc.constantFrom('', 'a1', '-alpha.02', '_RC', 'preview7', '.c'),
        fc.constantFrom('', '-3', '.post', 'rev_4', '-r05'),
        fc.constantFrom('', '.dev', 'dev9', '-dev_0'),
        fc.constantFrom('', '+a', '+1_x.07', '+00'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          version,
          fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const known = parseVersion(text.trim()).value;
          expect(normaliseVersion(text)).toBe(known && formatVersion(known));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
