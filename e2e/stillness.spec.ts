import { eachKind, isFurnished } from './pages';
import { type BrowserContext, expect, type Page, test } from './site';

/** How far the layout has moved by itself since the page began, after the measure of layout shift. */
const shift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((answer) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if (
              'value' in entry &&
              typeof entry.value === 'number' &&
              !('hadRecentInput' in entry && entry.hadRecentInput)
            )
              sum += entry.value;
          }
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => answer(sum), 100);
      }),
  );

/** Milliseconds for a page, on a machine that does other things besides. */
const patience = 6000;

/** Pages looked at side by side: most of the time goes by in waiting for what else may come. */
const atOnce = 4;

/** Fonts that come 400 ms late. Asked of the browser itself, since a route holds up whatever else a page fetches, too. */
async function lateFonts(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', ({ requestId }) => {
    // A page that is left has let go of its fonts.
    setTimeout(() => void session.send('Fetch.continueRequest', { requestId }).catch(() => undefined), 400);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*.woff2' }] });
}

/** Opens every kind of page, its fonts late, and tells those that moved: what else may move one moves it then too. */
async function moved(context: BrowserContext, pages: readonly string[]): Promise<readonly string[]> {
  const waiting = [...pages];
  const found: string[] = [];
  const look = async () => {
    const page = await context.newPage();
    await lateFonts(page);
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      await page.goto(path, { waitUntil: 'networkidle' });
      const far = await shift(page);
      if (!(far < 0.01)) found.push(`${path}: ${far}`);
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: atOnce }, look));
  return found;
}

for (const { name, viewport, pages } of [
  { name: 'a phone', viewport: { width: 390, height: 844 }, pages: eachKind },
  // A frame has the size that its slide gives it.
  { name: 'a laptop', viewport: { width: 1440, height: 900 }, pages: eachKind.filter(isFurnished) },
]) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('no page moves while it loads and its fonts come late', async ({ context }) => {
      test.setTimeout(eachKind.length * patience);
      expect(await moved(context, pages)).toEqual([]);
    });

    test('no figure moves the text when it comes to life', async ({ page }) => {
      await page.goto('./lectures/works-on-my-machine/', { waitUntil: 'networkidle' });
      for (const figure of await page.locator('astro-island').all()) {
        const before = await figure.evaluate((element) => element.getBoundingClientRect().height);
        await figure.scrollIntoViewIfNeeded();
        await expect(figure).not.toHaveAttribute('ssr');
        const after = await figure.evaluate((element) => element.getBoundingClientRect().height);
        expect(Math.abs(after - before)).toBeLessThan(2);
      }
    });
  });
}
