import { alive, settled } from './figure-states';
import { everyPage } from './pages';
import { expect, type Locator, type Page, test } from './site';

/** Changed links for each figure; `FUZZ_RUNS=10000 npm run e2e -- figure-links` tries more. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 200);
const labs = everyPage.filter((path) => /^\.\/labs\/[^/]+\/$/.test(path));
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#/%é';

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let now = seed; ; now = (now * 48_271) % 2_147_483_647) yield now;
}

/** Links that each differ from a good one in a place: changed, added, lost, cut short. */
function changed(fragment: string, count: number): readonly string[] {
  const random = numbers(20_261_121);
  const below = (most: number) => (random.next().value ?? 0) % most;
  return Array.from({ length: count }, () => {
    const at = 1 + below(fragment.length - 1);
    const letter = alphabet[below(alphabet.length)] ?? '';
    const rest = [
      fragment.slice(at),
      letter + fragment.slice(at),
      letter + fragment.slice(at + 1),
      fragment.slice(at + 1),
      '',
    ];
    return fragment.slice(0, at) + (rest[below(rest.length)] ?? '');
  }).filter((link) => link !== fragment);
}

const shown = async (figure: Locator): Promise<string> =>
  `${await figure.locator('.figure-settings').textContent()}\n${await figure.locator('.figure-stage').innerText()}`;

/** A lab whose figure has been used, with its address and what it shows. */
async function used(page: Page, path: string): Promise<{ figure: Locator; fragment: string; before: string }> {
  await page.goto(path);
  const figure = await alive(page, (await page.locator('section.figure').getAttribute('id')) ?? '');
  await figure.getByRole('radio', { checked: false }).first().check({ force: true });
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#1\../);
  return { figure, before: await settled(figure, shown), fragment: new URL(page.url()).hash };
}

for (const path of labs) {
  test(`links to ${path} that are damaged, ${runs} of them, throw nothing, ask no one, and leave the state as it was`, async ({
    page,
  }) => {
    test.setTimeout(60_000 + runs * 30);
    const { figure, fragment, before } = await used(page, path);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate(
      async (links) => {
        for (const link of links) {
          dispatchEvent(new CustomEvent('shipshape:figure-command', { detail: { kind: 'open', fragment: link } }));
          await new Promise((done) => setTimeout(done));
        }
      },
      changed(fragment, runs),
    );
    await expect(figure.locator('.figure-notice')).toBeVisible();
    expect(await shown(figure)).toBe(before);
    expect(asked).toEqual([]);
    // A change that deflate doesn't use opens the same state once more: a step that can be undone as well.
    const undo = figure.getByRole('button', { name: 'Undo', exact: true });
    for (let step = 0; step < 30 && (await undo.getAttribute('aria-disabled')) !== 'true'; step++) await undo.click();
    await expect.poll(() => shown(figure)).not.toBe(before);
  });
}
