/**
 * A figure on a page of its own: its state is in the address, and a reader works it with whatever hands they have. What axe says of
 * each state is in figure-states.spec.ts, what hundreds of damaged links do in figure-links.spec.ts.
 */
import { deflateSync } from 'node:zlib';
import { settled } from './figure-states';
import { everyPage, lecture } from './pages';
import { expect, type Locator, type Page, test } from './site';

const labs = everyPage.filter((path) => /^\.\/labs\/[^/]+\/$/.test(path));
const examples = everyPage.filter((path) => /^\.\/labs\/[^/]+\/[^/]+\/$/.test(path));
const commands = './labs/command-lookup/';

const figureOf = (page: Page): Locator => page.locator('section.figure');
const said = (figure: Locator): Locator => figure.getByRole('status');
const tool = (figure: Locator, name: string): Locator => figure.getByRole('button', { name, exact: true });

/** Opens a lab and waits until its figure is alive. */
async function open(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const figure = figureOf(page);
  await expect(figure).toHaveAttribute('data-live', 'true');
  return figure;
}

/** What a figure shows: what is set, the result, what happened. */
const shown = async (figure: Locator): Promise<string> =>
  `${await figure.locator('.figure-settings').textContent()}\n${await figure.locator('.figure-stage').innerText()}\n${await figure.locator('.figure-happened').innerText()}`;

/** Takes another chip of the first group, so that the result changes, and waits for all that comes of it. */
async function change(figure: Locator, take = (chip: Locator) => chip.click()): Promise<void> {
  const before = await shown(figure);
  await take(figure.locator('.figure-chip:not(:has(:checked))').first());
  await expect.poll(() => shown(figure)).not.toBe(before);
  await settled(figure, shown);
}

/** The page's fragment, once the figure has put its state there. */
async function fragmentOf(page: Page, other = ''): Promise<string> {
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#1\../);
  await expect.poll(() => new URL(page.url()).hash).not.toBe(other);
  return new URL(page.url()).hash;
}

/** A link with any payload, as somebody else may make it. */
const link = (payload: unknown): string => `#1.${deflateSync(JSON.stringify(payload)).toString('base64url')}`;
const ofCommands = (changes: object): string =>
  link({ figure: 'command-lookup', revision: 1, scenario: 'one-laptop', state: { word: 'ls' }, ...changes });

test('there is a lab for every figure, and a page for every example', () => {
  expect(labs.length).toBeGreaterThanOrEqual(3);
  expect(examples.length).toBeGreaterThanOrEqual(labs.length);
});

for (const path of labs) {
  test.describe(path, () => {
    test('is worked with the keyboard alone; undoes, redoes and starts again, says one short thing an action, and says on paper what is set', async ({
      page,
    }) => {
      const figure = await open(page, path);
      const first = await shown(figure);
      expect(new URL(page.url()).hash).toBe('');
      const reach = async (role: string, name?: string) => {
        for (let presses = 0; presses < 120; presses++) {
          const here = await page.evaluate(() => {
            const at = document.activeElement;
            return { role: at?.getAttribute('type') ?? at?.tagName.toLowerCase(), name: at?.textContent?.trim() ?? '' };
          });
          if (here.role === role && (name === undefined || here.name === name)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`Tab never comes to ${role} ${name ?? ''}`);
      };
      await reach('radio');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => shown(figure)).not.toBe(first);
      await reach('button', 'Undo');
      await page.keyboard.press('Enter');
      await expect.poll(() => shown(figure)).toBe(first);
      // The focus stays on a button that has nothing more to do.
      await expect(tool(figure, 'Undo')).toBeFocused();
      await reach('a', 'About and sources');

      const log: string[] = [];
      await page.exposeFunction('heard', (line: string) => log.push(line));
      await said(figure).evaluate((region) => {
        const heard: unknown = Reflect.get(window, 'heard');
        new MutationObserver(() => {
          if (typeof heard === 'function') heard(region.textContent);
        }).observe(region, { childList: true, characterData: true, subtree: true });
      });
      /** Acts, and sees that no more than one announcement comes of it, of at most twenty words. */
      const act = async (doing: () => Promise<void>) => {
        await doing();
        await page.waitForTimeout(100);
        const lines = log.splice(0);
        expect(lines.length, lines.join(' | ')).toBeLessThanOrEqual(1);
        for (const line of lines) expect(line.trim().split(/\s+/).length, line).toBeLessThanOrEqual(20);
      };
      await expect(tool(figure, 'Undo')).toHaveAttribute('aria-disabled', 'true');
      await act(() => change(figure));
      const changed = await shown(figure);
      await act(() => tool(figure, 'Undo').click());
      await expect.poll(() => shown(figure)).toBe(first);
      await expect(said(figure)).toHaveText(/^Undone: /);
      await act(() => tool(figure, 'Redo').click());
      await expect.poll(() => shown(figure)).toBe(changed);
      await expect(said(figure)).toHaveText(/^Redone: /);
      await act(() => tool(figure, 'Start again').click());
      await expect.poll(() => shown(figure)).toBe(first);
      await expect(said(figure)).toHaveText(/^Started again: /);
      await tool(figure, 'Undo').click();
      await expect.poll(() => shown(figure)).toBe(changed);
      await page.emulateMedia({ media: 'print' });
      await expect(figure.locator('.figure-settings')).toBeVisible();
      await expect(figure.locator('.figure-controls')).toBeHidden();
      await expect(figure.locator('.figure-happened')).toBeVisible();
    });
  });
}

