import { embedsIn, expect, figureIn, type Page, test } from './decks/decks';

/** The slide that reveal.js shows, counted from 0. */
const slide = (page: Page): Promise<number> => page.evaluate('Reveal.getIndices().h');
const goTo = (page: Page, to: number) => page.evaluate(`Reveal.slide(${to})`);

test.describe('in a deck of reveal.js', () => {
  test('a figure is loaded when its slide is shown, and no other', async ({ page, deck }) => {
    await deck.open('reveal');
    await page.waitForTimeout(1000);
    expect(embedsIn(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await figureIn(page, '#one');
    expect(embedsIn(page)).toEqual(['command-lookup']);
    await page.keyboard.press('ArrowRight');
    await figureIn(page, '#two');
    expect(embedsIn(page)).toEqual(['command-lookup', 'module-lookup']);
  });
});
