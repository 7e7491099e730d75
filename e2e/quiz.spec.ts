/** Quiz items as a reader meets them: by their kinds, whatever the lecture asks today. */
import type { Locator } from '@playwright/test';
import { axeInBothThemes } from './axe';
import { expect, type Page, test } from './site';

const lecture = './lectures/works-on-my-machine/';
const kinds = ['single', 'multiple', 'order', 'fill-in', 'predict'] as const;
type Kind = (typeof kinds)[number];

/** The script of quiz items comes when the reader is near the first of them; then all of them are ready. */
async function ready(page: Page): Promise<void> {
  await page.locator('ship-quiz').first().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('ship-quiz') !== undefined);
}

async function openLecture(page: Page): Promise<void> {
  await page.goto(lecture);
  await ready(page);
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

/** The first item of a kind. */
const item = (page: Page, kind: Kind): Locator => page.locator(`ship-quiz[data-quiz-kind="${kind}"]`).first();
const said = (quiz: Locator): Locator => quiz.locator('.quiz-said');
const commit = (quiz: Locator): Locator => quiz.locator('.quiz-foot > button');
const again = (quiz: Locator): Locator => quiz.getByRole('button', { name: /^(Try|Answer) again$/ });
const wrongOption = (quiz: Locator): Locator => quiz.locator('.quiz-option:not([data-right])').first();
const rightOptions = (quiz: Locator): Promise<Locator[]> => quiz.locator('.quiz-option[data-right]').all();

const idsOf = (parts: Locator): Promise<string[]> =>
  parts.evaluateAll((all) => all.map((one) => (one instanceof HTMLElement ? (one.dataset['step'] ?? '') : '')));

/** Moves steps up, one at a time, until they stand in their right order. */
async function putInOrder(quiz: Locator): Promise<void> {
  const right = await idsOf(quiz.locator('.quiz-right-order > li'));
  for (const [place, id] of right.entries()) {
    const up = quiz.locator(`.quiz-steps > [data-step="${id}"] [data-move="-1"]`);
    for (let at = (await idsOf(quiz.locator('.quiz-steps > li'))).indexOf(id); at > place; at--) await up.click();
  }
}

async function answerRight(quiz: Locator, kind: Kind): Promise<void> {
  if (kind === 'order') await putInOrder(quiz);
  else if (kind === 'fill-in') {
    await quiz.locator('input').fill((await quiz.locator('[data-accept]').first().textContent()) ?? '');
  } else {
    for (const box of await quiz.locator('input[type="checkbox"]:checked').all()) await box.uncheck();
    for (const option of await rightOptions(quiz)) await option.locator('input').check();
  }
  await commit(quiz).click();
}

test('a question with one right option asks for a choice, and explains each where it stands', async ({ page }) => {
  await openLecture(page);
  const quiz = item(page, 'single');
  await commit(quiz).click();
  await expect(said(quiz)).toHaveText('Choose one first.');
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('answer')))).toEqual([]);

  const option = wrongOption(quiz);
  await option.locator('input').check();
  await commit(quiz).click();
  await expect(said(quiz)).toHaveText('Not this one: the reason stands under it.');
  await expect(option.locator('.quiz-why')).toBeVisible();
  await expect(quiz.locator('.quiz-why:visible')).toHaveCount(1);
  await expect(quiz.locator('.quiz-explain')).toBeHidden();
  await expect(again(quiz)).toBeFocused();

  await again(quiz).click();
  await expect(said(quiz)).toHaveText('Choose one.');
  await expect(quiz.locator('.quiz-why:visible')).toHaveCount(0);
  await expect(option.locator('input')).toBeFocused();

  // A double click judges once, and doesn't undo it.
  await commit(quiz).dblclick();
  await expect(said(quiz)).toHaveText('Not this one: the reason stands under it.');
  // The verdict goes as soon as another option is chosen.
  for (const right of await rightOptions(quiz)) await right.locator('input').check();
  await expect(said(quiz)).toHaveText('Choose one.');
  await commit(quiz).click();
  await expect(said(quiz)).toHaveText('Right.');
  await expect(quiz.locator('.quiz-explain')).toBeVisible();
});