test.describe('by touch alone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  for (const path of labs) {
    test(`${path}: a damaged link is told, and the state is kept in the address: a reload and a copied link show it again`, async ({
      page,
      context,
    }) => {
      const figure = await open(page, `${path}#1.bm90IGEgbGluaw`);
      const first = await shown(figure);
      await expect(figure.getByRole('alert')).toContainText('damaged');
      await change(figure, (chip) => chip.tap());
      await expect(figure.getByRole('alert')).toHaveCount(0);
      const changed = await shown(figure);
      const fragment = await fragmentOf(page, '#1.bm90IGEgbGluaw');
      await tool(figure, 'Undo').tap();
      await expect.poll(() => shown(figure)).toBe(first);
      await expect.poll(() => new URL(page.url()).hash).not.toBe(fragment);
      await tool(figure, 'Redo').tap();
      await expect.poll(() => shown(figure)).toBe(changed);
      await expect.poll(() => new URL(page.url()).hash).toBe(fragment);
      await page.reload();
      await expect.poll(() => shown(figure)).toBe(changed);
      expect(new URL(page.url()).hash).toBe(fragment);

      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await figure.getByText('Share, save, print').tap();
      await tool(figure, 'Copy link').tap();
      await expect(figure.getByRole('button', { name: /^Copied/ })).toBeVisible();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const second = await context.newPage();
      const again = await open(second, copied);
      await expect.poll(() => shown(again)).toBe(changed);
      await expect(again.locator('.figure-notice')).toHaveCount(0);
      await tool(again, 'Start again').tap();
      await expect.poll(() => shown(again)).toBe(first);
      for (const name of ['Step back', 'Back']) {
        const back = tool(again, name);
        if ((await back.count()) === 0) continue;
        await back.tap();
        await expect.poll(() => shown(again)).not.toBe(first);
      }
    });
  }
});

test.describe('a link to a lab', () => {
  test('opens its state, and another one in the same page too, which can be undone', async ({ page }) => {
    const figure = await open(page, commands + ofCommands({ state: { word: 'cd', environment: 'venv' } }));
    await expect(figure.locator('.figure-happened')).toContainText('is built into bash');
    const first = page.url();
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      ofCommands({ state: { word: 'greet' } }),
    );
    await expect(figure.locator('.figure-happened')).toContainText('isn’t executable');
    await page.goBack();
    await expect(figure.locator('.figure-happened')).toContainText('is built into bash');
    expect(page.url()).toBe(first);
  });

  test('opens another example of the figure', async ({ page }) => {
    const figure = await open(page, commands + ofCommands({ scenario: 'remembered-commands', state: { word: 'pip' } }));
    await expect(figure.locator('.figure-happened')).toContainText('No such file or directory');
    await expect(figure.getByLabel('Example')).toHaveValue('2');
  });

  test('of which nothing can be made opens the first state and says why', async ({ page }) => {
    const figure = await open(page, commands);
    const first = await shown(figure);
    for (const { what, fragment, says } of [
      { what: 'of a newer version', fragment: ofCommands({ revision: 99 }), says: 'newer version' },
      {
        what: 'to another figure',
        fragment: ofCommands({ figure: 'install-steps' }),
        says: 'belongs to another figure',
      },
      { what: 'to a word that is no more', fragment: ofCommands({ state: { word: 'perl' } }), says: 'no longer has' },
      { what: 'of another shape', fragment: link(['ls']), says: 'damaged' },
      { what: 'that was cut', fragment: ofCommands({}).slice(0, -9), says: 'damaged' },
      { what: 'that is too long', fragment: `#1.${'A'.repeat(9000)}`, says: 'more than a link may' },
      { what: 'that inflates without end', fragment: link('x'.repeat(70_000)), says: 'more than a link may' },
    ]) {
      await page.goto('about:blank');
      await open(page, commands + fragment);
      await expect(figure.getByRole('alert'), what).toContainText(says);
      expect(await shown(figure), what).toBe(first);
      await figure.getByRole('alert').getByRole('button', { name: 'Close' }).click();
      await expect(figure.getByRole('alert'), what).toHaveCount(0);
    }
  });

  test('to an example that is no more says so', async ({ page, watch }) => {
    watch.expectFault(/404/);
    const figure = await open(page, commands + ofCommands({ scenario: 'a-mainframe' }));
    await expect(figure.getByRole('alert')).toContainText('doesn’t have, or no longer has');
  });

  test('that names no state is left alone: a place in the page stays one', async ({ page }) => {
    const figure = await open(page, `${commands}#examples`);
    await expect(figure.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Examples' })).toBeInViewport();
  });
});

