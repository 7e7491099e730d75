import { axeFindings, axeInBothThemes } from './axe';
import { eachKind } from './pages';
import { expect, type Page, test } from './site';

/** Opens a page as a reader has it after a while: every figure alive, every folded part open. */
async function openWhole(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const figure of await page.locator('astro-island').all()) await figure.scrollIntoViewIfNeeded();
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
}

/** The sizes that a page must fit: the last is what a laptop has left at 200 % zoom. */
const sizes = [
  { name: '320 pixels', width: 320, height: 640 },
  { name: 'a phone', width: 390, height: 844 },
  { name: 'a phone held sideways', width: 844, height: 390 },
  { name: 'a tablet', width: 820, height: 1180 },
  { name: 'a laptop', width: 1440, height: 900 },
  { name: 'a projector', width: 1920, height: 1080 },
  { name: 'a laptop at 200 % zoom', width: 720, height: 450 },
];

/** What sticks out of the page to the right, where the page can be scrolled there. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .filter((element) => !element.parentElement?.closest('pre'))
      .map((element) => {
        const end = Math.round(element.getBoundingClientRect().right);
        return `${element.tagName.toLowerCase()}.${element.className} ends at ${end} of ${width}`;
      })
      .slice(-5);
  });

/** What a finger must hit, where it is smaller than 24 pixels and no part of a sentence. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
      .filter((element) => !element.closest('.skip, .visually-hidden'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      // A box or dot inside its label is as large as the label.
      .filter(({ element }) => !((element.closest('label')?.getBoundingClientRect().height ?? 0) >= 24))
      .map(
        ({ element, box }) => `${element.outerHTML.slice(0, 80)}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      ),
  );

/** Pages around one figure: figure-states.spec.ts looks at that on a phone, in every state. */
const aroundFigure = /^\.\/(labs|exercises|embed)\/.+/;

for (const path of eachKind) {
  test.describe(path, () => {
    test('fits every screen, fingers hit what they aim at, and axe finds nothing', async ({ page }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openWhole(page, path);
      for (const { name, width, height } of sizes) {
        await page.setViewportSize({ width, height });
        expect.soft(await tooWide(page), `too wide for ${name}`).toEqual([]);
        expect.soft(await tooSmall(page), `too small on ${name}`).toEqual([]);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      expect.soft(await axeInBothThemes(page), 'on a laptop').toEqual([]);
      if (aroundFigure.test(path)) return;
      // A theme's colours are the same on every screen: the phone's layout is looked at in one, the dark one that is there now.
      await page.setViewportSize({ width: 390, height: 844 });
      expect.soft(await axeFindings(page), 'on a phone').toEqual([]);
    });
  });
}

test('axe sees what is wrong', async ({ page }) => {
  await page.goto('./privacy/');
  await page.evaluate(() => {
    const wrong = '<input><p style="color: #ccc; background: #fff">Too pale to be read.</p>';
    document.querySelector('main')?.insertAdjacentHTML('beforeend', wrong);
  });
  const rules = (await axeFindings(page)).map((finding) => finding.slice(0, finding.indexOf(':')));
  expect(rules.sort()).toEqual(['color-contrast', 'label']);
});

test('nothing scrolls sideways with the fonts of the machine, while ours have not come', async ({ page, watch }) => {
  test.setTimeout(120_000);
  watch.expectFault(/Failed to decode downloaded font/);
  await page.route('**/*.woff2', (route) => route.fulfill({ status: 204 }));
  await page.setViewportSize({ width: 320, height: 640 });
  const found: string[] = [];
  for (const path of eachKind) {
    await openWhole(page, path);
    for (const one of await tooWide(page)) found.push(`${path}: ${one}`);
  }
  expect(found).toEqual([]);
});