test('questions with several right options, with steps to put in order and with a text to fill in say what is wrong, and why', async ({
  page,
}) => {
  await openLecture(page);
  const several = item(page, 'multiple');
  const wrong = wrongOption(several);
  await wrong.locator('input').check();
  await commit(several).click();
  await expect(said(several)).toHaveText(/^Not yet: 1 doesn’t belong, \d (is|are) missing\.$/);
  await expect(wrong.locator('.quiz-why')).toBeVisible();
  await answerRight(several, 'multiple');
  await expect(said(several)).toHaveText('Right.');

  const steps = item(page, 'order');
  const right = await idsOf(steps.locator('.quiz-right-order > li'));
  const shown = await idsOf(steps.locator('.quiz-steps > li'));
  expect(shown).not.toEqual(right);
  await commit(steps).click();
  const place = shown.findIndex((id, i) => id !== right[i]);
  await expect(said(steps)).toHaveText(`Not yet: place ${place + 1} is the first that’s wrong.`);
  await expect(steps.locator('.quiz-steps > [data-early] .quiz-why')).toBeVisible();
  await putInOrder(steps);
  await expect(steps.locator('[data-early]')).toHaveCount(0);
  await commit(steps).click();
  await expect(said(steps)).toHaveText('Right.');

  // Of a text there is a sentence for each typical wrong answer, and one for all others.
  const text = item(page, 'fill-in');
  const reason = text.locator('.quiz-says');
  await text.locator('input').fill((await text.locator('[data-listed]').first().textContent()) ?? '');
  await commit(text).click();
  await expect(said(text)).toHaveText('Not yet: the reason stands below.');
  await expect(reason).toHaveText((await text.locator('dl dd').first().textContent()) ?? '');
  await expect(reason).toBeVisible();
  await text.locator('input').fill('something that nobody would type');
  await expect(reason).toBeEmpty();
  await commit(text).click();
  await expect(reason).toHaveText((await text.locator('[data-otherwise]').textContent()) ?? '');
  await answerRight(text, 'fill-in');
  await expect(said(text)).toHaveText('Right.');
});

test('a prediction shows what happened only once it is committed, and an answer looked at first counts as shown', async ({
  page,
}) => {
  await openLecture(page);
  const quiz = item(page, 'predict');
  const outcome = quiz.locator('.quiz-answer').locator('.quiz-outcome, .console');
  await expect(outcome).toBeHidden();
  await wrongOption(quiz).locator('input').check();
  await commit(quiz).click();
  await expect(said(quiz)).toHaveText('It went otherwise: what happened stands below.');
  await expect(outcome).toBeVisible();
  await expect(quiz.locator('.quiz-explain')).toBeVisible();
  await expect(wrongOption(quiz).locator('.quiz-why')).toBeVisible();

  await again(quiz).click();
  await expect(outcome).toBeHidden();
  await answerRight(quiz, 'predict');
  await expect(said(quiz)).toHaveText('Right, now that you have seen it.');

  const looked = item(page, 'single');
  await looked.locator('summary').click();
  await expect(looked.locator('.quiz-explain')).toBeVisible();
  await expect(said(looked)).toHaveText('The answer stands below.');
  await answerRight(looked, 'single');
  await expect(said(looked)).toHaveText('Right, with the answer shown before.');
});

