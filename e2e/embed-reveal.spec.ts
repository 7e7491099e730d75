import { clickChip, embedsIn, expect, figureIn, type Page, test } from './decks/decks';

/** The slide that reveal.js shows, counted from 0. */
const slide = (page: Page): Promise<number> => page.evaluate('Reveal.getIndices().h');
const goTo = (page: Page, to: number): Promise<unknown> => page.evaluate(`Reveal.slide(${to})`);
/** What has the focus in the deck. */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('shipshape-figure, iframe, body')?.tagName);

const first = '#one';
const withFigure = 1;
const withPlainFrame = 4;

test.describe('in a deck of reveal.js', () => {
  test('a figure is loaded when its slide is shown, and no other', async ({ page, deck }) => {
    await deck.open('reveal');
    await page.waitForTimeout(500);
    expect(embedsIn(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await figureIn(page, first);
    expect(embedsIn(page)).toEqual(['command-lookup']);
    await page.keyboard.press('ArrowRight');
    await figureIn(page, '#two');
    expect(embedsIn(page)).toEqual(['command-lookup', 'module-lookup']);
  });

  test('the keys are the deck’s until the figure is entered', async ({ page, deck }) => {
    await deck.open('reveal');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    const figure = await figureIn(page, first);
    await expect(figure.locator('html')).not.toHaveAttribute('data-entered');
    await page.keyboard.press('Space');
    await expect.poll(() => slide(page)).toBe(2);
    await page.keyboard.press('PageUp');
    await expect.poll(() => slide(page)).toBe(withFigure);
  });

  test('a figure is worked with the mouse, and says by a ring that it has the keys', async ({ page, deck }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    const figure = await figureIn(page, first);
    await clickChip(page, `${first} iframe`, 'pip');
    await expect(figure.locator('html')).toHaveAttribute('data-entered');
    await page.keyboard.press('ArrowRight');
    await expect(figure.getByRole('radio', { name: 'pip', exact: true })).not.toBeChecked();
    expect(await slide(page)).toBe(withFigure);
  });

  test('a figure is entered by Enter, worked by keyboard, and left by Escape', async ({ page, deck }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    const figure = await figureIn(page, first);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: /^Enter: use the figure/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(figure.locator('html')).toHaveAttribute('data-entered');
    await expect(figure.locator(':focus')).toHaveCount(1);
    const before = await figure.locator('.figure-happened').innerText();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(figure.locator('.figure-happened')).not.toHaveText(before);
    await page.keyboard.press('Escape');
    await expect(figure.locator('html')).not.toHaveAttribute('data-entered');
    expect(await focused(page)).toBe('SHIPSHAPE-FIGURE');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slide(page)).toBe(2);
  });

  test('Tab past the last control leaves a figure: it is no trap', async ({ page, deck }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    const figure = await figureIn(page, first);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(figure.locator('html')).toHaveAttribute('data-entered');
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if ((await figure.locator('html').getAttribute('data-entered')) === null) break;
    }
    await expect(figure.locator('html')).not.toHaveAttribute('data-entered');
  });

  test('the clicker’s keys turn the page from inside a figure, and the next keys are the deck’s', async ({
    page,
    deck,
  }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    await figureIn(page, first);
    await clickChip(page, `${first} iframe`, 'pip');
    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe(2);
    await expect.poll(() => focused(page)).toBe('BODY');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slide(page)).toBe(3);
    await goTo(page, withFigure);
    await clickChip(page, `${first} iframe`, 'ls');
    await page.keyboard.press('PageUp');
    await expect.poll(() => slide(page)).toBe(0);
  });

  test('a figure keeps its state when its slide is left, and when its frame or the element itself is made anew', async ({
    page,
    deck,
  }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    const isPip = async () => {
      const figure = await figureIn(page, first);
      await expect(figure.getByRole('radio', { name: 'pip', exact: true })).toBeChecked();
    };
    await figureIn(page, first);
    await clickChip(page, `${first} iframe`, 'pip');
    await expect(page.locator(first)).toHaveAttribute('state', /^#1\./);
    await goTo(page, 5);
    await goTo(page, withFigure);
    await isPip();

    // The frame loads again with the address that it had.
    await page.evaluate((selector) => {
      const frame = document.querySelector<HTMLIFrameElement>(`${selector} iframe`);
      if (frame !== null) frame.src = `${frame.src}`;
    }, first);
    await isPip();

    // Taken out and put back, as frameworks do with what they sort.
    await page.evaluate((selector) => {
      const element = document.querySelector(selector);
      const parent = element?.parentElement;
      element?.remove();
      if (element) parent?.append(element);
    }, first);
    await isPip();

    // Made anew from its attributes.
    await page.evaluate((selector) => {
      const element = document.querySelector(selector);
      element?.replaceWith(element.cloneNode(true));
    }, first);
    await isPip();

    // Made anew from its source, which knows no state: the id tells which it was.
    await page.evaluate((selector) => {
      const element = document.querySelector(selector);
      const parent = element?.parentElement;
      const source = element?.cloneNode(true);
      if (!(source instanceof Element)) return;
      source.removeAttribute('state');
      element?.remove();
      parent?.append(source);
    }, first);
    await isPip();
    expect(await page.locator(`${first} > iframe`).count()).toBe(1);
  });

  test('on paper a still stands where the figure was, and the short link', async ({ page, deck }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    await figureIn(page, first);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator(`${first} .author-still`)).toBeVisible();
    await expect(page.locator(`${first} > a`)).toBeVisible();
    await expect(page.locator(`${first} > iframe`)).toBeHidden();
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
    await expect(page.locator(`${first} .author-still`)).toBeHidden();
    await expect(page.locator(`${first} > iframe`)).toBeVisible();
  });

  test('the theme follows its attribute without loading anew', async ({ page, deck }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    const figure = await figureIn(page, first);
    await expect(figure.locator('html')).toHaveAttribute('data-theme', 'light');
    const colour = () => figure.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor);
    const light = await colour();
    await figure.locator('html').evaluate((html) => html.setAttribute('data-was-here', ''));
    await page.locator(first).evaluate((element) => element.setAttribute('theme', 'dark'));
    await expect(figure.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await colour()).not.toBe(light);
    expect(await page.locator(`${first} iframe`).evaluate((frame) => getComputedStyle(frame).colorScheme)).toBe('dark');
    await expect(figure.locator('html')).toHaveAttribute('data-was-here');
  });

  test('a figure rests while its slide isn’t shown', async ({ page, deck }) => {
    await deck.open('reveal');
    await goTo(page, withFigure);
    const figure = await figureIn(page, first);
    await expect(figure.locator('html')).not.toHaveAttribute('data-off-stage');
    await goTo(page, 3);
    await expect(figure.locator('html')).toHaveAttribute('data-off-stage');
    await goTo(page, withFigure);
    await expect(figure.locator('html')).not.toHaveAttribute('data-off-stage');
  });

  test('a figure that doesn’t come leaves its still there, with a sentence and the link', async ({
    page,
    deck,
    watch,
  }) => {
    watch.expectFault(/ERR_FAILED/);
    await page.clock.install();
    await page.route('**/embed/v1/**', (route) => route.abort());
    await deck.open('reveal');
    await goTo(page, withFigure);
    await expect(page.locator(first)).toHaveAttribute('data-phase', 'loading');
    await expect(page.locator(`${first} .author-still`)).toBeVisible();
    await page.clock.fastForward(10_000);
    await expect(page.locator(first)).toHaveAttribute('data-phase', 'failed');
    await expect(page.locator(`${first} .author-still`)).toBeVisible();
    await expect(page.getByText('The figure did not load here.')).toBeVisible();
  });
});

test.describe('a plain frame in a deck of reveal.js', () => {
  test('is worked, and the clicker’s keys turn the page in reveal’s own message format', async ({ page, deck }) => {
    await deck.open('reveal');
    expect(embedsIn(page)).toEqual([]);
    await goTo(page, withPlainFrame);
    const figure = page.frameLocator('#plain');
    await expect(figure.locator('section.figure')).toHaveAttribute('data-live', 'true');
    await clickChip(page, '#plain', 'pip');
    await expect(figure.locator('html')).toHaveAttribute('data-entered');
    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe(5);
  });

  test('gives the keys back on Escape', async ({ page, deck }) => {
    await deck.open('reveal');
    await goTo(page, withPlainFrame);
    const figure = page.frameLocator('#plain');
    await expect(figure.locator('section.figure')).toHaveAttribute('data-live', 'true');
    await clickChip(page, '#plain', 'pip');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slide(page)).toBe(5);
  });
});
