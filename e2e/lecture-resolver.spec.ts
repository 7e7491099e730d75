import { expect, test } from './site';

const lecture = './lectures/dependency-hell/';

test('the run by hand is walked in the figure beside it, under the numbers of the text', async ({ page }) => {
  await page.goto(lecture);
  const figure = page.locator('#by-hand-figure');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.getByRole('radio', { name: 'Steps', exact: true })).toBeChecked({ timeout: 15_000 });
  await figure.getByRole('slider', { name: 'Go to' }).fill('24');
  await expect(figure.locator('.resolver-step')).toContainText('Step 24 of 35');
  await expect(figure.locator('.resolver-step')).toContainText(/conflict/i);
});

test('a figure whose scenario can’t be had leaves the text whole, and the page says what is missing', async ({
  page,
  watch,
}) => {
  watch.expectFault(/^console: .*Failed to load resource/);
  await page.route('**/scenarios/resolver/lecture-by-hand.json', (route) => route.abort());
  await page.goto(lecture);
  const figure = page.locator('#by-hand-figure');
  await figure.scrollIntoViewIfNeeded();
  await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded', { timeout: 15_000 });
  await expect(figure.getByRole('heading')).toHaveText('The run by hand, step by step');
});
