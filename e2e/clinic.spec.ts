/** What a person does in the clinic: predicts by thumb at 320 pixels, reads what the tools say, tries, mends, and finds it again. */
import { inflateSync } from 'node:zlib';
import { axeInBothThemes } from './axe';
import { expect, type Locator, type Page, test } from './site';

const live = (page: Page): Locator => page.locator('.figure[data-live=true]');
const said = (figure: Locator): Locator => figure.locator('> [role=status]');
const station = (figure: Locator, name: string): Locator => figure.locator('.station').filter({ hasText: name });
/** The state that stands in a lab’s address. */
function stateIn(address: string): { readonly predicted?: Readonly<Record<string, string>> } | undefined {
  const [, payload = ''] = new URL(address).hash.split('#1.');
  return payload === '' ? undefined : JSON.parse(inflateSync(Buffer.from(payload, 'base64url')).toString()).state;
}

test.describe('by touch alone, 320 pixels wide', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 700 } });

  test('a patient is foreseen wrongly, read about, tried, mended; its mark stays, and the link brings all of it back', async ({
    page,
  }) => {
    await page.goto('./labs/manifest-clinic/');
    const figure = live(page);
    await expect(figure.locator('.station.ahead')).toHaveCount(4);
    await figure.getByRole('button', { name: 'It stops at build' }).tap();
    await expect(figure.locator('.clinic-said')).toBeFocused();
    await expect(figure.locator('.clinic-said')).toHaveText('You said that it stops at build. It stops at parse.');
    await expect(station(figure, 'parse')).toContainText('stops here');
    await expect(said(figure)).toHaveText('It stops at parse, not: stops at build. The words shown are pip’s.');
    await expect(figure.locator('.clinic-findings')).toContainText('pyproject.toml, line 10');
    await expect(figure.locator('.clinic-text li.marked')).toContainText('requires-python = >=3.10');
    await figure.getByRole('radio', { name: 'uv', exact: true }).tap();
    await expect(figure.locator('.clinic-tool pre')).toContainText('TOML parse error at line 10, column 20');

    await figure.getByRole('button', { name: 'Mend it' }).tap();
    const cure = figure.getByRole('button', { name: 'Show me: Put the text into quotes.' });
    await expect(cure).toHaveAttribute('aria-disabled', 'true');
    const editor = figure.locator('.editor :is(textarea, .cm-content)');
    await expect(editor).toBeFocused();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('# ');
    await expect(cure).not.toHaveAttribute('aria-disabled', 'true');
    await cure.tap();
    await expect(figure.locator('.station.passed')).toHaveCount(4);
    await expect(figure.locator('.clinic-card').first()).toContainText('healed');
    await expect(said(figure)).toHaveText('It works now.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await axeInBothThemes(page, '.figure')).toEqual([]);

    await figure.getByRole('radio', { name: /^A missing dot/ }).tap({ force: true });
    await figure.getByRole('button', { name: 'It stops at install' }).tap();
    await expect(figure.locator('.clinic-said')).toHaveText('As you said: it stops at install.');
    // The address is written when all has settled.
    await expect.poll(() => stateIn(page.url())?.predicted?.['no-such-release']).toBe('install');
    const written = page.url();
    await page.goto('about:blank');
    await page.goto(written);
    await expect(figure.locator('.clinic-card').first()).toContainText('healed');
    await expect(station(figure, 'install')).toContainText('stops here');
  });
});
