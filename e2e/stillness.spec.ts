import { expect, test } from './site';

// Whether pages move while they load is measured where they are weighed: scripts/stillness.mjs.
for (const { name, viewport } of [
  { name: 'a phone', viewport: { width: 390, height: 844 } },
  { name: 'a laptop', viewport: { width: 1440, height: 900 } },
]) {
  test.describe(`on ${name}`, () => {
    test.use({ viewport });

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
