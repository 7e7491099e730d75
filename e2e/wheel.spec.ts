/** What a person does with the wheel decoder: by touch alone, by keyboard alone, and what is said aloud meanwhile. */
import { axeInBothThemes } from './axe';
import { expect, type Locator, type Page, test } from './site';

const lab = './labs/wheel-decoder/';
const lit = (page: Page): Locator => page.locator(':is(.wheel-crate, .wheel-source).chosen');
const chip = (page: Page, group: string, name: string): Locator =>
  page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true });
const field = (page: Page): Locator => page.getByRole('textbox', { name: 'A wheel’s file name' });
const happened = (page: Page): Locator => page.locator('.figure-happened');

async function open(page: Page, path = lab): Promise<Locator> {
  await page.goto(path);
  const figure = page.locator('section.figure');
  await expect(figure).toHaveAttribute('data-live', 'true');
  return figure;
}

/** Writes down everything that the live region says from now on. */
async function listen(figure: Locator): Promise<() => Promise<string[]>> {
  await figure.getByRole('status').evaluate((region) => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const page = figure.page();
  return () => page.evaluate(() => ((window as { said?: string[] }).said ?? []).filter((text) => text !== ''));
}

test.describe('the first moment', () => {
  test('has one file lit, a word on every other, and the source behind', async ({ page }) => {
    await open(page);
    await expect(lit(page)).toHaveCount(1);
    await expect(lit(page)).toHaveAccessibleName(/manylinux_2_17_x86_64.*: chosen$/);
    const words = await page.locator('.wheel-crate .wheel-word').allInnerTexts();
    expect(words.length).toBe(10);
    expect(words.filter((word) => word.trim().split(/\s+/).length > 2 || word.trim() === '')).toEqual([]);
    await expect(page.locator('.wheel-source')).toContainText(/in reserve.*C compiler/s);
  });
});

test.describe('by touch alone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the light moves from file to file, until the last wheel drops out and the source comes forward', async ({
    page,
  }) => {
    const figure = await open(page);
    await chip(page, 'System', 'Linux, musl').tap();
    await expect(lit(page)).toHaveAccessibleName(/musllinux_1_2_x86_64/);
    await chip(page, 'Processor', 'ARM 64-bit').tap();
    await expect(page.locator('.wheel-crate.chosen')).toHaveCount(0);
    await expect(page.locator('.wheel-source.chosen')).toContainText('building needs a C compiler');
    await expect(happened(page)).toContainText('No wheel fits');
    await chip(page, 'Machine', 'MacBook').tap();
    await expect(lit(page)).toHaveAccessibleName(/macosx_11_0_arm64/);
    await chip(page, 'Interpreter', 'PyPy').tap();
    await expect(happened(page)).toContainText('There is no PyPy for Python 3.13 yet: 3.12.');
    await figure.getByRole('button', { name: 'Undo' }).tap();
    await expect(lit(page)).toHaveAccessibleName(/macosx_11_0_arm64/);
  });

  test('a stepper goes to an older macOS, and what it can’t reach is said', async ({ page }) => {
    await open(page);
    await chip(page, 'Machine', 'MacBook').tap();
    const stepper = page.getByRole('group', { name: 'macOS', exact: true });
    for (const version of ['14.0', '13.0', '12.0', '11.0']) {
      await stepper.getByRole('button', { name: `macOS ${version}` }).tap();
      await expect(stepper).toContainText(version);
    }
    await expect(stepper.getByRole('button', { name: 'older macOS' })).toHaveAttribute('aria-disabled', 'true');
  });

  test('a crate’s name is taken apart when it is tapped', async ({ page }) => {
    const figure = await open(page);
    await page.getByRole('button', { name: /win32\.whl: Windows$/ }).tap();
    await expect(field(page)).toHaveValue(/win32\.whl$/);
    await expect(page.locator('.wheel-verdict')).toContainText('It doesn’t fit this machine. Built for another system');
    await figure.getByRole('button', { name: 'Follow the light' }).tap();
    await expect(field(page)).toHaveValue(/manylinux2014_x86_64\.whl$/);
  });

  test('everything that is pressed is large enough for a thumb', async ({ page }) => {
    const figure = await open(page);
    await figure.getByText('More machines').tap();
    const small = await figure
      .locator('.wheel-controls label, .wheel-controls button, .wheel-crate, .wheel-field input')
      .evaluateAll(
        (all) =>
          all.map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width < 36 || height < 36)
            .length,
      );
    expect(small).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test.describe('by keyboard alone', () => {
  test('machine, crate, decoder, undo', async ({ page }) => {
    const figure = await open(page);
    await chip(page, 'Machine', 'Debian 13').focus();
    await page.keyboard.press('ArrowRight');
    await expect(chip(page, 'Machine', 'Alpine')).toBeFocused();
    await expect(lit(page)).toHaveAccessibleName(/musllinux/);
    // On through the other settings to the crates.
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.classList.contains('wheel-crate'))) break;
    }
    await expect(page.locator('.wheel-crate').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue(/macosx_10_9_x86_64\.whl$/);
    await field(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await expect(field(page)).toBeFocused();
    await expect(figure).toHaveAttribute('data-status', 'stale');
    await figure.getByRole('button', { name: 'Undo' }).focus();
    await page.keyboard.press('Enter');
    await expect(field(page)).toHaveValue(/macosx_10_9_x86_64\.whl$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(chip(page, 'Machine', 'Debian 13')).toBeChecked();
    await expect(figure.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  });
});

test('by keyboard alone a phone is set behind the fold, and its tags are looked through', async ({ page }) => {
  const figure = await open(page);
  await figure.getByText('More machines').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(chip(page, 'Machine', 'iPhone')).toBeChecked();
  await expect(happened(page)).toContainText('A phone builds nothing');
  await figure.getByText('This machine’s 1,785 tags, in order').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const says = page.locator('.wheel-search > p').nth(1);
  await expect(says).toHaveText('No file of the release has a tag of this list.');
  await page.keyboard.type('macosx_11_0_arm64');
  await expect(says).toHaveText(/^macosx_11_0_arm64 isn’t in the list\. Built for another system/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('ios_13_0');
  await expect(says).toHaveText(/^29 of the 1,785 tags have ios_13_0 in them, the first at place 51\.$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const line = page.locator('.wheel-marked', { hasText: 'found' });
  await expect(line).toBeFocused();
  await expect(line).toHaveText(/^51 ios_13_0_arm64_iphoneos/);
  await expect(line).toBeInViewport();
  await expect(figure.getByRole('status')).toHaveText('No wheel fits. Sought: place 51.');
});

test.describe('the decoder', () => {
  test('shows the error at its place, keeps what did parse, and the last good result, marked', async ({ page }) => {
    const figure = await open(page);
    await field(page).fill('six-1.16.0-py2.py3-none-any.whl');
    await expect(page.locator('.wheel-verdict')).toHaveText(
      /It fits this machine by py3-none-any.* stands for 2 tags\./,
    );
    await field(page).fill('six-one-py2.py3');
    await expect(figure).toHaveAttribute('data-status', 'stale');
    await expect(page.locator('.wheel-problems mark').first()).toHaveText('one');
    await expect(page.locator('.wheel-problems')).toContainText(
      'Character 5: The second part of a wheel’s name is a version',
    );
    await expect(page.locator('.wheel-part.wrong')).toContainText('version, wrong');
    await expect(page.locator('.wheel-part.stale code').first()).toHaveText('none');
    await expect(page.locator('.wheel-verdict')).toContainText('It fits this machine by py3-none-any');
    await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page)).toHaveAccessibleDescription(/Character 5/);
  });

  test('refuses a name of a megabyte with a sentence, and keeps the one it has', async ({ page }) => {
    const figure = await open(page);
    await field(page).fill('six-1.16.0-py3-none-any.whl');
    await field(page).fill('x'.repeat(1_000_000));
    await expect(figure.locator('.figure-status')).toHaveText(
      'A name of 1,000,000 characters was not taken: 1,000 are the most.',
    );
    await expect(field(page)).toHaveValue('six-1.16.0-py3-none-any.whl');
  });
});

test.describe('a list of one’s own', () => {
  test('is typed as text, chosen from, and given back', async ({ page }) => {
    const figure = await open(page);
    await figure.getByText('Edit as text', { exact: true }).click();
    await expect(figure.locator('.cm-content')).toBeVisible();
    const editor = figure.getByRole('textbox', { name: 'The files of the release' });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('kit-1.0-py3-none-any.whl\nreadme.md\n');
    await expect(lit(page)).toHaveAccessibleName('kit-1.0-py3-none-any.whl: chosen');
    await expect(figure.locator('.figure-status')).toContainText('A line of the list is not understood');
    await expect(figure.getByRole('button', { name: 'Line 2, column 1' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await expect(figure).toHaveAttribute('data-status', 'empty');
    await figure.getByRole('button', { name: 'Back to the index’s list' }).click();
    await expect(lit(page)).toHaveAccessibleName(/pyerfa.*: chosen$/);
  });
});

test.describe('what is said aloud', () => {
  test('is one short announcement for each action, and nothing while typing', async ({ page }) => {
    const figure = await open(page);
    const said = await listen(figure);
    await chip(page, 'Machine', 'Alpine').check({ force: true });
    await chip(page, 'Machine', 'Windows 11').check({ force: true });
    await expect.poll(said).toHaveLength(2);
    await field(page).click();
    await page.keyboard.press('End');
    await page.keyboard.type('abc', { delay: 20 });
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(300);
    expect(await said()).toHaveLength(2);
    await figure.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(said).toHaveLength(3);
    const all = await said();
    expect(all[0]).toBe('cp39-abi3-musllinux_1_2_x86_64 is lit, 0 more fit, 10 don’t.');
    expect(all[2]).toMatch(/^Undone: cp39-abi3-win_amd64 is lit/);
    for (const text of all) expect(text.split(/\s+/).length).toBeLessThanOrEqual(20);
  });
});

test.describe('an address', () => {
  test('opens the state that it was copied in', async ({ page }) => {
    await open(page);
    const hash = () => new URL(page.url()).hash;
    await chip(page, 'Machine', 'MacBook').check({ force: true });
    await expect.poll(hash).toMatch(/^#1\./);
    const ofMachine = hash();
    await page.getByRole('button', { name: /win32\.whl/ }).click();
    await expect.poll(hash).not.toBe(ofMachine);
    const address = page.url();
    await page.goto('about:blank');
    await open(page, address);
    await expect(lit(page)).toHaveAccessibleName(/macosx_11_0_arm64/);
    await expect(field(page)).toHaveValue(/win32\.whl$/);
  });

  test('of a scenario shows it in the HTML before any script', async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const page = await context.newPage();
    await page.goto('./labs/wheel-decoder/brotlicffi/');
    await expect(page.locator('.wheel-source.chosen')).toContainText('brotlicffi-1.2.1.0.tar.gz');
    await context.close();
  });
});

test('on paper the crates stand with their words, and the settings in a sentence', async ({ page }) => {
  const figure = await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.wheel-crate')).toHaveCount(10);
  for (const crate of await page.locator('.wheel-crate').all()) await expect(crate).toBeVisible();
  await expect(figure.locator('.figure-settings')).toHaveText(
    'pyerfa 2.0.1.5, on CPython 3.13 on Linux with glibc 2.41, x86-64.',
  );
  await expect(page.locator('.wheel-machine')).toBeHidden();
});

test('axe finds nothing where no wheel fits, in a half-typed name, and in a long list with its folds open, light or dark', async ({
  page,
}) => {
  const figure = await open(page);
  const clean = async () => expect(await axeInBothThemes(page, 'section.figure')).toEqual([]);
  await chip(page, 'Interpreter', 'free-threaded').check({ force: true });
  await clean();
  await field(page).fill('six-one-py3');
  await clean();
  await figure.getByRole('button', { name: 'Start again' }).click();
  await page
    .getByRole('combobox', { name: 'Example' })
    .selectOption({ label: 'numpy: a wheel for each Python and each system' });
  await page.getByText('Python 3.15: 21 more').click();
  await page.getByText('More machines').click();
  await page.getByText(/tags, in order/).click();
  await page.getByRole('button', { name: 'Go to the lit tag' }).click();
  await clean();
});
