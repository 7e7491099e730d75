import type { Locator, Page } from '@playwright/test';
import { axeFindings } from './axe';
import { expect, test } from './site';

const live = (page: Page) => page.locator('.figure[data-live=true]');
const verdict = (figure: Locator) => figure.locator('.resolver-verdict').first();

/** Puts a text into the editor, as a paste does. */
async function paste(page: Page, text: string): Promise<void> {
  const editor = page.locator('.cm-content');
  if (!(await editor.isVisible())) await page.getByText('Edit as text').click();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('a bound moved by key keeps its focus, changes the answer, says so once, and stands in the address', async ({
  page,
}) => {
  await page.goto('./labs/resolver/back-shared-library-pinned/');
  const figure = live(page);
  await expect(verdict(figure)).toHaveText('no solution');
  await figure.getByRole('button', { name: 'Write shop>=1.0.0 instead of shop==1.1.0' }).click();
  await expect(verdict(figure)).toHaveText('solved');
  await expect(figure.getByRole('status').first()).toHaveText('Solved: shared 1.4.0, 3 releases in all.');
  const up = figure.getByRole('button', { name: '>=1.4.0' }).first();
  await expect(page).toHaveURL(/#1\./);
  const before = page.url();
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(figure.locator('.resolver-bar code').first()).toHaveText('>=1.4.0,<2');
  await expect(page.locator(':focus')).toHaveText('+');
  // Arrow keys do what the buttons do.
  await page.keyboard.press('ArrowLeft');
  await expect(figure.locator('.resolver-bar code').first()).toHaveText('>=1.0.0,<2');
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.resolver-bar code').first()).toHaveText('>=1.4.0,<2');
  // The address follows when the reader rests.
  await expect(page).not.toHaveURL(before);
  await page.reload();
  await expect(figure.locator('.resolver-bar code').first()).toHaveText('>=1.4.0,<2');
});

test.describe('by thumb, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the end of a bar is dragged until nothing overlaps, and a way out is tapped', async ({ page }) => {
    await page.goto('./labs/resolver/back-shared-library/');
    const figure = live(page);
    await figure.locator('.resolver-answer').scrollIntoViewIfNeeded();
    const line = await figure.locator('.resolver-strip').first().boundingBox();
    const grip = await figure.locator('.resolver-grip.lower').first().boundingBox();
    if (line === null || grip === null) throw new Error('The line and the grip are drawn.');
    const at = (x: number) => ({ x, y: grip.y + grip.height / 2 });
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [at(x)] });
    await touch('touchStart', grip.x + grip.width / 2);
    for (const share of [0.2, 0.4, 0.6, 0.7]) await touch('touchMove', line.x + line.width * share);
    await touch('touchEnd');
    await expect(figure.locator('.resolver-bar.fault code').first()).toHaveText('>=2.0.0,<2');
    await expect(figure.locator('.resolver-exits').getByRole('button').first()).toBeVisible();
    // One drag is one undo.
    await figure.getByRole('button', { name: 'Undo' }).click();
    await expect(figure.locator('.resolver-bar code').first()).toHaveText('>=1,<2');
    await expect(figure.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  });
});

