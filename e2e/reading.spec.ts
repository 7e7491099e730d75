import { lecture } from './pages';
import { expect, type Page, test } from './site';

const paper = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const light = 'rgb(251, 250, 246)';
const dark = 'rgb(21, 23, 26)';

test.describe('the theme', () => {
  test('follows the system while nothing is chosen', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    expect(await paper(page)).toBe(light);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await paper(page)).toBe(dark);
  });

  test('is chosen by the switch, told in words, and kept over pages and reloads', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('./');
    const button = page.getByRole('button', { name: /^Theme:/ });
    await expect(button).toHaveAccessibleName('Theme: as the system');
    await button.click();
    await expect(button).toHaveAccessibleName('Theme: light');
    await button.click();
    await expect(button).toHaveAccessibleName('Theme: dark');
    expect(await paper(page)).toBe(dark);
    await page.reload();
    expect(await paper(page)).toBe(dark);
    await page.goto('./glossary/');
    expect(await paper(page)).toBe(dark);
    await expect(button).toHaveAccessibleName('Theme: dark');
    await button.click();
    await expect(button).toHaveAccessibleName('Theme: as the system');
    expect(await paper(page)).toBe(light);
  });

  test('is there before the first paint: a dark choice never flashes light', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.addInitScript(() => localStorage.setItem('shipshape:theme', 'dark'));
    await page.route('**/*.js', () => undefined); // no script file ever arrives
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect.poll(() => paper(page)).toBe(dark);
  });

  test('holds for the page where storage is blocked', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.goto('./glossary/');
    const button = page.getByRole('button', { name: /^Theme:/ });
    await button.click();
    await button.click();
    expect(await paper(page)).toBe(dark);
  });
});

test.describe('the contents', () => {
  test('follow the reader: the section that is being read is marked, and one alone', async ({ page }) => {
    await page.goto(lecture);
    const contents = page.getByRole('navigation', { name: 'Contents', exact: true });
    const sections = await contents.getByRole('link').all();
    expect(sections.length).toBeGreaterThan(5);
    for (const section of [sections.at(1), sections.at(4), sections.at(-2)]) {
      const id = (await section?.getAttribute('href'))?.slice(1);
      await page.evaluate((head) => document.getElementById(head ?? '')?.scrollIntoView({ block: 'start' }), id);
      await expect(contents.locator('[aria-current=location]')).toHaveAttribute('href', `#${id}`);
    }
  });

  test('are folded above the text on a phone, and lead to their sections', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(lecture);
    await expect(page.getByRole('navigation', { name: 'Contents', exact: true })).toBeHidden();
    const folded = page.getByRole('navigation', { name: 'Contents of this page' });
    await folded.getByText('Contents', { exact: true }).click();
    const third = folded.getByRole('link').nth(2);
    const id = (await third.getAttribute('href'))?.slice(1);
    await third.click();
    await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
  });

  test('name the same sections, in the same order, as the headings of the text', async ({ page }) => {
    await page.goto(lecture);
    const ids = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => all.map((one) => one.id || (one.getAttribute('href') ?? '').slice(1)));
    expect(await ids('[data-contents] a')).toEqual(await ids('article h2[id]'));
  });
});

test('a heading links to itself', async ({ page }) => {
  await page.goto(lecture);
  const heading = page.locator('article h2[id]').first();
  await heading.hover();
  await heading.getByRole('link', { name: 'Link to this section' }).click();
  expect(new URL(page.url()).hash).toBe(`#${await heading.getAttribute('id')}`);
});

