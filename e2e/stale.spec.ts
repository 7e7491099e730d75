import { lecture } from './pages';
import { expect, type Page, test } from './site';

const missing = /^console: .*(Failed to load resource|Error hydrating|Failed to fetch)/;

/** Takes a figure's own file away, as a deploy does, and brings the figure into view. */
async function loseFigure(page: Page): Promise<void> {
  const figure = page.locator('astro-island').first();
  const file = await figure.getAttribute('component-url');
  // Astro tries again with a query.
  await page.route(
    (url) => url.pathname === file,
    (route) => route.abort(),
  );
  await figure.scrollIntoViewIfNeeded();
}

test.describe('a page that was left open over a deploy', () => {
  test('says in one line that a figure’s part is missing, keeps the still, and never reloads by itself', async ({
    page,
    watch,
  }) => {
    watch.expectFault(missing);
    await page.goto(lecture);
    await page.evaluate(() => {
      document.title = 'still the same page';
    });
    await loseFigure(page);
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('A part of this page could not be loaded');
    await expect(notice).toContainText('Your answers are kept.');
    await expect(page).toHaveTitle('still the same page');
    expect((await page.locator('astro-island').first().innerText()).length).toBeGreaterThan(100);
    await notice.getByRole('button', { name: 'Not now' }).click();
    await expect(notice).toBeHidden();
  });

  test('comes back whole when the reader reloads it', async ({ page, watch }) => {
    watch.expectFault(missing);
    await page.goto(lecture);
    await loseFigure(page);
    await expect(page.getByRole('alert')).toBeVisible();
    await page.unrouteAll();
    await page.getByRole('alert').getByRole('button', { name: 'Reload the page' }).click();
    await page.waitForLoadState();
    await page.locator('astro-island').first().scrollIntoViewIfNeeded();
    await expect(page.locator('astro-island').first()).not.toHaveAttribute('ssr');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('says so too when it is the script of the quiz items that is missing, and they can be read', async ({
    page,
    watch,
  }) => {
    watch.expectFault(missing);
    await page.route('**/_a/**', (route) =>
      /\/start\./.test(route.request().url()) ? route.abort() : route.continue(),
    );
    await page.goto(lecture);
    const item = page.locator('ship-quiz').first();
    await item.scrollIntoViewIfNeeded();
    await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded');
    await item.locator('summary').click();
    await expect(item.locator('.quiz-explain')).toBeVisible();
  });
});
