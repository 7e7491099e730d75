import { eachKind } from './pages';
import { expect, type Page, test } from './site';

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

for (const { name, viewport } of [
  { name: 'a phone', viewport: { width: 390, height: 844 } },
  { name: 'a laptop', viewport: { width: 1440, height: 900 } },
]) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

    test('no page moves while it loads', async ({ page }) => {
      test.setTimeout(eachKind.length * patience);
      for (const path of eachKind) {
        await page.goto(path, { waitUntil: 'networkidle' });
        expect(await shift(page), path).toBeLessThan(0.01);
      }
    });

    test('no page moves when the fonts come late', async ({ page }) => {
      test.setTimeout(eachKind.length * patience);
      await page.route('**/*.woff2', async (route) => {
        await new Promise((go) => setTimeout(go, 400));
        await route.continue();
      });
      for (const path of eachKind) {
        await page.goto(path, { waitUntil: 'networkidle' });
        expect(await shift(page), path).toBeLessThan(0.01);
      }
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
