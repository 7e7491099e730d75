/**
 * Adds up what `npm test` did: the tests that vitest and Playwright counted, and one for each check. A part that crashed, or that
 * says nothing of itself, has failed.
 */

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ name: string, seconds: number, count: Count }} Result */

/** A check counts as one. @param {number} status its exit status @returns {Count} */
export const countOfCheck = (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });

/**
 * A runner whose exit status says failure while its report names none (a crash, an error outside of tests), or whose report
 * holds no test at all, has failed once more.
 * @param {Count} count @param {number} status @returns {Count}
 */
const withCrash = (count, status) =>
  (status !== 0 && count.failed === 0) || count.passed + count.failed === 0
    ? { ...count, failed: count.failed + 1 }
    : count;

/** @param {unknown} report @param {readonly string[]} path */
function numberAt(report, path) {
  /** @type {unknown} */
  let at = report;
  for (const key of path)
    at = typeof at === 'object' && at !== null ? /** @type {Record<string, unknown>} */ (at)[key] : undefined;
  return typeof at === 'number' ? at : 0;
}

/** @param {unknown} report vitest's JSON report, undefined where it left none @param {number} status @returns {Count} */
export const countOfVitest = (report, status) =>
  withCrash(
    {
      passed: numberAt(report, ['numPassedTests']),
      failed: numberAt(report, ['numFailedTests']),
      skipped: numberAt(report, ['numPendingTests']) + numberAt(report, ['numTodoTests']),
    },
    status,
  );

/** @param {unknown} report Playwright's JSON report, undefined where it left none @param {number} status @returns {Count} */
export const countOfPlaywright = (report, status) =>
  withCrash(
    {
      passed: numberAt(report, ['stats', 'expected']),
      failed: numberAt(report, ['stats', 'unexpected']) + numberAt(report, ['stats', 'flaky']),
      skipped: numberAt(report, ['stats', 'skipped']),
    },
    status,
  );

/** @param {Count} count @example sentence({ passed: 3, failed: 0, skipped: 1 }) // '3 passed, 0 failed, 1 skipped' */
export const sentence = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {readonly Result[]} results @returns {Count} */
export const total = (results) =>
  results.reduce(
    (sum, { count }) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** A line a part, and the last line. @param {readonly Result[]} results @returns {string} */
export function summary(results) {
  const widest = Math.max(0, ...results.map((result) => result.name.length));
  const rows = results.map(
    ({ name, seconds, count }) =>
      `${count.failed === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(widest)}  ${seconds.toFixed(1).padStart(6)} s  ${sentence(count)}`,
  );
  return [...rows, '', sentence(total(results))].join('\n');
}
