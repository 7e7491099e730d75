import { inflateSync } from 'node:zlib';
import { axeInBothThemes } from './axe';
import { expect, type Locator, type Page, test } from './site';

const live = (page: Page) => page.locator('.figure[data-live=true]');
const said = (figure: Locator) => figure.locator('> [role=status]');
const lens = (figure: Locator, name: string) => figure.getByRole('radio', { name, exact: true });
/** The state that stands in a lab's address, as the figure wrote it. */
function stateIn(address: string): unknown {
  const [, payload = ''] = new URL(address).hash.split('#1.');
  return payload === '' ? undefined : JSON.parse(inflateSync(Buffer.from(payload, 'base64url')).toString()).state;
}

test('what is built is seen in six ways, by the arrow keys, and each says itself', async ({ page }) => {
  await page.goto('./labs/layer-cache/leaked-key/');
  const figure = live(page);
  await lens(figure, 'Steps').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.layer-log')).toContainText('#6 [2/5] WORKDIR /app\n#6 CACHED');
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.layer-needs').first()).toContainText('FROM python:3.13-slim');
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.layer-readable')).toContainText('INDEX_PASSWORD');
  await figure.getByRole('radio', { name: 'a secret mount' }).click();
  await expect(figure.locator('.layer-readable')).toContainText('Nothing that looks like a secret');
  await expect(said(figure)).toHaveText(/^Image: 130 MB, no secret readable\. /);
  await lens(figure, 'Image').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.layer-build')).toHaveText([/^Build 1 built/, /^Now all cached/]);
  expect(await axeInBothThemes(page, '.figure')).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByText('The checks find nothing to say of this Dockerfile.')).toBeVisible();
  await figure.getByRole('radio', { name: 'ENV', exact: true }).click();
  await expect(figure.locator('.layer-check')).toContainText('SecretsUsedInArgOrEnv warning, line 3');
  expect(await axeInBothThemes(page, '.figure')).toEqual([]);
  // The lens stands in the address, which follows when the reader rests.
  await expect.poll(() => stateIn(page.url())).toEqual({ lens: 'checks' });
  await page.reload();
  await expect(figure.locator('.layer-check')).toContainText('line 3');
});

test('no lens gives a hidden answer away', async ({ page }) => {
  await page.goto('./embed/v1/layer-cache/?scenario=deleted-later&hide=answer&host=reveal');
  const figure = live(page);
  for (const [name, asked] of [
    ['Log', 'Which steps will the log call CACHED?'],
    ['Image', 'What will the image hold'],
    ['Checks', 'What do the checks find?'],
  ] as const) {
    await lens(figure, name).click();
    await expect(figure.locator('.layer-seen')).toContainText(asked);
    await expect(figure.locator('.layer-seen > :not(p)')).toHaveCount(0);
  }
});
