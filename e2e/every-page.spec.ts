import { AxeBuilder } from '@axe-core/playwright';
import { everyPage } from './pages';
import { expect, type Page, test } from './site';

const screens = [
  { name: 'a laptop', viewport: { width: 1440, height: 900 } },
  { name: 'a phone', viewport: { width: 390, height: 844 } },
];
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Brings every figure to life and every folded part into view, so that axe looks at what a reader sees after a while. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const figures = page.locator('astro-island');
  for (const figure of await figures.all()) await figure.scrollIntoViewIfNeeded();
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

for (const screen of screens) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`on ${screen.name}, ${colorScheme}`, () => {
      test.use({ viewport: screen.viewport, colorScheme });

      for (const path of everyPage) {
        test(`axe finds nothing on ${path}`, async ({ page }) => {
          await page.goto(path);
          await unfold(page);
          const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
          expect(
            violations.map(({ id, nodes }) => ({
              id,
              nodes: nodes.map((node) => `${node.html}\n${node.failureSummary ?? ''}`),
            })),
          ).toEqual([]);
        });
      }
    });
  }
}

for (const { name, viewport } of [
  { name: '320 pixels', viewport: { width: 320, height: 640 } },
  { name: '390 pixels', viewport: { width: 390, height: 844 } },
  { name: 'a phone held sideways', viewport: { width: 844, height: 390 } },
  { name: '820 pixels', viewport: { width: 820, height: 1180 } },
  { name: '1440 pixels', viewport: { width: 1440, height: 900 } },
  { name: 'a projector', viewport: { width: 1920, height: 1080 } },
]) {
  test(`no page scrolls sideways at ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const path of everyPage) {
      await page.goto(path);
      await unfold(page);
      expect(await tooWide(page), path).toEqual([]);
    }
  });
}

test.describe('at 200 % zoom of a laptop', () => {
  test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

  test('no page scrolls sideways', async ({ page }) => {
    for (const path of everyPage) {
      await page.goto(path);
      await unfold(page);
      expect(await tooWide(page), path).toEqual([]);
    }
  });
});

/** What sticks out of the page to the right, where the page can be scrolled there. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .filter((element) => !element.parentElement?.closest('pre'))
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.className} ends at ${Math.round(element.getBoundingClientRect().right)} of ${width}`,
      )
      .slice(-5);
  });

test('a target for a finger is at least 24 pixels high and wide, or part of a sentence', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of everyPage) {
    await page.goto(path);
    await unfold(page);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea')]
        .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
        .filter((element) => !element.closest('.skip, .visually-hidden'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
        // A box or dot inside its label is as large as the label.
        .filter(({ element }) => !((element.closest('label')?.getBoundingClientRect().height ?? 0) >= 24))
        .map(
          ({ element, box }) =>
            `${element.outerHTML.slice(0, 80)}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
        ),
    );
    expect(small, path).toEqual([]);
  }
});
