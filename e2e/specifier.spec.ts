/** What a person does with the specifier explorer: by touch, by keyboard, and what is said aloud meanwhile. */
import { inflateSync } from 'node:zlib';
import { axeInBothThemes } from './axe';
import { expect, type Locator, type Page, test } from './site';

const live = (page: Page): Locator => page.locator('.figure[data-live=true]');
const said = (figure: Locator): Locator => figure.locator('> [role=status]');
const field = (figure: Locator): Locator => figure.getByRole('textbox', { name: 'Python’s specifier' });
const lit = (figure: Locator): Locator => figure.locator('.spec-box.in');
const chip = (figure: Locator, group: string, name: string): Locator =>
  figure.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true });
/** The state that stands in a lab's address, as the figure wrote it. */
function stateIn(address: string): { readonly specifier?: string } | undefined {
  const [, payload = ''] = new URL(address).hash.split('#1.');
  return payload === '' ? undefined : JSON.parse(inflateSync(Buffer.from(payload, 'base64url')).toString()).state;
}

test.describe('by touch alone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 700 } });

  test('a bound is moved, a clause added, a tap asks why, and another marks what is wanted', async ({ page }) => {
    await page.goto('./labs/specifier-explorer/');
    const figure = live(page);
    await expect(lit(figure)).toHaveCount(21);
    await chip(figure, 'Clause', '<2').tap();
    await figure.getByRole('button', { name: 'bound 2.0.1', exact: true }).tap();
    await expect(field(figure)).toHaveValue('>=1.26,<2.0.1');
    await expect(figure.locator('.figure-happened')).toContainText('4 pre-releases in range wait');
    await figure.getByRole('button', { name: /^2\.0\.0a1 / }).tap();
    await expect(figure.locator('.spec-why')).toContainText('a pre-release waits until nothing stable fits');
    await expect(said(figure)).toHaveText('2.0.0a1: waits. 22 of 105 admitted.');
    await chip(figure, 'Operator', '==').tap();
    await figure.getByRole('button', { name: 'Add a clause' }).tap();
    await expect(field(figure)).toHaveValue(/^>=1\.26,==2\.0\.1,/);
    await figure.getByRole('button', { name: 'Drop this one' }).tap();
    await chip(figure, 'Tap', 'mark as wanted').tap();
    await figure.getByRole('button', { name: /^2\.8\.0 / }).tap();
    await expect(figure.locator('.spec-goal')).toContainText('Missing: 2.8.0.');
    await figure.getByRole('button', { name: 'Undo' }).tap();
    await expect(figure.locator('.spec-goal')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeInBothThemes(page, '.figure')).toEqual([]);
  });
});

test('what is typed is lit at once; half of it keeps the last set; another notation is named; the link brings it back', async ({
  page,
}) => {
  await page.goto('./labs/specifier-explorer/httpx/');
  const figure = live(page);
  await field(figure).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('>0.28.1');
  await expect(lit(figure)).toHaveCount(6);
  await expect(figure.locator('.figure-happened')).toContainText('Nothing stable fits, so pre-releases come in.');
  await page.keyboard.type(',<');
  await expect(figure).toHaveAttribute('data-status', 'stale');
  await expect(lit(figure)).toHaveCount(6);
  await field(figure).fill('^0.27');
  await expect(figure.locator('.spec-problems')).toContainText('The caret is npm’s and Poetry’s notation.');
  await expect(field(figure)).toHaveAttribute('aria-invalid', 'true');
  await figure.getByRole('button', { name: 'Write >=0.27,<0.28' }).click();
  await expect(lit(figure)).toHaveCount(3);

  await figure.getByRole('checkbox', { name: 'npm and Cargo' }).check();
  await chip(figure, 'Mean 0.27.0:', 'or newer').click();
  await chip(figure, 'Pre-releases', 'asked for (--pre)').click();
  await expect(figure.locator('.spec-differs')).toHaveText(
    'What differs. npm and Cargo have no number for 1.0.dev1, 1.0.dev2 and 4 more, all pre-releases.',
  );
  await figure.getByRole('textbox', { name: 'npm’s range' }).fill('~0.27');
  await expect(figure.locator('.spec-differs')).toContainText('npm leaves out 0.28.0 and 0.28.1.');
  await expect(figure.getByRole('button', { name: 'Say what Python’s says' }).first()).toBeVisible();
  expect(await axeInBothThemes(page, '.figure')).toEqual([]);
  await expect
    .poll(() => stateIn(page.url()))
    .toMatchObject({ specifier: '>=0.27.0', npm: '~0.27', prereleases: 'allow' });
  await page.reload();
  await expect(figure.locator('.spec-differs')).toContainText('npm leaves out 0.28.0 and 0.28.1.');
  await page.emulateMedia({ media: 'print' });
  await expect(figure.locator('.figure-settings')).toContainText(
    'httpx under >=0.27.0. Pre-releases are asked for. npm: ~0.27.',
  );
});

test('a slide with its answer hidden shows no light, and steps through the specifiers', async ({ page }) => {
  await page.goto('./embed/v1/specifier-explorer/?scenario=pytest&hide=answer&host=reveal');
  const figure = live(page);
  await expect(figure.locator('.spec-box.ahead').first()).toBeVisible();
  await expect(lit(figure)).toHaveCount(0);
  await expect(figure.locator('.spec-count')).toHaveText('? of 193');
  await figure.getByRole('button', { name: 'Show the answer' }).click();
  await expect(lit(figure)).not.toHaveCount(0);
});
