import { axeInBothThemes } from './axe';
import { bundled, openParts } from './parts/served';
import { expect, type Locator, type Page, test } from './site';

let files: Awaited<ReturnType<typeof bundled>>;
test.beforeAll(async () => {
  files = await bundled();
});

const first = 'typed-1.0-py3-none-any.whl\nnumpy-2.3.1-cp313-cp313-macosx_14_0_arm64.whl\nreadme.txt\n';
const given = (page: Page): Locator => page.locator('[data-given]');
const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Files of the release' });
const summary = (page: Page): Locator => page.getByText('Edit as text', { exact: true });

/** The rich editor, opened and in place. */
async function openEditor(page: Page): Promise<Locator> {
  await summary(page).click();
  await expect(page.locator('.cm-content')).toBeVisible();
  return box(page);
}

/** Pastes a text as the browser does, without the clipboard of the machine. */
async function paste(into: Locator, text: string): Promise<void> {
  await into.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test.describe('the text editor', () => {
  test('is fetched when it is opened, and not before', async ({ page }) => {
    const asked = await openParts(page, files);
    await expect(summary(page)).toBeVisible();
    expect(asked.filter((name) => name.includes('editor'))).toEqual([]);
    await openEditor(page);
    expect(asked.filter((name) => name.includes('editor'))).toHaveLength(1);
  });

  test('has a name, says how it is left, and gives each letter on', async ({ page }) => {
    await openParts(page, files);
    const editor = await openEditor(page);
    await expect(editor).toHaveAccessibleDescription(/One file name on each line\. Tab leaves the editor\./);
    await editor.click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('a-1-py3-none-any.whl');
    await expect(given(page)).toHaveText(`${first}a-1-py3-none-any.whl`);
  });

  test('is entered and left by keyboard alone, on both sides', async ({ page }) => {
    await openParts(page, files);
    await summary(page).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.cm-content')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Line 3, column 1' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'After' })).toBeFocused();
    for (let back = 0; back < 3; back++) await page.keyboard.press('Shift+Tab');
    await expect(summary(page)).toBeFocused();
    await expect(given(page)).toHaveText(first);
  });

  test('undoes its own changes, and takes the figure’s as one', async ({ page }) => {
    await openParts(page, files);
    const editor = await openEditor(page);
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('b.whl');
    await expect(given(page)).toHaveText('b.whl');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(given(page)).toHaveText(first);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('c.whl');
    await page.getByRole('button', { name: 'First list' }).click();
    await expect(editor).toContainText('readme.txt');
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(given(page)).toHaveText('c.whl');
  });

  test('shows a problem in the text, under its line and in a list that leads to it', async ({ page }) => {
    await openParts(page, files);
    const editor = await openEditor(page);
    await expect(page.locator('.editor-squiggle')).toHaveText('readme.txt');
    await expect(page.locator('.editor-problem-line')).toHaveText(['“readme.txt” is no wheel: end it in .whl.']);
    await page.getByRole('button', { name: 'Line 3, column 1' }).click();
    await expect(editor).toBeFocused();
    await page.keyboard.type('x.whl');
    await expect(given(page)).toHaveText(first.replace('readme.txt', 'x.whl'));
    await expect(page.locator('.editor-squiggle, .editor-problem-line, .editor-problems li')).toHaveCount(0);
  });

  test('refuses a paste of a megabyte with a sentence, and keeps its text', async ({ page }) => {
    await openParts(page, files);
    const editor = await openEditor(page);
    await editor.click();
    await paste(editor, 'a'.repeat(1_000_000));
    const sentence = page.getByText('That would make the text longer than 200,000 characters. It stays as it was.');
    await expect(sentence).toBeVisible();
    await expect(given(page)).toHaveText(first);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('b');
    await expect(given(page)).toHaveText(`${first}b`);
    await expect(sentence).toHaveCount(0);
  });

  test('is usable in both themes without a finding of axe, with a problem and with a refused paste', async ({
    page,
  }) => {
    await openParts(page, files);
    const editor = await openEditor(page);
    await paste(editor, 'a'.repeat(1_000_000));
    expect(await axeInBothThemes(page, '.figure')).toEqual([]);
  });

  test('has letters that no phone zooms in on, and fits 320 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openParts(page, files);
    const editor = await openEditor(page);
    const size = await editor.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(16);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test.describe('where the editor’s chunk is missing', () => {
  test('a plain field keeps what is typed, refuses a megabyte, and the page is told', async ({ page, watch }) => {
    watch.expectFault(/status 404/);
    watch.expectFault(/console: Failed to load resource/);
    await openParts(page, new Map([...files].filter(([name]) => !name.includes('editor'))));
    await page.evaluate(() =>
      addEventListener('shipshape:part-missing', () => document.body.setAttribute('data-told', '')),
    );
    await summary(page).click();
    await expect(page.locator('body[data-told]')).toBeAttached();
    await box(page).fill('b.whl');
    await expect(given(page)).toHaveText('b.whl');
    await paste(box(page), 'a'.repeat(1_000_000));
    await expect(page.getByText('It stays as it was.')).toBeVisible();
    await box(page).fill('b\nc.whl');
    await page.getByRole('button', { name: 'Line 1, column 1' }).click();
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('d.whl');
    await expect(given(page)).toHaveText('d.whl\nc.whl');
  });

  test('a field that is typed in while the chunk comes is not taken away', async ({ page }) => {
    await openParts(page, files);
    const come: (() => void)[] = [];
    await page.route(/\/parts\/assets\/editor/, async (route) => {
      await new Promise<void>((done) => come.push(done));
      await route.fallback();
    });
    await summary(page).click();
    await box(page).click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('one');
    for (const done of come) done();
    await page.waitForLoadState('networkidle');
    await page.keyboard.type(' two');
    await expect(given(page)).toHaveText('one two');
    await page.keyboard.press('Tab');
    await expect(page.locator('.cm-content')).toHaveText(/one two/);
    await expect(given(page)).toHaveText('one two');
  });
});
