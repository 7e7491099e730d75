/** What a person does with the inspector: by touch, by keyboard, with files of their own, and what a link of those says. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { axeInBothThemes } from './axe';
import { expect, type Locator, type Page, test } from './site';

const live = (page: Page): Locator => page.locator('.figure[data-live=true]');
const said = (figure: Locator): Locator => figure.locator('> [role=status]');
const lens = (figure: Locator, name: string): Locator => figure.getByRole('radio', { name, exact: true });
const verdict = (figure: Locator): Locator => figure.locator('.inspector-verdict');

/** A file of the library as the reader would choose it. */
function file(id: string, name?: string) {
  const { file: own, base64 } = JSON.parse(readFileSync(`content/scenarios/inspector/${id}.json`, 'utf8'));
  return { name: name ?? own, mimeType: 'application/octet-stream', buffer: Buffer.from(base64, 'base64') };
}

/** The state that stands in a lab's address, as the figure wrote it. */
function stateIn(address: string): unknown {
  const [, payload = ''] = new URL(address).hash.split('#1.');
  return payload === '' ? undefined : JSON.parse(inflateSync(Buffer.from(payload, 'base64url')).toString()).state;
}

test.describe('by touch, at 320 pixels', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test('the changed file is found, marked, and nothing sticks out', async ({ page }) => {
    await page.goto('./labs/wheel-inspector/tampered/');
    const figure = live(page);
    await expect(verdict(figure)).toContainText('one row not as RECORD says');
    await figure.getByRole('button', { name: /__init__\.py.*another hash/ }).tap();
    await expect(figure.locator('.inspector-open')).toContainText('one line more than was built');
    await figure.getByRole('checkbox', { name: 'Suspect' }).tap();
    await expect(said(figure)).toHaveText('Files: greeting/__init__.py is marked as suspect.');
    for (const name of ['Metadata', 'RECORD', 'Where it goes', 'Checks', 'Compared']) {
      await lens(figure, name).tap();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, name).toBeLessThanOrEqual(0);
    }
    expect(await axeInBothThemes(page, '.figure')).toEqual([]);
  });
});

test('files of one’s own are looked into and compared in a worker, a bad one is refused, and a link doesn’t hold them', async ({
  page,
}) => {
  const uploads: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') uploads.push(request.url());
  });
  await page.goto('./labs/wheel-inspector/greeting/');
  const figure = live(page);
  await lens(figure, 'Files').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.inspector-fields').first()).toContainText('idna>=3');
  expect(await axeInBothThemes(page, '.figure')).toEqual([]);

  // The button is reached by the keyboard, and opens the browser's own dialogue.
  const chooser = page.waitForEvent('filechooser');
  await figure.getByRole('button', { name: 'Open a file of your own' }).press('Enter');
  await (await chooser).setFiles([file('commands-and-data')]);
  await expect(figure.locator('.inspector-file')).toContainText('teapot-2.1.0-py3-none-any.whl');
  await expect(said(figure)).toHaveText(/^Metadata: teapot 2\.1\.0 needs nothing else\.$/);

  const input = figure.locator('input[type=file]').first();
  await input.setInputFiles({ name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });
  await expect(figure.locator('.inspector-refused')).toHaveText(
    'setup.exe isn’t opened. setup.exe is no wheel (.whl) and no sdist (.tar.gz, .zip). What was open stays.',
  );
  await expect(figure.locator('.inspector-file')).toContainText('teapot-2.1.0-py3-none-any.whl');

  // Two at once are compared.
  await input.setInputFiles([file('greeting'), file('greeting-newer')]);
  await expect(figure.locator('.figure-happened')).toContainText(
    'Beside greeting-0.2.0-py3-none-any.whl: 1 only there',
  );
  await expect(figure.locator('.inspector-refused')).toHaveCount(0);

  // The file is named in the address and isn't in it.
  await expect
    .poll(() => stateIn(page.url()))
    .toMatchObject({
      lens: 'compared',
      own: { name: 'greeting-0.1.0-py3-none-any.whl' },
      beside: { name: 'greeting-0.2.0-py3-none-any.whl' },
    });
  await page.reload();
  await expect(live(page)).toHaveAttribute('data-status', 'empty');
  await expect(figure.getByText(/a file of somebody’s own, and a file is never in a link/)).toBeVisible();
  await input.setInputFiles([file('greeting')]);
  await expect(figure.locator('.inspector-verdict')).toContainText('all as RECORD says');
  expect(uploads).toEqual([]);
});

test('a file that is dropped is compared with the library’s, where files are compared', async ({ page }) => {
  await page.goto('./embed/v1/wheel-inspector/?scenario=greeting');
  const figure = live(page);
  await lens(figure, 'Compared').click();
  const { name, buffer } = file('tampered');
  const dropped = await page.evaluateHandle(
    ([text, called]) => {
      const bytes = Uint8Array.from(atob(text ?? ''), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], called ?? ''));
      return transfer;
    },
    [buffer.toString('base64'), name],
  );
  await figure.locator('.inspector').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(figure.locator('.inspector-group').first()).toContainText('greeting/__init__.py');
  await expect(figure.locator('.figure-happened')).toContainText('1 changed');
});

test('a slide that hides the answer shows the files, and no mark on them', async ({ page }) => {
  await page.goto('./embed/v1/wheel-inspector/?scenario=tampered&hide=answer&host=reveal');
  const figure = live(page);
  await expect(figure.locator('.inspector-tree')).toContainText('__init__.py');
  await expect(
    figure.locator(':is(.inspector-verdict, .inspector-mark.mark-danger, .inspector-mark.mark-well)'),
  ).toHaveCount(0);
  await lens(figure, 'RECORD').click();
  await expect(figure.locator('.inspector-list')).toContainText('Covered: say first what stands here.');
  await figure.getByRole('button', { name: 'Show the answer' }).click();
  await expect(verdict(figure)).toContainText('one row not as RECORD says');
});
