import { lecture } from './pages';
import { expect, test } from './site';

/** The same site below a path: links, search, figures, redirects and the 404 page stay inside it. The fixture fails on any 404. */
test.describe('below a path', () => {
  test('the start page leads to the first lecture, with its styles and its script', async ({ page, baseURL }) => {
    await page.goto('./');
    expect(new URL(page.url()).pathname).toBe('/course/');
    await page.getByRole('link', { name: /^Begin with lecture 1/ }).click();
    await expect(page).toHaveURL(`${baseURL}lectures/works-on-my-machine/`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Works on my machine');
    await expect(page.locator('.copy').first()).toBeAttached();
  });

  test('every link of every kind stays below it', async ({ page, baseURL }) => {
    await page.goto(lecture);
    const outside = await page.evaluate(
      (base) =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
          .map((link) => link.href)
          .filter((to) => new URL(to).origin === location.origin && !to.startsWith(base)),
      baseURL ?? '',
    );
    expect(outside).toEqual([]);
  });

  test('search finds a place and goes there', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await page.keyboard.type('activation');
    const first = page
      .getByRole('dialog', { name: 'Search the course' })
      .getByRole('listitem')
      .getByRole('link')
      .first();
    await expect(first).toBeVisible();
    const address = await first.getAttribute('href');
    expect(address).toMatch(/^\/course\//);
    await first.click();
    await page.waitForURL((url) => `${url.pathname}${url.hash}` === address);
  });

  test('the figures come to life', async ({ page }) => {
    await page.goto(lecture);
    for (const figure of await page.locator('astro-island').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure).not.toHaveAttribute('ssr');
    }
  });

  test('a term leads to the glossary, and a mistake is reported from the right page', async ({ page }) => {
    await page.goto(lecture);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Report a mistake' }).click();
    await expect(page.getByLabel('Your report, with page and version filled in')).toHaveValue(
      /^Page: \/lectures\/works-on-my-machine\/$/m,
    );
    await page.goto(lecture);
    await page.locator('a.term').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/course/glossary/#*');
  });

  test('the 404 page helps on with links below it', async ({ page, watch }) => {
    watch.expectFault(/^status 404: /);
    watch.expectFault(/^console: Failed to load resource.*404/);
    await page.goto('./nowhere/');
    await page.getByRole('main').getByRole('link', { name: 'The glossary' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
  });

  test('an embed is loaded from below it, and the code for slides names it', async ({ page, baseURL }) => {
    await page.goto('./instructors/');
    const figure = page.locator('shipshape-figure');
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-phase', 'live');
    expect(await figure.locator('iframe').getAttribute('src')).toMatch(new RegExp(`^${baseURL}embed/v1/`));
    await expect(page.locator('[data-recipe="reveal"]')).toContainText(`${baseURL}embed.js`);
  });
});
