import { axeInBothThemes } from './axe';
import { lecture } from './pages';
import { expect, type Locator, type Page, test } from './site';

/** The figures of a lecture, brought to life by scrolling to each. */
async function figuresOf(page: Page): Promise<Locator[]> {
  await page.goto(lecture);
  const figures = await page.locator('section.figure').all();
  expect(figures.length).toBeGreaterThanOrEqual(2);
  for (const figure of figures) {
    await figure.scrollIntoViewIfNeeded();
    await expect(figure).toHaveAttribute('data-live', 'true');
  }
  return figures;
}

const announced = (figure: Locator): Locator => figure.getByRole('status');
const reset = (figure: Locator): Locator => figure.getByRole('button', { name: 'Start again' });
/** What a figure shows, without what it announces. */
const shown = async (figure: Locator): Promise<string> =>
  `${await figure.locator('.figure-settings').textContent()}\n${await figure.locator('.figure-stage').innerText()}\n${await figure.locator('.figure-happened').innerText()}`;
/** Chooses in each group of chips the first one that isn't chosen yet. */
async function chooseOtherwise(figure: Locator): Promise<void> {
  const group = figure.getByRole('group').first();
  await group.getByRole('radio', { checked: false }).first().check({ force: true });
}

test.describe('every figure', () => {
  test('has a number, a title, a task, a sentence on what happened, and a note about the simulation', async ({
    page,
  }) => {
    for (const figure of await figuresOf(page)) {
      await expect(figure.locator('.figure-number')).toHaveText(/^Figure \d+\.\d+$/);
      await expect(figure).toHaveAccessibleName(/\w/);
      await expect(figure.locator('.figure-task')).toHaveText(/\w/);
      await expect(figure.locator('.figure-happened')).toHaveText(/\w/);
      const about = figure.locator('details', { hasText: /simulation/i }).last();
      await about.locator('summary').click();
      await expect(about).toContainText(/\d/);
    }
  });

  test('says nothing aloud until something is done, then what changed, in at most twenty words', async ({ page }) => {
    for (const figure of await figuresOf(page)) {
      await expect(announced(figure)).toHaveText('');
      await chooseOtherwise(figure);
      await expect(announced(figure)).not.toHaveText('');
      const words = (await announced(figure).innerText()).trim().split(/\s+/);
      expect(words.length).toBeLessThanOrEqual(20);
    }
  });

  test('starts again where it began', async ({ page }) => {
    for (const figure of await figuresOf(page)) {
      const first = await shown(figure);
      await expect(reset(figure)).toHaveAttribute('aria-disabled', 'true');
      await chooseOtherwise(figure);
      await expect.poll(() => shown(figure)).not.toBe(first);
      await reset(figure).click();
      expect(await shown(figure)).toBe(first);
    }
  });

  test('shows as its still just what it shows when it comes to life', async ({ page, browser, baseURL }) => {
    const still = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
    const paper = await still.newPage();
    await paper.goto(new URL(lecture, baseURL).href);
    const figures = await figuresOf(page);
    for (const [i, figure] of figures.entries()) {
      expect(await shown(paper.locator('section.figure').nth(i))).toBe(await shown(figure));
    }
    await still.close();
  });

  test('is worked by keyboard alone, and lets the keyboard out', async ({ page }) => {
    for (const figure of await figuresOf(page)) {
      const first = await shown(figure);
      await figure.getByRole('radio', { checked: true }).first().focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => shown(figure)).not.toBe(first);
      for (let steps = 0; steps < 80; steps++) {
        const inside = await figure.evaluate((element) => element.contains(document.activeElement));
        if (!inside) break;
        await page.keyboard.press('Tab');
      }
      expect(await figure.evaluate((element) => element.contains(document.activeElement))).toBe(false);
    }
  });

  test('has no finding of axe after it was used, light or dark', async ({ page }) => {
    for (const figure of await figuresOf(page)) {
      await chooseOtherwise(figure);
      for (const fold of await figure.locator('details > summary').all()) await fold.click();
    }
    expect(await axeInBothThemes(page, 'section.figure')).toEqual([]);
  });

  test('asks the network for nothing when it is used', async ({ page }) => {
    const figures = await figuresOf(page);
    await page.waitForLoadState('networkidle');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const figure of figures) await chooseOtherwise(figure);
    await page.waitForTimeout(200);
    expect(asked).toEqual([]);
  });

  test('loads no React before the first of them comes near', async ({ page }) => {
    const scripts: string[] = [];
    page.on(
      'request',
      (request) => request.resourceType() === 'script' && scripts.push(new URL(request.url()).pathname),
    );
    await page.goto(lecture, { waitUntil: 'networkidle' });
    expect(scripts.filter((path) => /client|react|View/.test(path))).toEqual([]);
    await page.locator('section.figure').first().scrollIntoViewIfNeeded();
    await expect(page.locator('section.figure').first()).toHaveAttribute('data-live', 'true');
    expect(scripts.filter((path) => /client/.test(path))).toHaveLength(1);
  });
});
