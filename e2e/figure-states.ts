/**
 * The states that a person can bring any figure into with its own controls, found by looking at it: every choice once, every
 * switch, every step, undone and redone, its details open, an example on its way and one that doesn't come. For checks that hold
 * "in every state".
 */
import { axeInBothThemes } from './axe';
import { expect, type Locator, type Page } from './site';

export interface FigureState {
  readonly name: string;
  /** Brings the figure there from wherever it is, and may give back what leads out again. */
  readonly reach: () => Promise<(() => Promise<void>) | undefined>;
}

/** Of one group of choices, or of the buttons of a figure: enough to see each kind of them. */
const mostOfAKind = 4;

const state = (name: string, act: () => Promise<unknown>): FigureState => ({
  name,
  reach: async () => {
    await act();
    return undefined;
  },
});

/** Presses a control, unless another state has taken it away. */
async function press(control: Locator): Promise<void> {
  if (await control.isVisible()) await control.click({ force: true, timeout: 2_000 }).catch(() => undefined);
}

/** A page's figure, alive. */
export async function alive(page: Page, id: string): Promise<Locator> {
  const figure = page.locator(`section.figure[id="${id}"]`);
  await figure.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-live', 'true');
  return figure;
}

/** What a figure shows once its late parts have come, one after the other: none is on its way, and nothing has changed for a while. */
export async function settled(figure: Locator, shown: (figure: Locator) => Promise<string>): Promise<string> {
  let last = '';
  await expect(async () => {
    await figure.page().waitForTimeout(250);
    const before = last;
    last = await shown(figure);
    expect(last).not.toMatch(/on (its|their) way/);
    expect(last).toBe(before);
  }).toPass({ intervals: [0], timeout: 20_000 });
  return last;
}

async function choices(figure: Locator): Promise<FigureState[]> {
  const states: FigureState[] = [];
  for (const group of await figure.locator('.figure-choices').all()) {
    const legend = (await group.locator('legend').textContent()) ?? '';
    for (const input of (await group.locator('input').all()).slice(0, mostOfAKind)) {
      const label = await input.evaluate((element) => element.closest('label')?.textContent ?? '');
      states.push(state(`${legend}: ${label}`, () => press(input)));
    }
  }
  return states;
}

async function buttons(figure: Locator): Promise<FigureState[]> {
  const found = await figure.locator(':is(.figure-controls, .figure-stage) button').all();
  return found.slice(0, mostOfAKind).map((button, at) => state(`button ${at + 1}`, () => press(button)));
}

/** An example that is asked for: while it is on its way, where it doesn't come, and when it is there. */
async function examples(page: Page, figure: Locator): Promise<FigureState[]> {
  const list = figure.getByLabel('Example', { exact: true });
  if ((await list.count()) === 0) return [];
  const scenarios = '**/scenarios/**';
  const away: FigureState = {
    name: 'an example is on its way',
    reach: async () => {
      const come: (() => void)[] = [];
      await page.route(scenarios, async (route) => {
        await new Promise<void>((done) => come.push(done));
        await route.continue();
      });
      await list.selectOption({ index: 1 });
      await expect(figure.locator('.figure-status.loading')).toBeVisible();
      return async () => {
        for (const done of come) done();
        await expect(figure.locator('.figure-status.loading')).toHaveCount(0);
        await page.unroute(scenarios);
      };
    },
  };
  return [away, state('another example', async () => {})];
}

/** What is written where a figure can be edited as text: nonsense, nothing, and more than it takes. */
async function texts(page: Page, figure: Locator): Promise<FigureState[]> {
  const fold = figure.locator('.editor-fold');
  if ((await fold.count()) === 0) return [];
  const text = fold.locator('.cm-content');
  const closed = figure.locator('.project-files [aria-expanded=false]').first();
  const write = async (written: string) => {
    // Another state may have closed the file that is edited.
    if ((await fold.count()) === 0) await closed.click();
    await fold.evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
    await text.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(written);
  };
  return [
    state('a text that is wrong', () => write('no such thing\n-1.0-py3.whl')),
    state('an empty text', () => write('')),
    state('a text that is too large', () => write('x'.repeat(1_000_000))),
  ];
}