test('by keyboard alone an option is chosen, a step moved and a text typed, and the focus is never lost', async ({
  page,
}) => {
  await openLecture(page);
  const quiz = item(page, 'single');
  await quiz.locator('input').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(commit(quiz)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(again(quiz)).toBeFocused();
  await expect(said(quiz)).toHaveAttribute('role', 'status');
  await page.keyboard.press('Tab');
  await expect(quiz.locator('summary')).toBeFocused();
  await again(quiz).focus();
  await page.keyboard.press('Enter');
  await expect(quiz.locator('input').first()).toBeFocused();
  await expect(quiz.locator('input').first()).toBeChecked();

  // A step is moved by the arrow keys, keeps the focus, and says where it is.
  const steps = item(page, 'order');
  const before = await idsOf(steps.locator('.quiz-steps > li'));
  const first = steps.locator(`.quiz-steps > [data-step="${before[0]}"]`);
  const down = first.locator('[data-move="1"]');
  await down.focus();
  await page.keyboard.press('ArrowDown');
  await expect(down).toBeFocused();
  await expect(said(steps)).toHaveText(
    `${await first.locator('.quiz-step').textContent()}: place 2 of ${before.length}.`,
  );
  await page.keyboard.press('Enter');
  await expect(said(steps)).toHaveText(/: place 3 of /);
  for (let i = 0; i < before.length; i++) await page.keyboard.press('ArrowUp');
  expect(await idsOf(steps.locator('.quiz-steps > li'))).toEqual(before);
  await expect(down).toBeFocused();

  const text = item(page, 'fill-in');
  await text.locator('input').focus();
  await page.keyboard.type('no idea');
  await page.keyboard.press('Enter');
  await expect(said(text)).toHaveText('Not yet: the reason stands below.');
  await expect(text.locator('input')).toBeFocused();
});

test.describe('answers are kept', () => {
  test('over a reload, of every kind, and shown again without moving the page', async ({ page }) => {
    await openLecture(page);
    for (const kind of kinds) await answerRight(item(page, kind), kind);
    await item(page, 'multiple').scrollIntoViewIfNeeded();
    await reload(page);
    await expect(said(item(page, 'predict'))).toHaveText('Answered right on this device.');
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += 'value' in entry && typeof entry.value === 'number' ? entry.value : 0;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(shift).toBeLessThan(0.01);
    for (const kind of kinds) {
      const quiz = item(page, kind);
      await expect(said(quiz)).toHaveText('Answered right on this device.');
      await expect(quiz.locator('.quiz-explain')).toBeHidden();
      await expect(again(quiz)).toBeVisible();
      await quiz.locator('summary').click();
      await expect(quiz.locator('.quiz-explain')).toBeVisible();
      await expect(said(quiz)).toHaveText('Answered right on this device.');
      if (kind === 'order') {
        expect(await idsOf(quiz.locator('.quiz-steps > li'))).toEqual(
          await idsOf(quiz.locator('.quiz-right-order > li')),
        );
      } else if (kind === 'fill-in') await expect(quiz.locator('input')).not.toHaveValue('');
      else for (const option of await rightOptions(quiz)) await expect(option.locator('input')).toBeChecked();
    }
  });

  test('and a question that has changed since says so', async ({ page }) => {
    await openLecture(page);
    await answerRight(item(page, 'single'), 'single');
    await page.route('**/lectures/*/', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replaceAll('<ship-quiz ', '<ship-quiz data-revision="99" '),
      });
    });
    await reload(page);
    const quiz = item(page, 'single');
    await expect(said(quiz)).toHaveText('The question has changed since you answered it on this device.');
    await expect((await rightOptions(quiz))[0]?.locator('input') ?? quiz).toBeChecked();
    await commit(quiz).click();
    await expect(said(quiz)).toHaveText('Right.');
  });

  test('and two tabs see and keep each other’s', async ({ page, context }) => {
    const other = await context.newPage();
    await openLecture(page);
    await openLecture(other);
    await answerRight(item(page, 'single'), 'single');
    await expect(said(item(other, 'single'))).toHaveText('Answered right on this device.');
    await answerRight(item(other, 'predict'), 'predict');
    await expect(said(item(page, 'predict'))).toHaveText('Answered right on this device.');
    await reload(page);
    for (const kind of ['single', 'predict'] as const) {
      await expect(said(item(page, kind))).toHaveText('Answered right on this device.');
    }
  });

  test('and hostile values in the storage are taken for nothing', async ({ page }) => {
    await openLecture(page);
    const id = await item(page, 'single').getAttribute('id');
    await page.evaluate(
      (key) => localStorage.setItem(key, '{"schema":2,"kind":"answer","id":"<img src=x>"}'),
      `shipshape:answer:${id}`,
    );
    await reload(page);
    await expect(said(item(page, 'single'))).toHaveText('Choose one.');
    await answerRight(item(page, 'single'), 'single');
    await reload(page);
    await expect(said(item(page, 'single'))).toHaveText('Answered right on this device.');
  });
});

