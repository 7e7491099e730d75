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

/**
 * How far a page has moved by itself since it began, and the elements that moved: `section.figure-stage, from 300 to 340`.
 * @param {import('@playwright/test').Page} page @returns {Promise<{ shift: number, moved: readonly string[] }>}
 */
export const shiftOf = (page) =>
  page.evaluate(
    () =>
      new Promise((answer) => {
        let shift = 0;
        /** @type {string[]} */
        const moved = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const { value, hadRecentInput, sources } = /** @type {LayoutShift} */ (entry);
            if (hadRecentInput) continue;
            shift += value;
            for (const { node, previousRect, currentRect } of sources) {
              const element = node instanceof Element ? node : node?.parentElement;
              const name = [element?.localName ?? 'what is gone', ...(element?.classList ?? [])].join('.');
              moved.push(`${name}, from ${Math.round(previousRect.top)} to ${Math.round(currentRect.top)}`);
            }
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => answer({ shift, moved }), 100);
      }),
  );

/** @typedef {PerformanceEntry & { value: number, hadRecentInput: boolean, sources: readonly { node: Node | null, previousRect: DOMRectReadOnly, currentRect: DOMRectReadOnly }[] }} LayoutShift */

/**
 * What moves too far, a sentence each.
 * @param {readonly { path: string, screen: string, shift: number, moved: readonly string[] }[]} pages
 * @returns {string[]}
 */
export const shiftProblems = (pages) =>
  pages
    .filter(({ shift }) => !(shift <= mostShift))
    .map(
      ({ path, screen, shift, moved }) =>
        `${path} on a ${screen} moves by ${shift.toFixed(3)} while it loads, and ${mostShift} is allowed: ${moved.join('; ')}.`,
    );
