/** What a reader has done: counted, taken along, brought back, erased, and seen where lectures are listed. */
import { readFileSync } from 'node:fs';
import { axeInBothThemes } from './axe';
import { expect, type Page, test } from './site';

const lecture = './lectures/works-on-my-machine/';
const counts = (page: Page) => page.locator('.progress-counts').first();
const said = (page: Page) => page.locator('.progress-said');
const preview = (page: Page) => page.locator('.progress-preview');
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('shipshape:')));

/** The script of quiz items comes when the reader is near the first of them; then all of them are ready. */
async function ready(page: Page): Promise<void> {
  await page.locator('ship-quiz').first().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('ship-quiz') !== undefined);
}

async function openLecture(page: Page): Promise<void> {
  await page.goto(lecture);
  await ready(page);
}

/** Answers the first two items with one right option, the first of them right. */
async function answerTwo(page: Page): Promise<void> {
  await openLecture(page);
  const [first, second] = await page
    .locator('ship-quiz[data-quiz-kind="single"], ship-quiz[data-quiz-kind="predict"]')
    .all();
  await first?.locator('.quiz-option[data-right] input').check();
  await first?.locator('.quiz-foot > button').click();
  await second?.locator('.quiz-option:not([data-right]) input').first().check();
  await second?.locator('.quiz-foot > button').click();
}

const twoAnswers = /^Kept here: 2 answers \(1 right before the answer was seen\), 1 lecture opened/;

async function erase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(said(page)).toHaveText('Erased. Nothing is kept here now.');
}

test('says that nothing is kept while nothing is', async ({ page }) => {
  await page.goto('./privacy/');
  await expect(counts(page)).toHaveText('Nothing is kept here yet.');
});

test('a file takes progress along and brings it back', async ({ page }) => {
  await answerTwo(page);
  await page.goto('./privacy/');
  await expect(counts(page)).toHaveText(twoAnswers);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^shipshape-progress-\d{4}-\d\d-\d\d\.json$/);
  const path = await file.path();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ format: 'shipshape-progress', schema: 2 });

  await erase(page);
  await expect(counts(page)).toHaveText('Nothing is kept here yet.');
  await page.locator('input[type="file"]').setInputFiles(path);
  await expect(preview(page).locator('> p')).toHaveText(
    /^It holds 2 answers .* 3 are new here, 0 would change what is here\.$/,
  );
  await expect(preview(page).locator('> p')).toBeFocused();
  await preview(page).getByRole('button', { name: 'Merge it into mine' }).click();
  await expect(counts(page)).toHaveText(twoAnswers);
  await openLecture(page);
  await expect(page.locator('.quiz-said', { hasText: 'Answered right on this device.' })).toHaveCount(1);
  await expect(page.locator('.quiz-said', { hasText: 'Answered on this device, not right yet.' })).toHaveCount(1);
});

