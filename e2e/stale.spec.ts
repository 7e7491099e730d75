import { lecture } from './pages';
import { expect, test } from './site';

test.describe('a page that was left open over a deploy', () => {
  test('says in one line that a part is missing, keeps everything, and never reloads by itself', async ({
    page,
    watch,
  }) => {
    watch.expectFault(/^console: .*(Failed to load resource|Error hydrating|Failed to fetch)/);
    await page.goto(lecture, { waitUntil: 'networkidle' });
    await page.evaluate(() => {
      document.title = 'still the same page';
    });
    await page.route('**/_a/**/*.js', (route) => route.abort());
    await page.route('**/_a/*.js', (route) => route.abort());
    await page.locator('astro-island').first().scrollIntoViewIfNeeded();
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('A part of this page could not be loaded');
    await expect(notice).toContainText('Your answers are kept.');
    await expect(page).toHaveTitle('still the same page');
    expect((await page.locator('astro-island').first().innerText()).length).toBeGreaterThan(100);
    await notice.getByRole('button', { name: 'Not now' }).click();
    await expect(notice).toBeHidden();
  });

  test('comes back whole when the reader reloads it', async ({ page, watch }) => {
    watch.expectFault(/^console: .*(Failed to load resource|Error hydrating|Failed to fetch)/);
    await page.goto(lecture, { waitUntil: 'networkidle' });
    await page.route('**/_a/**', (route) => route.abort());
    await page.locator('astro-island').first().scrollIntoViewIfNeeded();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.unroute('**/_a/**');
    await page.getByRole('alert').getByRole('button', { name: 'Reload the page' }).click();
    await page.locator('astro-island').first().scrollIntoViewIfNeeded();
    await expect(page.locator('astro-island').first()).not.toHaveAttribute('ssr');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});
