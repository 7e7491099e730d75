/**
 * Whether a page keeps still while it loads: how far it moves by itself, after the measure of layout shift (web.dev/articles/cls), with
 * its fonts late, since what else may move a page moves it then too. Measured where the page is weighed (budgets.mjs).
 */

/** The furthest that a page may move; 0 is a page that stands still. */
const mostShift = 0.01;

/** Milliseconds that fonts are late. */
const late = 400;

/**
 * Lets a page’s fonts come late. Asked of the browser itself, since a route holds up whatever else a page fetches, too.
 * @param {import('@playwright/test').Page} page
 */
export async function lateFonts(page) {
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    // A page that is left has let go of its fonts.
    setTimeout(() => void session.send('Fetch.continueRequest', { requestId }).catch(() => undefined), late);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*.woff2' }] });
}

/** How far a page has moved by itself since it began. @param {import('@playwright/test').Page} page @returns {Promise<number>} */
export const shiftOf = (page) =>
  page.evaluate(
    () =>
      new Promise((answer) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const isByHand = 'hadRecentInput' in entry && entry.hadRecentInput === true;
            if (!isByHand && 'value' in entry && typeof entry.value === 'number') sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => answer(sum), 100);
      }),
  );

/**
 * What moves too far, a sentence each.
 * @param {readonly { path: string, screen: string, shift: number }[]} pages
 * @returns {string[]}
 */
export const shiftProblems = (pages) =>
  pages
    .filter(({ shift }) => !(shift <= mostShift))
    .map(
      ({ path, screen, shift }) =>
        `${path} on a ${screen} moves by ${shift.toFixed(3)} while it loads, and ${mostShift} is allowed.`,
    );
