import { expect, type Locator, type Page, test } from './site';

const live = (page: Page) => page.locator('.figure[data-live=true]');
const sum = (figure: Locator) => figure.locator('.layer-sum');
const steps = (figure: Locator) => figure.locator('.layer-step:is(.ran, .cached, .failed) > .layer-word');
const said = (figure: Locator) => figure.locator('> [role=status]');

test('a file is tapped, the steps that need it fall, another order saves most of them, and a build puts all into the cache', async ({
  page,
}) => {
  await page.goto('./labs/layer-cache/');
  const figure = live(page);
  await expect(steps(figure)).toHaveText(['cached', 'cached', 'cached']);
  await figure.getByRole('button', { name: 'Edit app.py' }).click();
  await expect(steps(figure)).toHaveText(['cached', 'runs', 'runs']);
  await expect(said(figure)).toHaveText('app.py edited: 2 of 3 steps run, 14 seconds.');
  await figure.getByRole('radio', { name: 'manifest and install first' }).click();
  await expect(steps(figure)).toHaveText(['cached', 'cached', 'cached', 'runs']);
  await expect(figure.locator('.figure-happened')).toContainText('With “all files, then install” it is 14 s.');
  // The state stands in the address.
  await expect(page).toHaveURL(/#1\./);
  await page.reload();
  await expect(steps(figure)).toHaveText(['cached', 'cached', 'cached', 'runs']);
  await figure.getByRole('button', { name: 'Build', exact: true }).click();
  await expect(sum(figure)).toContainText('nothing runs: 4 steps cached');
  await figure.getByRole('button', { name: 'Undo' }).click();
  await expect(sum(figure)).toContainText('1 of 4 steps run');
});

test('the Dockerfile is written in place, by key: a complaint stands at its line, the last result stays, and a run of letters is one undo', async ({
  page,
}) => {
  await page.goto('./labs/layer-cache/');
  const figure = live(page);
  const open = figure.getByRole('button', { name: 'Open Dockerfile' });
  await open.press('Enter');
  await expect(open).toHaveAttribute('aria-expanded', 'true');
  const editor = figure.locator('.cm-content');
  await expect(editor).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('RUM true');
  await expect(figure.locator('.editor-problem-line')).toHaveText(
    'dockerfile parse error on line 6: unknown instruction: RUM (did you mean RUN?)',
  );
  await expect(figure.locator('.figure-status.stale')).toContainText('line 6, column 1');
  await expect(steps(figure)).toHaveText(['cached', 'cached', 'cached']);
  await expect(figure.getByRole('radio', { name: 'your own' })).toBeChecked();
  await expect(said(figure)).toBeEmpty();
  // Closed and opened again, all that was typed is there.
  await page.keyboard.press('Tab');
  await expect(figure.getByRole('button', { name: 'Line 6, column 1' })).toBeFocused();
  await figure.getByRole('button', { name: 'Close Dockerfile' }).press('Enter');
  await expect(open).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor).toContainText('RUM true');
  for (let step = 0; step < 3; step++) await figure.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(editor).not.toContainText('RUM');
  await expect(figure.locator('.figure-status')).toHaveCount(0);
});

test('a file is added, written, renamed and taken back; a path that can’t be has its reason beside it', async ({
  page,
}) => {
  await page.goto('./labs/layer-cache/');
  const figure = live(page);
  await figure.getByRole('button', { name: 'Add a file' }).press('Enter');
  await page.keyboard.type('app.py');
  await page.keyboard.press('Enter');
  await expect(figure.locator('.project-refusal')).toHaveText('app.py is there already.');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('src/util.py');
  await page.keyboard.press('Enter');
  await expect(figure.locator('.project-opened :is(textarea, .cm-content)')).toBeFocused();
  await page.keyboard.type('x = 1');
  await expect(sum(figure)).toContainText('2 of 3 steps run');
  await figure.getByRole('button', { name: 'Rename src/util.py' }).press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('util.py');
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('button', { name: 'Open util.py' })).toBeFocused();
  await figure.getByRole('button', { name: 'Take back: util.py new' }).press('Enter');
  await expect(figure.getByRole('button', { name: 'util.py' })).toHaveCount(0);
  await expect(sum(figure)).toContainText('nothing runs');
  // What the ignore file names never reaches the builder.
  await figure.getByRole('button', { name: 'Add .dockerignore' }).press('Enter');
  await expect(figure.locator('.project-opened :is(textarea, .cm-content)')).toBeFocused();
  await page.keyboard.type('**/*.csv');
  await expect(figure.getByRole('button', { name: 'Edit data/stations.csv ignored' })).toBeVisible();
});

test.describe('by thumb, on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('an argument is given, the cache is left aside, and the sum stays in view', async ({ page }) => {
    await page.goto('./labs/layer-cache/argument-traps/');
    const figure = live(page);
    await figure.getByRole('radio', { name: '4f2a91c' }).tap();
    await expect(said(figure)).toHaveText('REVISION is 4f2a91c: 3 of 5 steps run, 1.4 seconds.');
    await figure.getByText('Asked for:').tap();
    await figure.getByLabel('REVISION', { exact: true }).fill('other');
    await figure.getByLabel('--no-cache').tap();
    await expect(figure.locator('.layer-asked > summary')).toHaveText('Asked for: REVISION=other, --no-cache');
    await figure.locator('.layer-step').last().scrollIntoViewIfNeeded();
    await expect(sum(figure)).toBeInViewport();
    await expect(sum(figure)).toContainText('4 of 5 steps run');
  });
});

test('on a slide the answer waits for the audience', async ({ page }) => {
  await page.goto('./embed/v1/layer-cache/?scenario=code-first&hide=answer&host=reveal');
  const figure = live(page);
  await expect(figure.locator('.layer-step.ahead')).toHaveCount(3);
  await figure.getByRole('button', { name: 'Edit app.py' }).click();
  await expect(figure.locator('.layer-step.ran')).toHaveCount(0);
  await figure.getByRole('button', { name: 'Show the answer' }).click();
  await expect(steps(figure)).toHaveText(['cached', 'runs', 'runs']);
});
