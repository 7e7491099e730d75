import { clickChip, embedsIn, expect, figureIn, type Page, test } from './decks/decks';

const slide = async (page: Page): Promise<number> => Number(await page.locator('body').getAttribute('data-current'));

test.describe('in a deck as Slidev builds it, with ten slides mounted at once and scaled', () => {
  test('only the figure of the shown slide is loaded; the others have no size and wait', async ({ page, deck }) => {
    await deck.open('slidev');
    await figureIn(page, '#f1');
    expect(embedsIn(page)).toEqual(['module-lookup']);
    await page.keyboard.press('ArrowRight');
    await figureIn(page, '#f2');
    expect(embedsIn(page)).toEqual(['module-lookup', 'install-steps']);
    for (const id of ['#f3', '#f9']) await expect(page.locator(id)).toHaveAttribute('data-phase', 'waiting');
  });

  test('every figure of nine comes to life as its slide comes', async ({ page, deck }) => {
    await deck.open('slidev');
    for (let no = 1; no <= 9; no++) {
      const figure = await figureIn(page, `#f${no}`);
      await expect(figure.locator('section.figure')).toHaveAttribute('data-live', 'true');
      await page.keyboard.press('PageDown');
      await expect.poll(() => slide(page)).toBe(no + 1);
    }
    await expect.poll(() => embedsIn(page).length).toBe(10);
  });

  test('one press of the clicker inside a figure is one slide, and the next press too', async ({ page, deck }) => {
    await deck.open('slidev');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await figureIn(page, '#f3');
    await clickChip(page, '#f3 iframe', 'pip');
    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe(4);
    await page.keyboard.press('PageDown');
    await expect.poll(() => slide(page)).toBe(5);
    await page.keyboard.press('PageUp');
    await expect.poll(() => slide(page)).toBe(4);
  });

  test('a figure is entered by Enter and left by Escape, and the deck’s shortcuts work at once', async ({
    page,
    deck,
  }) => {
    await deck.open('slidev');
    const figure = await figureIn(page, '#f1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(figure.locator('html')).toHaveAttribute('data-entered');
    await page.keyboard.press('Escape');
    await expect(figure.locator('html')).not.toHaveAttribute('data-entered');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => slide(page)).toBe(2);
  });

  test('a state is kept while other slides are shown', async ({ page, deck }) => {
    await deck.open('slidev');
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const figure = await figureIn(page, '#f3');
    await clickChip(page, '#f3 iframe', 'pip');
    for (const key of ['PageDown', 'PageDown', 'PageUp', 'PageUp']) await page.keyboard.press(key);
    await expect.poll(() => slide(page)).toBe(3);
    await expect(figure.getByRole('radio', { name: 'pip', exact: true })).toBeChecked();
  });

  test('a plain frame turns the page in Slidev’s own message format', async ({ page, deck }) => {
    await deck.open('slidev');
    await page.evaluate('go(10)');
    const figure = page.frameLocator('[data-slidev-no="10"] iframe');
    await expect(figure.locator('section.figure')).toHaveAttribute('data-live', 'true');
    await clickChip(page, '[data-slidev-no="10"] iframe', 'pip');
    await page.keyboard.press('PageUp');
    await expect.poll(() => slide(page)).toBe(9);
  });
});
