import { bundled, openParts } from './parts/served';
import { expect, type Locator, type Page, test } from './site';

let files: Awaited<ReturnType<typeof bundled>>;
test.beforeAll(async () => {
  files = await bundled();
});

test.describe('a worker', () => {
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();
  const outcomes = (page: Page): Locator => page.locator('[data-outcomes] > li');
  // Of equal wheels pip takes the one that is listed last.
  const ranked = '13334 fit, 6666 don’t, first a-19998-cp313-cp313-manylinux_2_28_x86_64.whl';

  test('is fetched by the first question, answers it, and leaves the page free meanwhile', async ({ page }) => {
    const asked = await openParts(page, files);
    const fetched = () => asked.filter((name) => name.includes('worker'));
    await expect(page.getByRole('button', { name: 'Count 0' })).toBeVisible();
    expect(fetched()).toEqual([]);
    await press(page, 'Rank 20,000 files');
    await press(page, 'Count 0');
    await press(page, 'Count 1');
    await expect(outcomes(page)).toHaveText([ranked]);
    expect(fetched()).toHaveLength(1);
  });

  test('that never ends is ended, and the page could be used all the time', async ({ page }) => {
    await openParts(page, files);
    await press(page, 'Never end');
    await press(page, 'Rank 20,000 files');
    await press(page, 'Count 0');
    await expect(page.getByRole('button', { name: 'Count 1' })).toBeVisible();
    await expect(outcomes(page)).toHaveText(['timed-out', ranked]);
  });

  test('is cancelled at once, even where it doesn’t stop by itself', async ({ page }) => {
    await openParts(page, files);
    await press(page, 'Never end');
    await press(page, 'Cancel');
    await expect(outcomes(page)).toHaveText(['cancelled']);
    await press(page, 'Rank 20,000 files');
    await expect(outcomes(page)).toHaveText(['cancelled', ranked]);
  });

  test('that dies is started again by the next question', async ({ page }) => {
    await openParts(page, files);
    await press(page, 'Die');
    await expect(outcomes(page)).toHaveText(['crashed']);
    await press(page, 'Rank 20,000 files');
    await expect(outcomes(page)).toHaveText(['crashed', ranked]);
  });

  test('is not asked what is too large', async ({ page }) => {
    const asked = await openParts(page, files);
    await press(page, 'Too large');
    await expect(outcomes(page)).toHaveText(['too-large']);
    expect(asked.filter((name) => name.includes('worker'))).toEqual([]);
  });

  test('whose file is gone is tried three times, and then the page is told', async ({ page, watch }) => {
    watch.expectFault(/status 404/);
    const asked = await openParts(page, new Map([...files].filter(([name]) => !name.includes('worker'))));
    await page.evaluate(() =>
      addEventListener('shipshape:part-missing', () => document.body.setAttribute('data-told', '')),
    );
    for (let crashed = 1; crashed <= 4; crashed++) {
      await press(page, 'Rank 20,000 files');
      await expect(outcomes(page)).toHaveText(Array.from({ length: crashed }, () => 'crashed'));
    }
    await expect(page.locator('body[data-told]')).toBeAttached();
    expect(asked.filter((name) => name.includes('worker'))).toHaveLength(3);
  });
});
