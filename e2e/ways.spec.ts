import redirects from '../content/redirects.json' with { type: 'json' };
import { lecture } from './pages';
import { expect, test } from './site';

test.describe('an address that leads nowhere', () => {
  test('gets status 404 and a page that helps on', async ({ page, watch }) => {
    watch.expectFault(/^status 404: .*\/lectures\/nowhere\/$/);
    watch.expectFault(/^console: Failed to load resource.*404/);
    const answer = await page.goto('./lectures/nowhere/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address');
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Lecture 1/ })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Works on my machine');
  });
});

test.describe('reporting a mistake', () => {
  test('fills in page, version and browser, and copies the whole report', async ({ page }) => {
    await page.goto(lecture);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Report a mistake' }).click();
    const text = page.getByLabel('Your report, with page and version filled in');
    await expect(text).toHaveValue(
      /^Page: \/lectures\/works-on-my-machine\/\nVersion: \d+\.\d+\.\d+.*\nBrowser: Mozilla/m,
    );
    await page.getByLabel('What is wrong, and what did you expect?').fill('The second drawing is upside down.');
    await expect(text).toHaveValue(/^The second drawing is upside down\.\n\nPage: /);
    await page.getByRole('button', { name: 'Copy the report' }).click();
    await expect(page.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.inputValue());
  });

  test('takes no address that is none of ours', async ({ page }) => {
    await page.goto('./report/?page=%3Cscript%3Ealert(1)%3C/script%3E');
    await expect(page.getByLabel('Your report, with page and version filled in')).toHaveValue(/^Page: \(unknown\)$/m);
  });
});

for (const [from, to] of Object.entries<string>(redirects)) {
  test(`the old address ${from} leads on to ${to}`, async ({ page }) => {
    await page.goto(`.${from}`);
    await page.waitForURL(`**${to}`);
  });
}

test.describe('by keyboard alone', () => {
  test('the start page is walked: the skip link first, then every link and button in the order of the page', async ({
    page,
  }) => {
    await page.goto('./');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    const wanted = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input')]
        .filter((element) => element.checkVisibility())
        .map((element) => element.outerHTML),
    );
    const met = [];
    for (const _ of wanted) {
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement)) return undefined;
        const style = getComputedStyle(element);
        return {
          html: element.outerHTML,
          ringed: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        };
      });
      met.push(at);
      await page.keyboard.press('Tab');
    }
    expect(met.map((at) => at?.html)).toEqual(wanted);
    expect(met.filter((at) => !at?.ringed)).toEqual([]);
  });

  test('the skip link leads to the text, and the next Tab goes on from there', async ({ page }) => {
    await page.goto(lecture);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('a lecture is walked to its end without a trap', async ({ page }) => {
    await page.goto(lecture);
    let steps = 0;
    for (; steps < 900; steps++) {
      await page.keyboard.press('Tab');
      const end = await page.evaluate(
        () => document.activeElement?.closest('footer') !== null && document.activeElement !== document.body,
      );
      if (end) break;
    }
    expect(steps).toBeLessThan(900);
  });
});