test.describe('side notes', () => {
  const places = (page: Page) =>
    page.evaluate(() => {
      const text = document.querySelector('article.prose > p:not([class])')?.getBoundingClientRect();
      return [...document.querySelectorAll('article .note')].map((note) => ({
        left: note.getBoundingClientRect().left,
        textLeft: text?.left ?? 0,
        textRight: text?.right ?? 0,
      }));
    });

  test('stand in the margin where the page is wide', async ({ page }) => {
    await page.goto(lecture);
    const notes = await places(page);
    expect(notes.length).toBeGreaterThan(1);
    for (const note of notes) expect(note.left).toBeGreaterThan(note.textRight);
  });

  test('stand in the text where it is narrow', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(lecture);
    for (const note of await places(page)) expect(note.left).toBeLessThan(note.textLeft + 4);
  });

  test('never cover one another or anything else in the margin', async ({ page }) => {
    await page.goto(lecture);
    const overlaps = await page.evaluate(() => {
      const boxes = [
        ...document.querySelectorAll('article .note, article .wide, article .console, article .code-frame'),
      ]
        .filter((element) => element.checkVisibility({ contentVisibilityAuto: true }))
        .map((element) => ({
          name: `${element.className}: ${element.textContent?.trim().slice(0, 40)}`,
          box: element.getBoundingClientRect(),
        }));
      return boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(
            (b) =>
              a.box.left < b.box.right - 1 &&
              b.box.left < a.box.right - 1 &&
              a.box.top < b.box.bottom - 1 &&
              b.box.top < a.box.bottom - 1,
          )
          .map((b) => `${a.name} / ${b.name}`),
      );
    });
    expect(overlaps).toEqual([]);
  });
});

test('the measure is 62 to 70 characters on a laptop', async ({ page }) => {
  await page.goto(lecture);
  const perLine = await page.evaluate(() => {
    const lengths: number[] = [];
    for (const paragraph of document.querySelectorAll('article.prose > p:not([class])')) {
      const lines = new Map<number, number>();
      const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        for (let at = 0; at < (text.nodeValue ?? '').length; at++) {
          const range = document.createRange();
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const box = range.getBoundingClientRect();
          const line = Math.round((box.top + box.bottom) / 2 / 12);
          lines.set(line, (lines.get(line) ?? 0) + 1);
        }
      }
      lengths.push(...[...lines.values()].slice(0, -1));
    }
    return lengths.sort((a, b) => a - b);
  });
  expect(perLine.length).toBeGreaterThan(30);
  const median = perLine[Math.floor(perLine.length / 2)] ?? 0;
  expect(median).toBeGreaterThanOrEqual(60);
  expect(median).toBeLessThanOrEqual(70);
});

test.describe('a term of the glossary', () => {
  const term = (page: Page) => page.locator('ship-term').first();

  test('shows its definition while the mouse is over it', async ({ page }) => {
    await page.goto(lecture);
    await term(page).getByRole('link').first().hover();
    await expect(term(page).getByRole('tooltip')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).hover();
    await expect(term(page).getByRole('tooltip')).toBeHidden();
  });

  test('shows it on focus, hides it at Escape, and follows the link at Enter', async ({ page }) => {
    await page.goto(lecture);
    const link = term(page).getByRole('link').first();
    await link.focus();
    await expect(term(page).getByRole('tooltip')).toBeVisible();
    await expect(link).toHaveAccessibleDescription(/\w/);
    await page.keyboard.press('Escape');
    await expect(term(page).getByRole('tooltip')).toBeHidden();
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/glossary/#*');
  });

  test.describe('under a finger', () => {
    test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

    test('shows it at the first tap and follows the link at the second', async ({ page }) => {
      await page.goto(lecture);
      const link = term(page).getByRole('link').first();
      await link.tap();
      const definition = term(page).getByRole('tooltip');
      await expect(definition).toBeVisible();
      const box = await definition.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844).toBe(true);
      expect(page.url()).not.toContain('glossary');
      await link.tap();
      await page.waitForURL('**/glossary/#*');
    });

    test('hides it at a tap elsewhere', async ({ page }) => {
      await page.goto(lecture);
      await term(page).getByRole('link').first().tap();
      await expect(term(page).getByRole('tooltip')).toBeVisible();
      await page.getByRole('heading', { level: 1 }).tap();
      await expect(term(page).getByRole('tooltip')).toBeHidden();
    });
  });
});

