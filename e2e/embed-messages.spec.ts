import fc from 'fast-check';
import { anyMessage } from '../src/embed/message.arbitrary';
import { clickChip, expect, figureIn, type Page, test } from './decks/decks';

/** As JSON can carry it: the rest is for the property tests beside src/embed/messages.ts. */
const sample = (seed: number): string =>
  JSON.stringify(fc.sample(anyMessage, { numRuns: 400, seed }).map((data) => `${JSON.stringify(data) ?? 'null'}`));

/** Runs in the deck a statement for each message of a sample; `data` is the message. */
const withEach = (page: Page, seed: number, statement: string): Promise<unknown> =>
  page.evaluate(`for (const text of ${sample(seed)}) { const data = JSON.parse(text); ${statement} }`);

const figure = (page: Page) => page.frameLocator('#figure');

test.describe('a page that means no good', () => {
  test.beforeEach(async ({ page, deck }) => {
    await deck.open('hostile');
    await page.evaluate('joined');
    await clickChip(page, '#figure', 'pip');
    await expect.poll(() => page.evaluate('heard.at(-1).kind')).toBe('change');
  });

  test('sends hundreds of broken messages: nothing throws, nothing is asked of another host, no state is lost', async ({
    page,
  }) => {
    await withEach(page, 1, 'figure.contentWindow.postMessage(data, "*");');
    // Over the channel too; those that a slide may send are left out, because they are obeyed.
    await withEach(
      page,
      2,
      'if (!["open", "theme", "step", "goto", "play", "stage", "enter"].includes(data?.kind)) port.postMessage(data);',
    );
    await page.waitForTimeout(300);
    await expect(figure(page).getByRole('radio', { name: 'pip', exact: true })).toBeChecked();
    await clickChip(page, '#figure', 'ls');
  });

  test('sends hundreds of broken fragments: each is refused in words, and the figure works on', async ({ page }) => {
    const state: string = await page.evaluate('heard.at(-1).fragment');
    const cut = fc.tuple(fc.nat(state.length - 3), fc.constantFrom('', 'A', '_', '-', 'zz', '%'));
    const broken = fc.sample(cut, { numRuns: 200, seed: 3 }).map(([at, put]) => {
      return `${state.slice(0, 3 + (at % (state.length - 3)))}${put}`;
    });
    await page.evaluate(
      `for (const fragment of ${JSON.stringify(broken)}) port.postMessage({ kind: 'open', fragment });`,
    );
    await expect(figure(page).getByText(/^The link to this figure is damaged/)).toBeVisible();
    await expect(figure(page).getByRole('radio', { name: 'pip', exact: true })).toBeChecked();
    await clickChip(page, '#figure', 'ls');
    await page.evaluate(`port.postMessage({ kind: 'open', fragment: ${JSON.stringify(state)} })`);
    await expect(figure(page).getByRole('radio', { name: 'pip', exact: true })).toBeChecked();
    await page.evaluate(`port.postMessage({ kind: 'open', fragment: '' })`);
    await expect(figure(page).getByRole('radio', { name: 'pip', exact: true })).not.toBeChecked();
  });

  test('is obeyed in what a slide may ask: steps, theme, rest', async ({ page }) => {
    const say = (message: object) => page.evaluate(`port.postMessage(${JSON.stringify(message)})`);
    const walk = figure(page).locator('.lookup-walk > span');
    const [, total = ''] = /of (\d+)/.exec(await walk.innerText()) ?? [];
    await say({ kind: 'goto', step: 1 });
    await expect(walk).toHaveText(`step 1 of ${total}`);
    await say({ kind: 'step', by: 1 });
    await expect(walk).toHaveText(`step 2 of ${total}`);
    await say({ kind: 'theme', theme: 'dark' });
    await expect(figure(page).locator('html')).toHaveAttribute('data-theme', 'dark');
    await say({ kind: 'stage', shown: false });
    await expect(figure(page).locator('html')).toHaveAttribute('data-off-stage');
  });

  test('can’t speak through a frame beside the figure: only the parent is listened to', async ({ page }) => {
    const beside = page.frames().find((frame) => frame.parentFrame() !== null && frame.url() === 'about:srcdoc');
    await beside?.evaluate(() => {
      const { port1, port2 } = new MessageChannel();
      Object.assign(window, { port: port1, heard: [] });
      const figureWindow = parent.frames[0];
      figureWindow?.postMessage({ shipshape: 'slide', version: 1, kind: 'connect' }, '*', [port2]);
      port1.postMessage({ kind: 'theme', theme: 'dark' });
      figureWindow?.postMessage('slide:stop', '*');
    });
    await page.waitForTimeout(300);
    await expect(figure(page).locator('html')).not.toHaveAttribute('data-theme');
    await expect(figure(page).locator('html')).not.toHaveAttribute('data-off-stage');
  });
});

test('a frame that is no figure of the course gets no channel from embed.js, and can’t change a state', async ({
  page,
  deck,
}) => {
  await deck.open('plain-open', { ELEMENTS: '<shipshape-figure id="f" figure="command-lookup"></shipshape-figure>' });
  await figureIn(page, '#f');
  await clickChip(page, '#f iframe', 'pip');
  await expect(page.locator('#f')).toHaveAttribute('state', /^#1\./);
  const state = await page.locator('#f').getAttribute('state');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc =
      '<script>onmessage = (event) => parent.postMessage({ got: event.ports.length }, "*"); parent.postMessage({ shipshape: "figure", version: 1, kind: "here" }, "*");</scr' +
      'ipt>';
    Object.assign(window, { got: [] });
    addEventListener('message', ({ data }) => {
      if (typeof data?.got === 'number') Reflect.get(window, 'got').push(data.got);
    });
    document.body.append(frame);
  });
  await withEach(page, 4, 'window.postMessage(data, "*");');
  await page.waitForTimeout(300);
  expect(await page.evaluate('got')).toEqual([]);
  await expect(page.locator('#f')).toHaveAttribute('state', state ?? '');
  await expect(page.locator('#f')).toHaveAttribute('data-phase', 'live');
});
