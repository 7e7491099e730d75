import { axeFindings } from './axe';
import { expect, test } from './site';

test('a bound moved by key keeps its focus, changes the answer, says so once, and stands in the address', async ({
  page,
}) => {
  await page.goto('./labs/resolver/back-shared-library-pinned/');
  const figure = page.locator('.figure[data-live=true]');
  await expect(figure.locator('.resolver-verdict')).toHaveText('no solution');
  await figure.getByRole('button', { name: 'Write shop>=1.0.0 instead of shop==1.1.0' }).click();
  await expect(figure.locator('.resolver-verdict')).toHaveText('solved');
  await expect(figure.getByRole('status').first()).toHaveText('Solved: shared 1.4.0, 3 releases in all.');
  const up = figure.getByRole('button', { name: '>=1.4.0' }).first();
  await expect(page).toHaveURL(/#1\./);
  const before = page.url();
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(figure.locator('.resolver-bar code').first()).toHaveText('>=1.4.0,<2');
  await expect(page.locator(':focus')).toHaveText('+');
  // The address follows when the reader rests.
  await expect(page).not.toHaveURL(before);
  await page.reload();
  await expect(figure.locator('.resolver-bar code').first()).toHaveText('>=1.4.0,<2');
});

test('every lens can be read by axe, and the replay goes on by its button', async ({ page }) => {
  await page.goto('./labs/resolver/');
  const figure = page.locator('.figure[data-live=true]');
  for (const lens of ['Steps', 'Graph', 'Race', 'Elsewhere', 'Ranges']) {
    await figure.getByRole('radio', { name: lens, exact: true }).check();
    if (lens === 'Steps') {
      await figure.getByRole('button', { name: 'Next' }).click();
      await expect(figure.locator('.resolver-step')).toContainText('Step 1 of');
    }
    expect(await axeFindings(page)).toEqual([]);
  }
});

test('a race that takes longer is finished by the worker', async ({ page }) => {
  await page.goto('./labs/resolver/race-seven-layers/');
  const figure = page.locator('.figure[data-live=true]');
  await figure.getByRole('radio', { name: 'Race', exact: true }).check();
  await expect(figure.locator('.resolver-race')).toContainText('35,192', { timeout: 15_000 });
});