test.describe('console and code blocks', () => {
  const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

  test('a console block copies its commands only', async ({ page }) => {
    await page.goto(lecture);
    const block = page.locator('figure.console').first();
    const commands = await block.locator('[data-command]').allTextContents();
    await block.getByRole('button', { name: 'Copy the commands' }).click();
    await expect(block.getByRole('button', { name: 'Copy the commands' })).toHaveText('Copied');
    expect(await clipboard(page)).toBe(commands.join('\n'));
    expect(commands.join('')).not.toContain('$ ');
  });

  test('a code block copies its code, without its title', async ({ page }) => {
    await page.goto(lecture);
    const frame = page.locator('.code-frame').first();
    await frame.getByRole('button', { name: 'Copy this code' }).click();
    const copied = await clipboard(page);
    expect(copied.trimEnd()).toBe(((await frame.locator('code').textContent()) ?? '').trimEnd());
  });

  test('the prompt, the marks and the exit status of a console block are not selected with it', async ({ page }) => {
    await page.goto(lecture);
    const selected = await page.evaluate(() => {
      const block = document.querySelector('figure.console pre');
      if (block) getSelection()?.selectAllChildren(block);
      return getSelection()?.toString() ?? '';
    });
    const prompts = await page.locator('figure.console').first().locator('.prompt').allTextContents();
    expect(prompts.length).toBeGreaterThan(0);
    for (const line of selected.split('\n')) expect(line.startsWith(prompts[0] ?? '?')).toBe(false);
  });

  test('every console block names its tool, its version and a failing exit status', async ({ page }) => {
    await page.goto(lecture);
    for (const block of await page.locator('figure.console').all()) {
      await expect(block.locator('.console-tools')).toHaveText(/\d+\.\d+/);
      await expect(block.locator('figcaption')).toHaveText(/^Recorded (on|at) .+\.$/);
    }
    expect(await page.locator('figure.console .exit').count()).toBeGreaterThan(0);
  });

  test('a block that scrolls can be reached and scrolled by keyboard', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(lecture);
    const unreachable = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('pre')]
        .filter((pre) => pre.scrollWidth > pre.clientWidth && pre.tabIndex < 0)
        .map((pre) => pre.textContent?.slice(0, 60)),
    );
    expect(unreachable).toEqual([]);
  });
});

test.describe('on paper', () => {
  test('the furniture is gone, and text, drawings and stills stay', async ({ page }) => {
    await page.goto(lecture);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const gone of ['header.bar', 'footer.foot', '[data-contents]', '.turn', '.copy', '.head-link', '.skip']) {
      for (const element of await page.locator(gone).all()) await expect(element, gone).toBeHidden();
    }
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('figure.drawing').first()).toBeVisible();
    await expect(page.locator('figure.console').first()).toBeVisible();
    const colours = await page.evaluate(() => ({
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
    }));
    expect(colours).toEqual({ paper: 'rgb(255, 255, 255)', ink: 'rgb(29, 28, 26)' });
  });

  test('the lecture becomes a PDF of several pages', async ({ page }) => {
    await page.goto(lecture);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect([...pdf.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(5);
  });

  test('the answers that are folded on the screen can be read', async ({ page }) => {
    await page.goto(lecture);
    await page.emulateMedia({ media: 'print' });
    for (const answer of await page.locator('ship-quiz .quiz-explain').all()) await expect(answer).toBeVisible();
  });
});

test('with forced colours, boxes keep a border and the marked section a sign', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(lecture);
  for (const box of ['.console', '.callout', '.mistake']) {
    const width = await page
      .locator(box)
      .first()
      .evaluate((element) => getComputedStyle(element).borderTopWidth);
    expect(width, box).toBe('1px');
  }
  const line = await page
    .locator('a.term')
    .first()
    .evaluate((element) => getComputedStyle(element).textDecorationLine);
  expect(line).toBe('underline');
});

test('with reduced motion, nothing on a page is animated or moves over time', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(lecture);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const lasts = (times: string) => times.split(',').some((time) => Number.parseFloat(time) > 0.02);
        return (
          lasts(style.transitionDuration) ||
          (style.animationName !== 'none' && lasts(style.animationDuration)) ||
          style.scrollBehavior === 'smooth'
        );
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`),
  );
  expect(moving).toEqual([]);
});

test('the way on leads to the next lecture and to all of them, or says that the next one is being written', async ({
  page,
}) => {
  const turn = page.getByRole('navigation', { name: 'Previous and next lecture' });
  await page.goto('./lectures/building-a-package/');
  await expect(turn.getByText(/being written/)).toBeVisible();
  await page.goto(lecture);
  await expect(turn.getByRole('link', { name: /What a version number promises/ })).toBeVisible();
  await turn.getByRole('link', { name: /All lectures/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lectures');
  await expect(page.locator('.lecture-list > li')).toHaveCount(12);
});