test('a code does the same, even when a mail has broken its lines', async ({ page }) => {
  await answerTwo(page);
  await page.goto('./privacy/');
  await page.getByRole('button', { name: 'Copy as a code' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  await erase(page);
  await page.getByLabel('Or a code').fill(code.replace(/(.{30})/g, '$1\n'));
  await page.getByRole('button', { name: 'Look into the code' }).click();
  await preview(page).getByRole('button', { name: 'Merge it into mine' }).click();
  await expect(counts(page)).toHaveText(twoAnswers);
  await page.getByLabel('Or a code').fill(code);
  await page.getByRole('button', { name: 'Look into the code' }).click();
  await expect(preview(page).locator('> p')).toHaveText(/All of it is here already\.$/);
  await preview(page).getByRole('button', { name: 'Leave it' }).click();
  await expect(said(page)).toHaveText('Nothing was changed.');
});

test('what can’t be taken is refused with a sentence', async ({ page }) => {
  await page.goto('./privacy/');
  await page.getByRole('button', { name: 'Look into the code' }).click();
  await expect(said(page)).toHaveText('Choose a file or paste a code first.');
  for (const [text, sentence] of [
    ['hello', /^This is neither a code nor a file of this course/],
    ['shipshape2.abc.1234567', /^This is damaged/],
    ['shipshape9.abc.1234567', /^This was exported by a newer version of the course/],
    ['{"format":"shipshape-progress"', /^This is damaged/],
  ] as const) {
    await page.getByLabel('Or a code').fill(text);
    await page.getByRole('button', { name: 'Look into the code' }).click();
    await expect(preview(page).locator('> p')).toHaveText(sentence);
    await expect(preview(page).getByRole('button')).toHaveCount(0);
  }
  await page.locator('input[type="file"]').setInputFiles({
    name: 'partly.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      '{"format":"shipshape-progress","schema":2,"records":[{"kind":"lecture","id":"one","first":1,"last":2},7]}',
    ),
  });
  await expect(preview(page).locator('li')).toHaveText(
    'Record 2 is left out: its "kind" is missing or can’t be. Everything else can be taken.',
  );
  await expect(preview(page).getByRole('button', { name: 'Merge it into mine' })).toBeVisible();
});

test('erasing asks first, takes everything of this site, and an open page hears of it', async ({ page, context }) => {
  await answerTwo(page);
  await page.evaluate(() => {
    localStorage.setItem('shipshape:theme', 'dark');
    localStorage.setItem('somebody:else', '1');
  });
  const other = await context.newPage();
  await openLecture(other);
  await expect(other.locator('[data-restored]')).toHaveCount(2);
  await page.goto('./privacy/');
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Keep it' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(counts(page)).toHaveText(twoAnswers);
  await erase(page);
  expect(await kept(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('somebody:else'))).toBe('1');
  await expect(other.locator('[data-restored]')).toHaveCount(0);
});

test('a lecture list and the start page know how far the reader is', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('a[data-resume]')).toHaveText(/^Begin with lecture 1$/);
  await answerTwo(page);
  const heading = page.locator('article h2[id]').nth(2);
  const id = await heading.getAttribute('id');
  await heading.evaluate((one) => one.scrollIntoView());
  await page.goto('./lectures/');
  await expect(page.locator('ship-lecture-progress').first()).toHaveText(/^2 of \d+ answered$/);
  await page.goto('./');
  const resume = page.locator('a[data-resume]');
  await expect(resume).toHaveText('Go on with lecture 1');
  await expect(resume).toHaveAttribute('href', new RegExp(`/lectures/works-on-my-machine/#${id}$`));
});

test('the end of a lecture counts its answers, and reaching it finishes the lecture', async ({ page }) => {
  await answerTwo(page);
  const end = page.locator('ship-lecture-end');
  await end.scrollIntoViewIfNeeded();
  await expect(end).toHaveText(/^You answered 2 of \d+ questions on this device, 1 right before you saw the answer\.$/);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('shipshape:lecture:works-on-my-machine') ?? ''))
    .toContain('"finished":');
});

test('what schema 1 kept under one key is taken over', async ({ page }) => {
  await openLecture(page);
  const quiz = page.locator('ship-quiz[data-quiz-kind="single"]').first();
  const id = (await quiz.getAttribute('id')) ?? '';
  const option = (await quiz.locator('.quiz-option[data-right] input').getAttribute('value')) ?? '';
  const old = {
    format: 'shipshape-progress',
    schema: 1,
    answers: { [id]: { answer: { kind: 'option', option }, right: true, attempts: 1, first: 1, last: 2 } },
  };
  await page.evaluate((text) => localStorage.setItem('shipshape:progress', text), JSON.stringify(old));
  await page.reload();
  await ready(page);
  await expect(quiz.locator('.quiz-said')).toHaveText('Answered right on this device.');
  expect(await kept(page)).toContain(`shipshape:answer:${id}`);
  expect(await kept(page)).not.toContain('shipshape:progress');
});

test('axe finds nothing on the panel, its preview and its question, light or dark', async ({ page }) => {
  await answerTwo(page);
  await page.goto('./privacy/');
  await page.getByLabel('Or a code').fill('hello');
  await page.getByRole('button', { name: 'Look into the code' }).click();
  expect(await axeInBothThemes(page)).toEqual([]);
  await page.getByRole('button', { name: 'Erase everything …' }).click();
  expect(await axeInBothThemes(page)).toEqual([]);
});