test('what is asked for is written anew, put beside, and left out, by key', async ({ page }) => {
  await page.goto('./labs/resolver/back-shared-library/');
  const figure = live(page);
  await figure.getByRole('button', { name: 'Change shop' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('shop >');
  await page.keyboard.press('Enter');
  await expect(figure.locator('.resolver-refusal')).not.toBeEmpty();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('shop==1.1.0');
  await page.keyboard.press('Enter');
  await expect(verdict(figure)).toHaveText('no solution');
  await expect(figure.getByRole('button', { name: 'Change shop==1.1.0' })).toBeFocused();
  await figure.getByRole('button', { name: 'Leave out stock' }).first().press('Enter');
  await expect(verdict(figure)).toHaveText('solved');
  await figure.getByRole('button', { name: 'Ask for another' }).press('Enter');
  await page.keyboard.type('shared<2');
  await page.keyboard.press('Enter');
  await expect(verdict(figure)).toHaveText('no solution');
  await figure.getByText('Settings').click();
  await figure.getByRole('radio', { name: 'oldest', exact: true }).check();
  await page.getByText('Edit as text').click();
  await expect(page.locator('.cm-content')).toContainText('resolution = "lowest"');
});

test('the settings, the requirements and the files can be read by axe, and the replay goes on by its button', async ({
  page,
}) => {
  await page.goto('./labs/resolver/');
  const figure = live(page);
  await figure.getByText('Settings').click();
  await figure.getByText('Bring requirements').click();
  await figure.getByRole('button', { name: 'requirements.txt' }).click();
  await expect(figure.locator('.resolver-along pre')).toContainText('shared==1.4.0');
  await figure.getByRole('radio', { name: 'Elsewhere', exact: true }).check();
  expect(await axeFindings(page, 'section.figure')).toEqual([]);
  await figure.getByRole('radio', { name: 'Steps', exact: true }).check();
  await figure.getByRole('button', { name: 'Next' }).click();
  await expect(figure.locator('.resolver-step')).toContainText('Step 1 of');
  expect(await axeFindings(page, 'section.figure')).toEqual([]);
});

test('a requirements file that is pasted takes the place of what is asked for, and says what it left', async ({
  page,
}) => {
  await page.goto('./labs/resolver/back-shared-library/');
  const figure = live(page);
  await figure.getByText('Bring requirements').click();
  await figure.getByRole('textbox', { name: /requirements\.txt or a pyproject/ }).fill('shop==1.1.0\nflask\n');
  await figure.getByRole('button', { name: 'Ask for these instead' }).click();
  await expect(figure.getByText('flask: the index of this scenario')).toBeVisible();
  await expect(figure.getByRole('button', { name: 'Change shop==1.1.0' })).toBeVisible();
  await expect(verdict(figure)).toHaveText('solved');
});

test('a race that takes longer is finished by the worker', async ({ page }) => {
  await page.goto('./labs/resolver/race-seven-layers/');
  const figure = live(page);
  await figure.getByRole('radio', { name: 'Race', exact: true }).check();
  await expect(figure.locator('.resolver-race')).toContainText('35,192', { timeout: 15_000 });
});

/** Thirteen into twelve: more than the worker’s time. */
const pigeons = (holes: number): string => {
  const numbers = Array.from({ length: holes + 1 }, (_, at) => at);
  const from = (name: string, versions: readonly string[]) =>
    versions.map((version) => `[packages.${name}.versions."${version}"]\n`);
  return [
    `[root]\nrequires = [${numbers.map((pigeon) => `"pigeon${pigeon}"`).join(', ')}]\n`,
    ...numbers.flatMap((pigeon) =>
      numbers
        .slice(1)
        .map((hole) => `[packages.pigeon${pigeon}.versions."${hole}"]\nrequires = ["hole${hole}==${pigeon}"]\n`),
    ),
    ...numbers.slice(1).flatMap((hole) => from(`hole${hole}`, numbers.map(String))),
  ].join('');
};

test('a search that takes too long goes on beside the page, says where it stands, and stops at once when it is told to', async ({
  page,
}) => {
  await page.goto('./labs/resolver/');
  await paste(page, pigeons(12));
  const work = page.locator('.resolver-work');
  await expect(work).toContainText(/Beside the page: [\d,]+ steps, [\d,]+ conflicts?/, { timeout: 20_000 });
  const waited = await work.getByRole('button', { name: 'Stop it' }).evaluate(async (button: HTMLElement) => {
    const before = performance.now();
    button.click();
    while (!document.body.textContent?.includes('You stopped it')) await new Promise(requestAnimationFrame);
    return performance.now() - before;
  });
  expect(waited).toBeLessThan(1000);
  // What is wrong with a text is told by the worker too, at its place, and what was there stays.
  await paste(page, `${'# long\n'.repeat(3000)}[root`);
  await expect(page.locator('.editor-place')).toHaveText('Line 3001, column 6');
});