test.describe('storage that fails is told once, and breaks nothing:', () => {
  const notice = (page: Page) => page.locator('.storage-notice');

  async function goOn(page: Page, sentence: RegExp): Promise<void> {
    await openLecture(page);
    await expect(notice(page)).toHaveCount(0);
    await answerRight(item(page, 'single'), 'single');
    await expect(said(item(page, 'single'))).toHaveText('Right.');
    await expect(notice(page).locator('p')).toHaveText(sentence);
    await notice(page).getByRole('button', { name: 'Copy them as a code' }).click();
    await expect(notice(page).getByRole('button', { name: 'Copied' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^shipshape2\./);
    await notice(page).getByRole('button', { name: 'Close' }).click();
    await answerRight(item(page, 'predict'), 'predict');
    await expect(said(item(page, 'predict'))).toHaveText('As you predicted.');
    await expect(notice(page)).toHaveCount(0);
  }

  test('writing refused', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new Error('refused');
      };
    });
    await goOn(page, /^This browser keeps nothing for this site\./);
  });

  test('not even to be looked at', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await goOn(page, /^This browser keeps nothing for this site\./);
  });

  test('full', async ({ page }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await goOn(page, /^This browser’s storage is full\./);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every question reads whole, with its answer folded beneath', async ({ page }) => {
    await page.goto(lecture);
    for (const kind of kinds) {
      const quiz = item(page, kind);
      await expect(quiz.locator('.quiz-question')).toBeVisible();
      await expect(quiz.getByRole('button')).toHaveCount(0);
      await expect(quiz.locator('.quiz-why:visible')).toHaveCount(0);
      await quiz.locator('summary').click();
      await expect(quiz.locator('.quiz-explain')).toBeVisible();
    }
    const quiz = item(page, 'single');
    const whys = await quiz.locator('.quiz-option .quiz-why').count();
    await expect(quiz.locator('.quiz-why:visible')).toHaveCount(whys);
  });
});

test.describe('in every state', () => {
  test('axe finds nothing, light or dark', async ({ page }) => {
    await openLecture(page);
    for (const [i, kind] of kinds.entries()) {
      const quizzes = page.locator(`ship-quiz[data-quiz-kind="${kind}"]`);
      await answerRight(quizzes.first(), kind);
      if ((await quizzes.count()) < 2) continue;
      const second = quizzes.nth(1);
      if (kind === 'fill-in') await second.locator('input').fill('no idea');
      else if (kind !== 'order') await wrongOption(second).locator('input').check();
      await commit(second).click();
      if (i === 0) await second.locator('summary').click();
    }
    expect(await axeInBothThemes(page, 'ship-quiz')).toEqual([]);
  });

  test('nothing overflows at 320 px, and what is touched is at least 24 px', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await openLecture(page);
    for (const kind of kinds) {
      const quiz = item(page, kind);
      await answerRight(quiz, kind);
      const overflow = await quiz.evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(overflow, kind).toBeLessThanOrEqual(12);
      const targets = quiz.locator('label:visible, button:visible, summary:visible');
      for (const target of await targets.all()) {
        const box = await target.boundingBox();
        expect(box?.height ?? 0).toBeGreaterThanOrEqual(24);
      }
    }
    const beyond = await page
      .locator('ship-quiz, ship-quiz fieldset, ship-quiz summary')
      .evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().right > 320).length);
    expect(beyond).toBe(0);
  });
});
