import { lecture } from './pages';
import { expect, type Page, test } from './site';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the course' });
const results = (page: Page) => dialog(page).getByRole('listitem').getByRole('link');

test.describe('search', () => {
  test('opens at the key /, finds a section by its words, and goes there by arrow keys and Enter', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await expect(dialog(page).getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('virtual environment');
    await expect(dialog(page).getByRole('status')).toHaveText(/^\d+ places found\.$/);
    await page.keyboard.press('ArrowDown');
    await expect(results(page).first()).toBeFocused();
    const address = await results(page).first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => `${url.pathname}${url.hash}` === address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('goes to the first place when Enter is pressed in the words', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await page.keyboard.type('activation');
    await expect(results(page).first()).toBeVisible();
    const address = await results(page).first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => `${url.pathname}${url.hash}` === address);
  });

  test('closes at Escape and gives the focus back to where it was', async ({ page }) => {
    await page.goto(lecture);
    const open = page.getByRole('button', { name: /search/i }).first();
    await open.click();
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(open).toBeFocused();
  });

  test('walks up and down with the arrow keys, from the words to the last place', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await page.keyboard.type('wheel');
    await expect(results(page).first()).toBeVisible();
    const count = await results(page).count();
    for (let i = 0; i <= count; i++) await page.keyboard.press('ArrowDown');
    await expect(results(page).last()).toBeFocused();
    for (let i = 0; i <= count; i++) await page.keyboard.press('ArrowUp');
    await expect(dialog(page).getByRole('searchbox')).toBeFocused();
  });

  test('says when nothing is found', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await page.keyboard.type('zyzzyva');
    await expect(dialog(page).getByRole('status')).toHaveText('Nothing found for “zyzzyva”.');
    await expect(results(page)).toHaveCount(0);
  });

  test('says when its index cannot be loaded, and works once it can', async ({ page, watch }) => {
    watch.expectFault(/Failed to load resource|pagefind/);
    await page.goto('./');
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.keyboard.press('/');
    await page.keyboard.type('wheel');
    await expect(dialog(page).getByRole('status')).toHaveText(/could not be loaded/);
  });

  test('leaves the key / alone in a field', async ({ page }) => {
    await page.goto('./report/');
    const field = page.getByLabel('What is wrong, and what did you expect?');
    await field.click();
    await page.keyboard.type('a/b');
    await expect(field).toHaveValue('a/b');
    await expect(dialog(page)).toBeHidden();
  });
});
