import { describe, expect, it } from 'vitest';
import { countOfCheck, countOfPlaywright, countOfVitest, summary } from './test-tally.mjs';

describe('counting', () => {
  it('takes a check for one test', () => {
    expect(countOfCheck(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countOfCheck(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('takes the numbers that vitest reports', () => {
    const report = { numPassedTests: 40, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    expect(countOfVitest(report, 1)).toEqual({ passed: 40, failed: 2, skipped: 2 });
  });

  it('takes the numbers that Playwright reports, and a flaky test for a failed one', () => {
    const report = { stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 3 } };
    expect(countOfPlaywright(report, 1)).toEqual({ passed: 9, failed: 2, skipped: 3 });
  });

  it.each([
    [
      'a file of tests could not be read',
      { numPassedTests: 40, numFailedTests: 0 },
      1,
      { passed: 40, failed: 1, skipped: 0 },
    ],
    ['no report was left', undefined, 1, { passed: 0, failed: 1, skipped: 0 }],
    [
      'no test ran, and the runner was content',
      { numPassedTests: 0, numFailedTests: 0 },
      0,
      { passed: 0, failed: 1, skipped: 0 },
    ],
    ['the report is something else', ['?'], 0, { passed: 0, failed: 1, skipped: 0 }],
  ])('adds a failure when %s', (_, report, status, count) => {
    expect(countOfVitest(report, status)).toEqual(count);
  });
});

describe('the summary', () => {
  it('gives a line a part and ends with the sum', () => {
    expect(
      summary([
        { name: 'Lock', seconds: 0.12, count: { passed: 1, failed: 0, skipped: 0 } },
        { name: 'Unit tests', seconds: 12.5, count: { passed: 300, failed: 2, skipped: 1 } },
      ]),
    ).toBe(
      [
        'ok      Lock           0.1 s  1 passed, 0 failed',
        'FAILED  Unit tests    12.5 s  300 passed, 2 failed, 1 skipped',
        '',
        '301 passed, 2 failed, 1 skipped',
      ].join('\n'),
    );
  });

  it('ends with zero failed when nothing did', () => {
    expect(
      summary([{ name: 'A', seconds: 1, count: countOfCheck(0) }])
        .split('\n')
        .at(-1),
    ).toBe('1 passed, 0 failed');
  });
});