test.describe('the examples of a lab', () => {
  test('are swapped in place, and undo brings the last one back as it was', async ({ page }) => {
    const figure = await open(page, commands);
    await figure.getByRole('radio', { name: 'pip' }).check({ force: true });
    const before = await shown(figure);
    await figure.getByLabel('Example').selectOption({ label: 'What bash remembers' });
    await expect(figure.locator('.figure-happened')).toContainText('bash remembers');
    await tool(figure, 'Undo').click();
    await expect.poll(() => shown(figure)).toBe(before);
  });

  test('have pages of their own, linked from the lab, the present one marked', async ({ page }) => {
    await page.goto(commands);
    await page.getByRole('main').getByRole('link', { name: 'What bash remembers' }).click();
    await expect(page).toHaveURL(/\/labs\/command-lookup\/remembered-commands\/$/);
    await expect(page.locator('.lab-examples [aria-current="page"]')).toHaveText('What bash remembers');
    await expect(figureOf(page).locator('.figure-happened')).toContainText('bash remembers');
  });

  test('that can’t be loaded leave everything as it is, with a notice', async ({ page, watch }) => {
    watch.expectFault(/scenarios|Failed to load/);
    const figure = await open(page, commands);
    const before = await shown(figure);
    await page.route('**/scenarios/**', (route) => route.abort());
    await figure.getByLabel('Example').selectOption({ label: 'What bash remembers' });
    await expect(figure.getByRole('alert')).toContainText('couldn’t be loaded');
    expect(await shown(figure)).toBe(before);
    await expect(figure.getByLabel('Example')).toHaveValue('0');
  });
});

test('PATH is put in another order by its buttons, and the light moves with it', async ({ page }) => {
  const figure = await open(page, commands);
  await figure.getByText('Put PATH in another order').click();
  await tool(figure, '/bin, one place up').click();
  await expect(figure.locator('.figure-happened')).toContainText('bash takes /bin/python3');
  // The button goes with its entry, and the focus with the button.
  await expect(tool(figure, '/bin, one place up')).toBeFocused();
  await expect(said(figure)).toHaveText('python3: taken at /bin/python3, entry 3 of 4.');
  const address = commands + (await fragmentOf(page));
  await page.goto('about:blank');
  await open(page, address);
  await expect(figure.locator('.figure-happened')).toContainText('bash takes /bin/python3');
});

test('a link copied in a lecture opens the lab in the same state', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(lecture);
  const figure = page.locator('#finding-a-module');
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', 'true');
  await figure.getByRole('checkbox', { name: '-P' }).check({ force: true });
  const happened = await figure.locator('.figure-happened').innerText();
  expect(happened).toContain('/usr/lib/python3.13/random.py');
  expect(new URL(page.url()).hash).toBe('');
  await figure.getByText('Share, save, print').click();
  await tool(figure, 'Copy link').click();
  await expect(figure.getByRole('button', { name: /^Copied/ })).toBeVisible();
  const lab = await open(page, await page.evaluate(() => navigator.clipboard.readText()));
  expect(new URL(page.url()).pathname).toMatch(/\/labs\/module-lookup\/one-laptop\/$/);
  await expect(lab.locator('.figure-happened')).toHaveText(happened);
});

test('dragging the scrubber through an installation is silent, and one undo takes it back', async ({ page }) => {
  const figure = await open(page, './labs/install-steps/');
  const first = await shown(figure);
  const scrubber = figure.getByRole('slider', { name: 'Go to' });
  await scrubber.focus();
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowLeft');
  await expect(figure.locator('.install-here')).toContainText('43 of 48');
  await expect(said(figure)).toHaveText('');
  await tool(figure, 'Undo').click();
  expect(await shown(figure)).toBe(first);
});
