import { eachKind, lecture } from './pages';
import { expect, test } from './site';

test.use({ javaScriptEnabled: false });

test.describe('with JavaScript off', () => {
  test('every page is read: its heading and its text are there, and no dead button', async ({ page }) => {
    test.setTimeout(eachKind.length * 6_000);
    for (const path of eachKind) {
      await page.goto(path);
      await expect.soft(page.getByRole('heading', { level: 1 }), path).toBeVisible();
      expect.soft((await page.getByRole('main').innerText()).length, path).toBeGreaterThan(200);
      const needy = page.locator('.search-open, .theme-switch, [data-needs-script]').filter({ visible: true });
      await expect.soft(needy, path).toHaveCount(0);
    }
  });

  test('a lecture shows its drawings, its console blocks and its tables', async ({ page }) => {
    await page.goto(lecture);
    for (const drawing of await page.locator('figure.drawing').all()) {
      const box = await drawing.boundingBox();
      expect(box?.height ?? 0).toBeGreaterThan(100);
    }
    expect(await page.locator('figure.console .command').count()).toBeGreaterThan(5);
    expect(await page.getByRole('table').count()).toBeGreaterThan(0);
  });

  test('every figure shows a truthful still', async ({ page }) => {
    await page.goto(lecture);
    const figures = page.locator('astro-island');
    expect(await figures.count()).toBeGreaterThanOrEqual(2);
    for (const figure of await figures.all()) expect((await figure.innerText()).length).toBeGreaterThan(100);
  });

  test('every quiz item has its answer folded beneath it, and the answer unfolds', async ({ page }) => {
    await page.goto(lecture);
    const items = page.locator('ship-quiz');
    expect(await items.count()).toBeGreaterThanOrEqual(12);
    for (const item of await items.all()) {
      const answer = item.locator('details');
      await expect(answer).toHaveCount(1);
      await answer.locator('summary').click();
      expect((await answer.innerText()).length).toBeGreaterThan(40);
    }
  });

  test('a term leads to its entry in the glossary', async ({ page }) => {
    await page.goto(lecture);
    await page.locator('a.term').first().click();
    await page.waitForURL('**/glossary/#*');
  });
});
