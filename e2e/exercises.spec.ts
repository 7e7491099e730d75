/** Exercises as a person meets them: solved by touch, by keyboard, with help; kept; told once; and readable without script. */

import type { Locator } from '@playwright/test';
import { axeInBothThemes } from './axe';
import { everyPage } from './pages';
import { expect, type Page, test } from './site';

const random = './exercises/lookup/own-file-again/';
const twoPips = './exercises/activation/active-and-yet-not/';
const bash = './exercises/activation/bash-remembers/';

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('.exercise[data-live="true"]').waitFor();
}
const status = (page: Page): Locator => page.locator('.exercise-status');
const result = (page: Page): Locator => page.locator('.exercise-result');
const tasks = (page: Page): Locator => page.locator('.exercise-task');
const button = (page: Page, name: string | RegExp): Locator => page.locator('.exercise').getByRole('button', { name });
const chip = (page: Page, label: string): Locator => page.locator('.figure-chip').filter({ hasText: label }).first();

declare global {
  interface Window {
    saidAloud: string[];
  }
}

/** Everything that is said aloud from now on, a line an announcement. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const log: string[] = [];
    for (const region of document.querySelectorAll('.exercise [role="status"]')) {
      new MutationObserver(() => {
        const said = region.textContent?.trim() ?? '';
        if (said !== '') log.push(said);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
    window.saidAloud = log;
  });
  return () => page.evaluate(() => window.saidAloud.splice(0));
}

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('an exercise is solved, and what is missing stays in view', async ({ page }) => {
    await open(page, twoPips);
    await chip(page, 'pip').tap();
    await expect(status(page)).toBeInViewport();
    await expect(status(page)).toContainText('No environment is activated.');
    await chip(page, 'webshop').tap();
    await expect(tasks(page).first()).toHaveAttribute('data-done', 'true');
    await expect(status(page)).toContainText('Task 2 of 2');
    await chip(page, 'notes').tap();
    await expect(status(page)).toContainText('On your own.');
    await expect(status(page)).toBeInViewport();
    await expect(result(page)).toHaveText('Solved alone');
  });

  test('hints and solutions are within a thumb’s reach', async ({ page }) => {
    await open(page, random);
    await button(page, 'Give me a hint').tap();
    await expect(page.locator('.exercise-hints > li')).toHaveCount(1);
    await button(page, 'Show a solution').tap();
    await expect(result(page)).toHaveText('Solution seen');
    for (const target of await page.locator('.exercise-tasks button').all()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(32);
    }
  });
});

test('an exercise is solved by keyboard alone, from the top of the page', async ({ page }) => {
  await open(page, random);
  const reach = async (target: Locator) => {
    for (let i = 0; i < 60; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('Tab never came to it.');
  };
  await reach(button(page, 'Give me a hint'));
  await page.keyboard.press('Enter');
  await expect(page.locator('.exercise-hints > li')).toHaveText(
    'Which folder does Python ask first, and why that one?',
  );
  await reach(page.locator('.exercise').getByLabel('-I', { exact: true }));
  await page.keyboard.press('Space');
  await expect(result(page)).toHaveText('Solved with hints');
  await expect(page.locator('.exercise-explain')).toBeVisible();
});

test('a second right way counts just as well', async ({ page }) => {
  for (const option of ['-P', '-I']) {
    await open(page, random);
    if (await page.locator('.exercise-explain').isVisible()) await button(page, 'Start again').click();
    await chip(page, option).click();
    await expect(status(page)).toContainText('Solved');
    await chip(page, option).click();
    await expect(tasks(page)).toHaveAttribute('data-done', 'true');
  }
  await expect(result(page)).toHaveText('Solved alone');
});

test('a typical wrong answer gets its own sentence, and it goes when the answer does', async ({ page }) => {
  await open(page, random);
  await page.getByLabel('Standing in').selectOption('/tmp');
  await expect(status(page)).toHaveAttribute('data-kind', 'mistake');
  await expect(status(page)).toContainText('For a script its own folder counts, wherever you stand.');
  await button(page, 'Undo').click();
  await expect(status(page)).toHaveAttribute('data-kind', 'open');
  await expect(status(page)).toContainText('Your own random.py still comes first.');
  await expect(result(page)).toHaveText('Begun');
});

test('the draft, the done tasks and the result survive a reload', async ({ page }) => {
  await open(page, twoPips);
  await chip(page, 'pip').click();
  await chip(page, 'notes').click();
  await expect(tasks(page).nth(1)).toHaveAttribute('data-done', 'true');
  await page.reload();
  await expect(page.locator('.figure-chip').filter({ hasText: 'notes' }).locator('input')).toBeChecked();
  await expect(tasks(page).nth(1)).toHaveAttribute('data-done', 'true');
  await expect(tasks(page).first()).not.toHaveAttribute('data-done');
  await expect(result(page)).toHaveText('Begun');
  await chip(page, 'webshop').click();
  await expect(result(page)).toHaveText('Solved alone');
  await page.goto('./exercises/');
  const card = page.locator('ship-exercise').filter({ hasText: 'still the system' });
  await expect(card).toContainText('Solved alone');
  await expect(page.locator('ship-exercise').filter({ hasText: 'Get the real random' })).not.toContainText('Solved');
});

test('starting again leads to the exercise’s start, keeps the result, and can be undone', async ({ page }) => {
  await open(page, bash);
  await chip(page, 'greeting').click();
  await expect(result(page)).toHaveText('Solved alone');
  await button(page, 'Start again').click();
  await expect(tasks(page)).not.toHaveAttribute('data-done');
  await expect(page.locator('.figure-chip').filter({ hasText: 'none' }).locator('input')).toBeChecked();
  await expect(result(page)).toHaveText('Solved alone');
  await page.reload();
  await page.locator('.exercise[data-live="true"]').waitFor();
  await expect(page.locator('.figure-chip').filter({ hasText: 'none' }).locator('input')).toBeChecked();
});

test('hints come one at a time, are counted, and are still there after a reload', async ({ page }) => {
  await open(page, random);
  const hints = page.locator('.exercise-hints > li');
  await button(page, 'Give me a hint').click();
  await button(page, 'Another hint').click();
  await expect(hints).toHaveCount(2);
  await page.reload();
  await expect(hints).toHaveCount(2);
  await button(page, 'Show the answer').click();
  await expect(hints).toHaveCount(3);
  await expect(button(page, /hint|answer/)).toHaveCount(0);
  await chip(page, '-P').click();
  await expect(result(page)).toHaveText('Solved with hints');
});

test('a shown solution stands in the figure, counts as shown, and leads back to the reader’s own state', async ({
  page,
}) => {
  await open(page, random);
  await button(page, 'Show a solution').click();
  await expect(page.locator('.exercise').getByLabel('-P', { exact: true })).toBeChecked();
  await expect(page.locator('.exercise-solution')).toHaveText('Switch on -P.');
  await expect(result(page)).toHaveText('Solution seen');
  await button(page, 'Show another solution').click();
  await expect(page.locator('.exercise').getByLabel('-I', { exact: true })).toBeChecked();
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await expect(page.locator('.exercise').getByLabel('-P', { exact: true })).not.toBeChecked();
  await expect(tasks(page)).not.toHaveAttribute('data-done');
  await chip(page, '-I').click();
  await expect(tasks(page)).toHaveAttribute('data-done', 'true');
  await expect(result(page)).toHaveText('Solution seen');
});

test('each action is told once, in at most twenty words', async ({ page }) => {
  await open(page, twoPips);
  const said = await listen(page);
  const once = async (act: () => Promise<void>, words: RegExp) => {
    await act();
    await page.waitForTimeout(300);
    const log = await said();
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(words);
    expect(log[0]?.split(/\s+/).length).toBeLessThanOrEqual(20);
  };
  await once(() => chip(page, 'pip').click(), /^This is the system’s, as it should be\. No environment is activated\./);
  await once(() => chip(page, 'webshop').click(), /^Done: 1 of 2 tasks\. pip: /);
  await once(() => chip(page, 'greeting').click(), /^pip: /);
  await once(() => button(page, /hint/).first().click(), /^Hint 1: /);
  await once(() => button(page, 'Undo').click(), /^Undone: pip: /);
  await once(() => button(page, 'Show a solution').click(), /^Solution 1 of 2 is in the figure\./);
  await once(() => button(page, 'Start again').click(), /^Started again: python3: /);
});

test('nothing is said while a name is typed; what it did is said once, after it', async ({ page }) => {
  await open(page, './exercises/wheels/one-wheel-for-all/');
  const said = await listen(page);
  const field = page.getByRole('textbox', { name: /file name/ });
  await field.fill('');
  await field.pressSequentially('kit-1.0-py3-none-any.whl', { delay: 20 });
  expect(await said()).toEqual([]);
  await expect(tasks(page).first()).toHaveAttribute('data-done', 'true');
  await expect.poll(said).toEqual(['Done: 1 of 2 tasks.']);
  await page.reload();
  await expect(field).toHaveValue('kit-1.0-py3-none-any.whl');
  await chip(page, 'Windows 11').click();
  await chip(page, 'PyPy').click();
  await expect(result(page)).toHaveText('Solved alone');
});

// That every solution solves is a unit test's (src/check/exercises.test.ts). Here: of each kind one stands in the page as it does there.
const folderOf = (path: string): string => path.split('/').at(-3) ?? '';
const exercises = everyPage.filter((one) => /\/exercises\/.+/.test(one));
const oneOfEach = exercises.filter(
  (one, at) => exercises.findIndex((other) => folderOf(other) === folderOf(one)) === at,
);

for (const path of oneOfEach) {
  test(`each solution of ${path} stands in its figure`, async ({ page }) => {
    await open(page, path);
    const told = new Set<string>();
    const solution = page.locator('.exercise-solution');
    let before = '';
    for (const name of ['Show a solution', 'Show another solution', 'Show another solution']) {
      await button(page, name).click();
      await expect(status(page)).toContainText('A solution');
      await expect(solution).not.toHaveText(before);
      before = (await solution.textContent()) ?? '';
      told.add(before);
    }
    expect(told.size).toBeGreaterThanOrEqual(2);
    await expect(tasks(page).and(page.locator('[data-done]'))).toHaveCount(await tasks(page).count());
    await expect(result(page)).toHaveText('Solution seen');
  });
}

test('an exercise goes on in memory where storage is blocked, and says so once', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await open(page, random);
  await button(page, 'Give me a hint').click();
  await chip(page, '-P').click();
  await expect(result(page)).toHaveText('Solved with hints');
  await expect(page.locator('.storage-notice')).toHaveCount(1);
});

test('a kept draft of somebody else’s making opens the start', async ({ page }) => {
  await page.addInitScript(() => {
    const draft = { schema: 2, kind: 'draft', id: 'lookup/own-file-again', at: 1 };
    const texts = ['{"state":{"name":"<img>"},"done":[7]}', 'x'];
    const text = texts[location.search === '' ? 0 : 1];
    localStorage.setItem('shipshape:draft:lookup/own-file-again', JSON.stringify({ ...draft, text }));
  });
  for (const path of [random, `${random}?other`]) {
    await open(page, path);
    await expect(tasks(page)).toHaveCount(1);
    await chip(page, '-P').click();
    await expect(status(page)).toContainText('Solved');
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('an exercise reads: task, figure, hints and solutions behind folds', async ({ page }) => {
    await page.goto(random);
    await expect(page.locator('.exercise-goal')).toContainText('takes the file of the standard library');
    await expect(page.locator('.figure')).toBeVisible();
    // Playwright's search by text passes over what stands in <noscript>.
    const folds = page.locator('.exercise-tasks details');
    await expect(folds).toHaveCount(4);
    for (const fold of await folds.all()) {
      await expect(fold.locator('> :not(summary)').first()).toBeHidden();
      await fold.locator('summary').click();
      await expect(fold.locator('> :not(summary)').first()).toBeVisible();
    }
    await expect(page.locator('.exercise-tasks button:visible')).toHaveCount(0);
  });
});

test('axe finds nothing in any state of an exercise, light or dark', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, twoPips);
  const clean = async (state: string) => expect(await axeInBothThemes(page), state).toEqual([]);
  await clean('start');
  await chip(page, 'pip').click();
  await button(page, /hint/).first().click();
  await clean('mistake, with a hint');
  await chip(page, 'webshop').click();
  await clean('one task done');
  await button(page, 'Show a solution').click();
  await clean('solution shown');
});

test('nothing is wider than a phone of 320 pixels, and the line at the foot leaves room', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, twoPips);
  await chip(page, 'pip').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect((await status(page).boundingBox())?.height).toBeLessThan(200);
});
