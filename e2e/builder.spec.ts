/** What a person does with the package builder: edits, builds, looks, installs, runs, and takes the wheel along. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Locator, test } from './site';

const station = (figure: Locator, name: string): Locator => figure.locator('.station').filter({ hasText: name });
const press = (figure: Locator, name: string) => figure.getByRole('button', { name, exact: true }).click();
const see = (figure: Locator, name: string) => figure.getByRole('radio', { name, exact: true }).check({ force: true });

test('a project is built, looked into, taken along, installed and run; an edit counts once it is built; a mistake stands at its place', async ({
  page,
}) => {
  await page.goto('./labs/package-builder/');
  const figure = page.locator('.figure[data-live=true]');
  await expect(figure.locator('.builder-crate')).toContainText('Nothing is built yet.');
  await press(figure, 'Build');
  await expect(figure.locator('.builder-stencil')).toHaveText('greeting-0.1.0-py3-none-any.whl');
  await expect(station(figure, 'build')).toContainText('passed');
  await expect(figure.locator('> [role=status]')).toContainText('hatchling wrote greeting-0.1.0-py3-none-any.whl');

  // The file itself: named, hashed, saved.
  await figure.getByText('Take the wheel along').click();
  const saved = page.waitForEvent('download');
  await figure.getByRole('link', { name: /^Save greeting-0\.1\.0-py3-none-any\.whl/ }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('greeting-0.1.0-py3-none-any.whl');
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await expect(figure.locator('.builder-taken')).toContainText(createHash('sha256').update(bytes).digest('hex'));
  await see(figure, 'The box');
  await expect(figure.locator('.inspector-verdict')).toContainText('7 files, all as RECORD says');

  await press(figure, 'Install');
  await press(figure, 'Run greet');
  await expect(station(figure, 'run')).toContainText('passed');
  await press(figure, 'From the start');
  await expect(figure.locator('.builder-seen .inspector-row')).toHaveCount(2);

  // A tap explains a field; a change of the manifest makes what was built old; a mistake stops at its station, with a way to its place.
  await see(figure, 'Files and build');
  await figure.getByRole('button', { name: /^greet "greeting/ }).click();
  await expect(figure.locator('.builder-doc')).toContainText('project.scripts');
  await figure.getByText('Change something and see').click();
  await press(figure, 'Point the command at a function that isn’t there');
  await expect(figure.locator('.builder-crate-word')).toHaveText('from before your changes');
  await see(figure, 'Installed');
  await expect(figure.locator('.builder-seen')).toContainText('Only after another install');
  await press(figure, 'Build');
  await press(figure, 'Install');
  await press(figure, 'Run greet');
  await expect(station(figure, 'run')).toContainText('stops here');
  await expect(figure.locator('.builder-notes')).toContainText("cannot import name 'start' from 'greeting.__main__'");

  // As text: half-typed, the last build stays; the field at the cursor is explained.
  await figure.getByText('Edit as text', { exact: true }).click();
  const editor = figure.locator('.cm-content');
  await editor.click();
  await page.keyboard.press('ControlOrMeta+Home');
  await expect(figure.locator('.builder-at-cursor')).toContainText('build-system');
  await page.keyboard.type('[broken\n');
  await expect(figure).toHaveAttribute('data-status', 'stale');
  await expect(figure.locator('.editor-problems')).toContainText('Line 2');
});
