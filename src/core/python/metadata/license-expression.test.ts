import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LICENSE_LIST_VERSION, MAX_LICENSE_DEPTH, parseLicenseExpression } from '../index';
import { currentLicenses } from './license-list';

describe('licence expressions', () => {
  it('tells the licences by name, with what is said of each', () => {
    expect(parseLicenseExpression('gpl-2.0+ with gcc-exception-3.1 or LICENSEREF-Own').value).toEqual({
      normalized: 'GPL-2.0+ WITH GCC-exception-3.1 OR LicenseRef-Own',
      licenses: [
        { kind: 'listed', id: 'GPL-2.0', orLater: true, deprecated: true, exception: 'GCC-exception-3.1' },
        { kind: 'reference', id: 'LicenseRef-Own', exception: undefined },
      ],
    });
  });

  it('tells parts and their places', () => {
    const { parts } = parseLicenseExpression('(mit OR isc)');
    expect(parts.map(({ kind, text, at }) => `${kind} ${text} ${at.start}-${at.end}`)).toEqual([
      'parenthesis ( 0-1',
      'license mit 1-4',
      'operator OR 5-7',
      'license isc 8-11',
      'parenthesis ) 11-12',
    ]);
  });

  it('gives one reference one spelling, the last', () => {
    expect(parseLicenseExpression('LicenseRef-FOO AND LicenseRef-foo').value?.normalized).toBe(
      'LicenseRef-foo AND LicenseRef-foo',
    );
  });

  it('nests as deep as the reference implementation does, and no deeper', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}MIT${')'.repeat(depth)}`;
    expect(parseLicenseExpression(nested(MAX_LICENSE_DEPTH)).value).toBeDefined();
    expect(parseLicenseExpression(nested(MAX_LICENSE_DEPTH + 1)).problems.map(({ code }) => code)).toEqual([
      'license/nesting',
    ]);
  });

  it('has the list whose version is named', () => {
    expect([LICENSE_LIST_VERSION, currentLicenses().length]).toEqual(['3.27.0', 667]);
  });
});

describe('licence expressions: problems', () => {
  it.each([
    ['', 'license/empty', 0, 0],
    ['MIT AND', 'license/operand', 4, 7],
    ['OR MIT', 'license/operand', 0, 2],
    ['(MIT', 'license/parenthesis', 0, 1],
    ['MIT)', 'license/parenthesis', 3, 4],
    ['()', 'license/operand', 1, 2],
    ['MIT (ISC)', 'license/operator', 4, 5],
    ['MIT WITH', 'license/with', 4, 8],
    ['(MIT) WITH LLVM-exception', 'license/with', 6, 10],
    ['MIT WITH ISC', 'license/unknown-exception', 9, 12],
    ['LicenseRef-a_b', 'license/reference', 0, 14],
    ['LicenseRef-\u212a', 'license/reference', 0, 12],
    ['MIT AND Foo-Bar-1', 'license/unknown', 8, 17],
  ])('says of %j that it is %s at %i to %i', (text, code, start, end) => {
    const { value, problems } = parseLicenseExpression(text);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => [problem.code, problem.at])).toEqual([[code, { start, end }]]);
  });

  it.each([
    ['Apache 2.0', '“Apache 2.0” is no SPDX identifier: write Apache-2.0.'],
    ['Apache License, Version 2.0', '“Apache License, Version 2.0” is no SPDX identifier: write Apache-2.0.'],
    ['The MIT License', '“The MIT License” is no SPDX identifier: write MIT.'],
    ['GPLv3', '“GPLv3” is no SPDX identifier: write GPL-3.0-only or GPL-3.0-or-later.'],
    ['BSD', '“BSD” is no SPDX identifier: write BSD-3-Clause or BSD-2-Clause, whichever text it is.'],
    ['MIT OR Apache2', 'The SPDX list has no licence “Apache2”: write Apache-2.0.'],
    ['Apache-2.O', 'The SPDX list has no licence “Apache-2.O”: did you mean Apache-2.0?'],
    ['BDS-3-Clause', 'The SPDX list has no licence “BDS-3-Clause”: did you mean BSD-3-Clause?'],
    ['MIT/ISC', 'The SPDX list has no licence “MIT/ISC”: join licences by AND or OR instead of “/”.'],
    [
      'UNKNOWN',
      'The SPDX list has no licence “UNKNOWN”: look its identifier up there, or write LicenseRef- and a name of your own.',
    ],
  ])('says of %j what to write instead', (text, message) => {
    expect(parseLicenseExpression(text).problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('laws', () => {
  const ids = currentLicenses().map(({ id }) => id);
  const license = fc
    .tuple(fc.constantFrom(...ids, 'LicenseRef-Own.1'), fc.constantFrom('', ' WITH LLVM-exception'))
    .map((both) => both.join(''));
  const expression = fc.letrec<{ any: string; group: string; license: string }>((tie) => ({
    license,
    group: fc.tuple(tie('any'), fc.constantFrom(' AND ', ' OR '), tie('any')).map((parts) => `(${parts.join('')})`),
    any: fc.oneof({ maxDepth: 4 }, tie('license'), tie('group')),
  })).any;

  it('an expression in normal form is read as it is, and in any letter case', () => {
    fc.assert(
      fc.property(expression, (text) => {
        expect(parseLicenseExpression(text).value?.normalized).toBe(text);
        if (text.includes('LicenseRef-')) return;
        expect(parseLicenseExpression(text.toUpperCase()).value?.normalized).toBe(text);
        expect(parseLicenseExpression(text.toLowerCase()).value?.normalized).toBe(text);
      }),
    );
  });
});
