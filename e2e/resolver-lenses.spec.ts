import { axeInBothThemes } from './axe';
import { expect, type Locator, type Page, test } from './site';

async function lab(page: Page, scenario: string, lens: string): Promise<Locator> {
  await page.goto(`./labs/resolver/${scenario}/`);
  const figure = page.locator('.figure[data-live=true]');
  await figure.getByRole('radio', { name: lens, exact: true }).check();
  return figure;
}

/** What the live region says, once it says something else. */
const said = (figure: Locator) => figure.getByRole('status').first();

const noOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test('the graph: arrow keys move the focus, which says why once, lights its arrows, and never scrolls the page', async ({
  page,
}) => {
  const figure = await lab(page, 'real-tensorflow', 'Graph');
  const numpy = figure.getByRole('button', { name: /^numpy 1\.18\.5/ });
  await expect(numpy).toHaveAttribute('aria-pressed', 'true');
  await expect(figure.locator('.resolver-focus')).toContainText('tensorflow 2.3.0 asks for');
  const lit = await figure.locator('.resolver-arrow.to-focus').count();
  expect(lit).toBeGreaterThan(4);
  // One stop for Tab, and the arrows go on from there.
  await expect(figure.locator('.resolver-drawing button[tabindex="0"]')).toHaveCount(1);
  await numpy.focus();
  const before = await page.evaluate(() => scrollY);
  await page.keyboard.press('ArrowLeft');
  const now = figure.locator('.resolver-drawing button[aria-pressed=true]');
  await expect(now).not.toHaveText(/numpy/);
  await expect(now).toBeFocused();
  await expect(said(figure)).toHaveText(/ in focus|is the /);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test('the graph of a failure marks the conflict by a shape and a word', async ({ page }) => {
  const figure = await lab(page, 'back-shared-library-pinned', 'Graph');
  await expect(figure.locator('.resolver-box.conflict')).toContainText('no release is left');
  await expect(figure.locator('.resolver-asks.conflict').first()).toContainText('✕');
  await expect(figure.locator('.figure-happened')).toContainText('No shared can be chosen');
});

test('the graph has what was passed over on demand, one drawing a fork, and the trees of uv', async ({ page }) => {
  const figure = await lab(page, 'lecture-by-hand', 'Graph');
  await figure.getByLabel('Show what was passed over').check();
  await expect(figure.locator('.resolver-box.passed')).toHaveCount(5);
  await figure.getByText('As uv tree prints it').click();
  await expect(figure.locator('.resolver-tree').first().locator('li')).toHaveText([
    /your project/,
    /├── .*banner v1\.0/,
    /└── .*terminal v2\.0/,
  ]);
  await page.goto('./labs/resolver/fork-by-platform/');
  await figure.getByRole('radio', { name: 'Graph', exact: true }).check();
  const forks = figure.getByRole('group', { name: 'Where' }).getByRole('radio');
  const first = await figure.locator('.resolver-drawing').innerText();
  await forks.nth(1).check();
  await expect(figure.locator('.resolver-drawing')).not.toHaveText(first);
});

/** A hundred packages in layers, each asking for two of the next. */
function hundredPackages(): string {
  const names = Array.from({ length: 100 }, (_, at) => `part-${`${at}`.padStart(2, '0')}`);
  const releases = names.map((name, at) => {
    const asks = [at * 2 + 5, at * 2 + 6].flatMap((to) => (names[to] === undefined ? [] : [`"${names[to]}>=1"`]));
    return `[packages.${name}.versions."1.0"]\nrequires = [${asks.join(', ')}]\n`;
  });
  return `name = "hundred"\ndescription = "A hundred packages."\n[root]\nrequires = [${names
    .slice(0, 5)
    .map((name) => `"${name}"`)
    .join(', ')}]\n${releases.join('')}`;
}

test('a hundred packages are drawn, on a phone too, and scroll in their own box', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const figure = await lab(page, 'back-shared-library', 'Graph');
  await figure.getByText('Edit as text').click();
  const text = figure.locator('.cm-content');
  await text.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(hundredPackages());
  await expect(figure.locator('.resolver-drawing button')).toHaveCount(100);
  expect(await noOverflow(page)).toBe(true);
  const sizes = await figure.locator('.resolver-drawing').evaluate((frame) => {
    const fonts = [...frame.querySelectorAll('b, code, i')].map((each) =>
      Number.parseFloat(getComputedStyle(each).fontSize),
    );
    return { isScrolled: frame.scrollHeight > frame.clientHeight, smallest: Math.min(...fonts) };
  });
  expect(sizes.isScrolled).toBe(true);
  expect(sizes.smallest).toBeGreaterThanOrEqual(11.8);
});

test('the replay steps by keys, goes to the next conflict, shows what is taken back, and says each once', async ({
  page,
}) => {
  const figure = await lab(page, 'lecture-by-hand', 'Steps');
  const step = figure.locator('.resolver-step');
  await figure.getByRole('button', { name: 'Next', exact: true }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(step).toContainText('Step 2 of 35');
  await page.keyboard.press('ArrowLeft');
  await expect(step).toContainText('Rule 0 is noted');
  await page.keyboard.press('End');
  await expect(step).toContainText('Step 35 of 35');
  await page.keyboard.press('Home');
  await figure.getByRole('button', { name: 'Skip to a conflict' }).click();
  await expect(step).toContainText('Conflict: rule 8 says that glyphs 1.0 requires terminal 1.0');
  await expect(said(figure)).toHaveText('Step 24 of 35: conflict.');
  await expect(figure.locator('.resolver-box.conflict')).toHaveText([/terminal.*in conflict/, /glyphs.*in conflict/]);
  await expect(figure.locator('.resolver-rules li.used')).toContainText('rule 8');
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.resolver-lanes > li.back')).toHaveCount(2);
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.resolver-lanes > li.back')).toHaveCount(0);
  await figure.getByRole('radio', { name: 'Backtracking' }).check();
  await expect(step).toContainText('Step 0 of 14');
  // The address follows when the reader rests.
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(figure.getByRole('radio', { name: 'Backtracking' })).toBeChecked();
});

test('the replay plays by itself, and is paused', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await lab(page, 'lecture-by-hand', 'Steps');
  await figure.getByLabel('Plays').selectOption({ label: 'steadily' });
  await figure.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(figure.locator('.resolver-step')).toContainText(/Step [1-9]\d* of 35/);
  await figure.getByRole('button', { name: 'Pause' }).click();
  const at = await figure.locator('.resolver-step').innerText();
  await page.waitForTimeout(1_500);
  expect(await figure.locator('.resolver-step').innerText()).toBe(at);
});

test('a slide steps the replay and goes to a step', async ({ page }) => {
  await page.goto('./embed/v1/resolver/?scenario=lecture-by-hand');
  const figure = page.locator('.figure[data-live=true]');
  const command = (detail: object) =>
    page.evaluate(
      (given) => window.dispatchEvent(new CustomEvent('shipshape:figure-command', { detail: given })),
      detail,
    );
  await expect(figure).toBeVisible();
  await command({ kind: 'goto', step: 24 });
  await expect(figure.locator('.resolver-step')).toContainText('Step 24 of 35');
  await command({ kind: 'step', by: 1 });
  await expect(figure.locator('.resolver-step')).toContainText('Step 25 of 35');
});

test('the race runs both searches in step, can be stopped, and says how they compare', async ({ page }) => {
  const figure = await lab(page, 'race-seven-layers', 'Race');
  await figure.getByRole('button', { name: 'Let both run' }).click();
  await expect(figure.locator('.resolver-race')).toContainText('searching …');
  await figure.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(figure.getByRole('button', { name: 'Let both run again' })).toBeVisible();
  await figure.getByRole('button', { name: 'Let both run again' }).click();
  await expect(figure.locator('.resolver-race')).toContainText('35,192', { timeout: 20_000 });
  await expect(figure.locator('.resolver-ratio')).toHaveText('Backtracking took 193 times the steps.');
  await expect(figure.locator('.resolver-race-notes')).toContainText('logarithmic');
});

test('axe finds nothing in any state of the lenses, light or dark', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const check = async () => {
    expect(await axeInBothThemes(page, 'section.figure')).toEqual([]);
    expect(await noOverflow(page)).toBe(true);
  };
  const figure = await lab(page, 'lecture-by-hand', 'Steps');
  await figure.getByRole('button', { name: 'Skip to a conflict' }).click();
  await expect(figure.locator('.resolver-box.conflict')).toHaveCount(2);
  await check();
  await figure.locator('input[type=range]').fill('30');
  await check();
  await figure.getByRole('radio', { name: 'Backtracking' }).check();
  await figure.locator('input[type=range]').fill('10');
  await check();
  await figure.getByRole('radio', { name: 'Graph', exact: true }).check();
  await figure.getByLabel('Show what was passed over').check();
  for (const fold of await figure.locator('.resolver-graph details > summary').all()) await fold.click();
  await check();
  await figure.getByRole('radio', { name: 'Race', exact: true }).check();
  await check();
  await lab(page, 'back-shared-library-pinned', 'Graph');
  await expect(figure.locator('.resolver-box.conflict')).toBeVisible();
  await check();
});

test('on paper the present step stands still, without its controls', async ({ page }) => {
  const figure = await lab(page, 'lecture-by-hand', 'Steps');
  await figure.locator('input[type=range]').fill('24');
  await page.emulateMedia({ media: 'print' });
  await expect(figure.locator('.resolver-walk')).toBeHidden();
  await expect(figure.locator('.resolver-step')).toBeVisible();
  await expect(figure.locator('.resolver-drawing')).toBeVisible();
});
