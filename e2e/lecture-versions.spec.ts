import { expect, test } from './site';

test('lecture 2: a mark leads to the list of claims, which opens; the figure admits what the text says', async ({
  page,
}) => {
  await page.goto('./lectures/what-a-version-promises/');
  const held = page.locator('#held');
  await expect(held).not.toBeVisible();
  await page.getByRole('link', { name: 'Checked: ~=2.1 admits 2.9. (packaging' }).click();
  await expect(held).toBeVisible();
  await expect(held).toContainText('~=2.1 admits 2.9, ~=2.1 refuses 3.0');

  const figure = page.locator('#which-releases');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toContainText('>=1.26,<2 admits 21 of the 105 versions of urllib3', { timeout: 15_000 });
  await figure.getByRole('radio', { name: '~=2.5.0', exact: true }).click();
  await expect(figure).toContainText('~=2.5.0 admits one of the 105 versions of urllib3', { timeout: 15_000 });
});