/** The files of a layer cache’s project: one open, with a text that is wrong; a path that can’t be; one that is gone. */
async function projects(page: Page, figure: Locator): Promise<FigureState[]> {
  const files = figure.locator('.project-files');
  const deletes = figure.getByRole('radio', { name: 'deletes it' });
  if ((await files.count()) === 0 || (await deletes.count()) === 0) return [];
  const open = async () => {
    const button = files.locator('[aria-expanded]').first();
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    await expect(files.locator('.cm-content')).toBeVisible();
  };
  const write = async (text: string) => {
    await files.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  };
  return [
    state('the Dockerfile is open', open),
    state('a Dockerfile that is refused', () => write('FORM scratch\n')),
    state('a path that can’t be', async () => {
      await files.getByRole('button', { name: 'Add a file' }).click();
      await page.keyboard.type('/etc');
      await page.keyboard.press('Enter');
    }),
    state('a file that is gone', async () => {
      await deletes.click({ force: true });
      await files.locator('[aria-pressed=false]').first().click();
    }),
  ];
}

/** Only a lab has its state in the page's address. */
async function damagedLink(page: Page, figure: Locator): Promise<FigureState[]> {
  if ((await figure.getAttribute('data-host')) !== 'lab') return [];
  const open = async () => {
    await page.evaluate(() => {
      location.hash = '#1.damaged';
    });
    await expect(figure.locator('.figure-notice')).toBeVisible();
  };
  return [state('a damaged link', open)];
}

const tool = (figure: Locator, name: string): Promise<void> =>
  figure.getByRole('button', { name, exact: true }).click();

/** The states that the figure can be brought into, to be reached in their order. */
export async function statesOf(page: Page, figure: Locator): Promise<readonly FigureState[]> {
  return [
    state('first', async () => {}),
    state('all details open', () =>
      figure.evaluate((element) => {
        for (const details of element.querySelectorAll('details')) details.open = true;
      }),
    ),
    ...(await choices(figure)),
    ...(await buttons(figure)),
    ...(await texts(page, figure)),
    ...(await projects(page, figure)),
    ...(await examples(page, figure)),
    state('undone', () => tool(figure, 'Undo')),
    state('redone', () => tool(figure, 'Redo')),
    ...(await damagedLink(page, figure)),
    state('started again', () => tool(figure, 'Start again')),
  ];
}

/**
 * The elements that a figure shows of a kind that isn't known yet, and those kinds: each with its parent and its state, whatever it
 * says. Axe has nothing new to find in the others.
 */
async function unseen(figure: Locator, known: ReadonlySet<string>) {
  const found = await figure.evaluateHandle(
    (root, old) => {
      const kindOf = (element: Element) => {
        const states = [...element.attributes]
          .filter(({ name }) => /^(aria-(?!label)|role|disabled|open|hidden|data-)/.test(name))
          .map(({ name, value }) => (/(by|controls|owns)$/.test(name) ? name : `${name}=${value}`));
        const checked = element instanceof HTMLInputElement && element.checked;
        return `${element.tagName}.${element.getAttribute('class') ?? ''} ${states.join(' ')} ${checked}`;
      };
      const before = new Set(old);
      const shown = [root, ...root.querySelectorAll('*')]
        .filter((element) => element.checkVisibility())
        .map((element) => {
          const parent = element === root ? null : element.parentElement;
          return { element, kind: `${parent === null ? '' : kindOf(parent)} > ${kindOf(element)}` };
        })
        .filter(({ kind }) => !before.has(kind));
      return { elements: shown.map(({ element }) => element), kinds: [...new Set(shown.map(({ kind }) => kind))] };
    },
    [...known],
  );
  const [elements, kinds] = await Promise.all([
    found.evaluateHandle((all) => all.elements),
    found.evaluate((all) => all.kinds),
  ]);
  return { elements, kinds };
}

/**
 * What axe finds in what a figure shows for the first time, in both themes; nothing is as it should be. The kinds of elements that it
 * has looked at are added to those that are known.
 */
export async function findings(page: Page, figure: Locator, known: Set<string>): Promise<readonly string[]> {
  const { elements, kinds } = await unseen(figure, known);
  for (const kind of kinds) known.add(kind);
  return kinds.length === 0 ? [] : axeInBothThemes(page, elements);
}
