import { clickChip, expect, figureIn, type Page, test } from './decks/decks';

/** The code of a recipe, as it stands on the instructor's page. */
const codeOf = (page: Page, recipe: string): Promise<string[]> =>
  page.locator(`[data-recipe="${recipe}"] pre > code`).allTextContents();

/** Sets up a figure that isn't as at first, and answers with the page. */
async function setUp(page: Page): Promise<void> {
  await page.goto('./instructors/');
  await page.getByLabel('Figure and example').selectOption('command-lookup/one-laptop');
  await page.locator('[data-builder]').getByLabel('Theme').selectOption('dark');
  const preview = page.locator('.builder-preview');
  await preview.scrollIntoViewIfNeeded();
  await figureIn(page, '.builder-preview shipshape-figure');
  await clickChip(page, '.builder-preview iframe', 'pip');
  await expect(page.locator('[data-recipe="reveal"]')).toContainText('state="#1.');
}

const isAsSetUp = async (page: Page, selector: string): Promise<void> => {
  const figure = page.locator(selector).contentFrame();
  await expect(figure.getByRole('radio', { name: 'pip', exact: true })).toBeChecked();
  await expect(figure.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(figure.locator('html')).toHaveAttribute('data-density', 'stage');
};

test.describe('the instructor’s page', () => {
  test('shows live what is set, and has it in the code', async ({ page }) => {
    await setUp(page);
    const preview = page.locator('.builder-preview iframe').contentFrame();
    await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByLabel('Cover the answer').check();
    await expect(preview.getByRole('button', { name: 'Show the answer' })).toBeVisible();
    await page.getByLabel('Only to look at').check();
    await page.getByLabel('Type size').selectOption('1.5');
    await page.getByLabel('Height in pixels').fill('480');
    const code = (await codeOf(page, 'reveal')).join('\n');
    for (const part of [
      'theme="dark"',
      'scale="1.5"',
      'readonly',
      'hide="answer"',
      'height="480"',
      'host="reveal"',
      'state="#1.',
    ]) {
      expect(code).toContain(part);
    }
    expect(await page.locator('.builder-preview shipshape-figure').evaluate((element) => element.clientHeight)).toBe(
      480,
    );
  });

  test('drops a state with the example that it belonged to', async ({ page }) => {
    await setUp(page);
    await page.getByLabel('Figure and example').selectOption('module-lookup/one-laptop');
    await expect(page.locator('[data-recipe="reveal"]')).not.toContainText('state=');
    await expect(page.locator('.builder-preview iframe').contentFrame().getByRole('heading', { level: 1 })).toHaveText(
      'Which module is imported?',
    );
  });

  test('previews every figure', async ({ page }) => {
    await page.goto('./instructors/');
    const figures = await page.getByLabel('Figure and example').locator('optgroup').all();
    expect(figures.length).toBeGreaterThanOrEqual(3);
    for (const group of figures) {
      const value = (await group.locator('option').first().getAttribute('value')) ?? '';
      await page.getByLabel('Figure and example').selectOption(value);
      await page.locator('.builder-preview').scrollIntoViewIfNeeded();
      const figure = await figureIn(page, '.builder-preview shipshape-figure');
      await expect(figure.locator('main')).toHaveAttribute('data-figure', value.split('/')[0] ?? '');
      await expect(figure.locator('section.figure')).toHaveAttribute('data-live', 'true');
    }
  });
});

test.describe('a recipe, pasted', () => {
  test('into any page', async ({ page, deck }) => {
    await setUp(page);
    const [code = ''] = await codeOf(page, 'element');
    await deck.open('plain', { ELEMENTS: code.replace(/<script.*<\/script>/, '') });
    await figureIn(page, 'shipshape-figure');
    await isAsSetUp(page, 'shipshape-figure iframe');
  });

  test('as a plain frame into a deck of reveal.js', async ({ page, deck }) => {
    await setUp(page);
    const [code = ''] = await codeOf(page, 'frame');
    await deck.open('recipe-reveal', { HEAD: '', SLIDES: `<section>${code}</section>` });
    await page.keyboard.press('ArrowRight');
    await isAsSetUp(page, '.slides iframe');
  });

  test('into a deck of reveal.js', async ({ page, deck }) => {
    await setUp(page);
    const [head = '', slide = ''] = await codeOf(page, 'reveal');
    await deck.open('recipe-reveal', { HEAD: head, SLIDES: slide });
    await page.keyboard.press('ArrowRight');
    await figureIn(page, 'shipshape-figure');
    await isAsSetUp(page, 'shipshape-figure iframe');
  });

  test('into Markdown of a deck of reveal.js', async ({ page, deck }) => {
    await setUp(page);
    const [head = '', slide = ''] = await codeOf(page, 'reveal-markdown');
    const markdown = `<section data-markdown><textarea data-template>\n## A figure\n\n${slide}\n\nAnd a line.\n</textarea></section>`;
    await deck.open('recipe-reveal', { HEAD: head, SLIDES: markdown });
    await page.keyboard.press('ArrowRight');
    await figureIn(page, 'shipshape-figure');
    await isAsSetUp(page, 'shipshape-figure iframe');
    await expect(page.getByText('And a line.', { exact: true })).toBeVisible();
  });

  test('into a deck as Slidev builds it', async ({ page, deck }) => {
    await setUp(page);
    const [, slide = ''] = await codeOf(page, 'slidev');
    await deck.open('slidev');
    await page.evaluate((html) => {
      const first = document.querySelector('[data-slidev-no="1"]');
      if (first !== null) first.innerHTML = html;
    }, slide);
    await figureIn(page, '[data-slidev-no="1"] shipshape-figure');
    await isAsSetUp(page, '[data-slidev-no="1"] iframe');
  });
});
