/**
 * What holds for every page, as a reader has it after a while: looked at once, because a page takes longer to open than to look at.
 */
import type { CDPSession } from '@playwright/test';
import { axeFindings, axeInBothThemes, axeOfLayout } from './axe';
import { eachKind, isFurnished } from './pages';
import { expect, type Page, test } from './site';

/** Opens a page as a reader has it after a while: every figure alive, every folded part open. */
async function openWhole(page: Page, path: string): Promise<void> {
  // An optional font that comes late isn't used on this visit: here the page waits for its fonts, however busy the machine is. Asked of
  // the browser itself, since a route holds up whatever else a page fetches, too.
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', async ({ requestId, responseHeaders = [] }) => {
    const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
    const html = base64Encoded ? Buffer.from(body, 'base64').toString() : body;
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: responseHeaders.filter(({ name }) => !/^content-(length|encoding)$/i.test(name)),
      body: Buffer.from(html.replaceAll('font-display:optional', 'font-display:block')).toString('base64'),
    });
  });
  await session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Response' }] });
  await page.goto(path);
  for (const figure of await page.locator('astro-island').all()) await figure.scrollIntoViewIfNeeded();
  await expect(page.locator('astro-island[ssr]')).toHaveCount(0);
  // A fold that is opened once its figure is alive fetches what is in it, and the styles of that after it.
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    // A fold says that it was opened in a task of its own.
    await new Promise((done) => setTimeout(done, 50));
  });
  await expect(page.locator('.figure-folded', { hasText: /^On its way …$/ })).toHaveCount(0);
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(({ sheet }) => sheet !== null),
  );
  await page.evaluate(() => document.fonts.ready);
}

interface Strange {
  family: string;
  text: string;
}

/** The texts that the browser draws with a font of the machine instead of one of ours, asked of the browser itself. */
async function strangeFonts(page: Page): Promise<Strange[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const asked = await strangeTexts(session);
  await session.detach();
  return asked;
}

/** Of the browser's document. */
interface DomNode {
  readonly nodeId: number;
  readonly parentId?: number;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
}

/** The fonts that draw a node. A figure that has drawn itself again since has taken the node away, and nothing draws it. */
async function fontsOf(session: CDPSession, { nodeId }: DomNode) {
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId }).catch((error: unknown) => {
    if (String(error).includes('Could not find node')) return { fonts: [] };
    throw error;
  });
  return fonts;
}

async function strangeTexts(session: CDPSession): Promise<Strange[]> {
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1 });
  const byId = new Map<number, DomNode>(nodes.map((node) => [node.nodeId, node]));
  const parentOf = ({ parentId }: DomNode): DomNode[] => [byId.get(parentId ?? 0)].filter((node) => node !== undefined);
  const texts = nodes.filter(
    (node) => node.nodeType === 3 && node.nodeValue.trim() !== '' && parentOf(node).length > 0,
  );
  const askAll = async (asked: readonly DomNode[], told: (node: DomNode) => string): Promise<Strange[]> => {
    // All are asked at once: one after the other, a lecture's thousands of texts take as many turns.
    const strange = asked.map(async (node): Promise<Strange[]> => {
      const foreign = (await fontsOf(session, node)).filter(({ isCustomFont }) => !isCustomFont);
      return foreign.map(({ familyName }) => ({ family: familyName, text: told(node).trim().slice(0, 60) }));
    });
    return (await Promise.all(strange)).flat();
  };
  // The browser answers for what is drawn two levels below an element, and before and after it: that is half as many questions.
  const around = new Set(texts.flatMap(parentOf).flatMap((parent) => [...parentOf(parent), parent].slice(0, 1)));
  const places = await askAll([...around], ({ nodeName, attributes = [] }) => `${nodeName} ${attributes.join(' ')}`);
  if (places.length === 0) return [];
  const found = await askAll(texts, ({ nodeValue }) => nodeValue);
  return found.length > 0 ? found : places;
}

/** The fonts that the page asks for, without the first of each row, which is ours: as if it had not come. */
const withoutOurFonts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { style } = document.documentElement;
    for (const name of ['--font-serif', '--font-sans', '--font-mono']) {
      const [ours, ...rest] = getComputedStyle(document.documentElement).getPropertyValue(name).split(',');
      if (ours === undefined || rest.length === 0) throw new Error(`${name} names no font beside ours.`);
      style.setProperty(name, rest.join(','));
    }
  });

/** The sizes that a page must fit: the last is what a laptop has left at 200 % zoom. */
const sizes = [
  { name: '320 pixels', width: 320, height: 640 },
  { name: 'a phone', width: 390, height: 844 },
  { name: 'a phone held sideways', width: 844, height: 390 },
  { name: 'a tablet', width: 820, height: 1180 },
  { name: 'a laptop', width: 1440, height: 900 },
  { name: 'a projector', width: 1920, height: 1080 },
  { name: 'a laptop at 200 % zoom', width: 720, height: 450 },
];

/** What sticks out of the page to the right, where the page can be scrolled there. */
const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 0.5)
      .filter((element) => !element.parentElement?.closest('pre'))
      .map((element) => {
        const end = Math.round(element.getBoundingClientRect().right);
        return `${element.tagName.toLowerCase()}.${element.className} ends at ${end} of ${width}`;
      })
      .slice(-5);
  });

/** What a finger must hit, where it is smaller than 24 pixels and no part of a sentence. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea')]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
      .filter((element) => !element.closest('.skip, .visually-hidden'))
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      // A box or dot inside its label is as large as the label.
      .filter(({ element }) => !((element.closest('label')?.getBoundingClientRect().height ?? 0) >= 24))
      .map(
        ({ element, box }) => `${element.outerHTML.slice(0, 80)}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      ),
  );

/** Pages around one figure: figure-states.spec.ts looks at that on a phone, in every state. */
const aroundFigure = /^\.\/(labs|exercises|embed)\/.+/;

/**
 * Has axe to look at a page on a laptop? What stands around the figure is the same in all labs, and in all exercises: one of each tells.
 * The figures themselves are looked at in their embeds.
 */
const isAudited = (path: string): boolean => {
  const [room] = /^\.\/(?:labs|exercises)\/(?=.)/.exec(path) ?? [];
  return room === undefined || path === eachKind.find((other) => other.startsWith(room) && other !== room);
};

for (const path of eachKind) {
  test.describe(path, () => {
    test('fits every screen in our fonts, fingers hit what they aim at, and axe finds nothing', async ({ page }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await openWhole(page, path);
      expect.soft(await strangeFonts(page), 'letters that no font of ours has').toEqual([]);
      if (isFurnished(path)) {
        const report = page.getByRole('contentinfo').getByRole('link', { name: 'Report a mistake' });
        const address = new URL((await report.getAttribute('href')) ?? '', page.url());
        expect.soft(address.pathname).toBe('/report/');
        const reported = new URL(path, 'http://x/').pathname.replace('404.html', '404/');
        expect.soft(address.searchParams.get('page')).toBe(reported);
      }
      for (const { name, width, height } of sizes) {
        await page.setViewportSize({ width, height });
        expect.soft(await tooWide(page), `too wide for ${name}`).toEqual([]);
        expect.soft(await tooSmall(page), `too small on ${name}`).toEqual([]);
      }
      if (isAudited(path)) {
        await page.setViewportSize({ width: 1440, height: 900 });
        // A figure's dark colours are looked at in its embed.
        const without = isFurnished(path) ? 'section.figure' : undefined;
        expect.soft(await axeInBothThemes(page, undefined, without), 'on a laptop').toEqual([]);
      }
      if (!aroundFigure.test(path)) {
        await page.setViewportSize({ width: 390, height: 844 });
        expect.soft(await axeOfLayout(page), 'on a phone').toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      await withoutOurFonts(page);
      expect.soft(await tooWide(page), 'too wide in the fonts of the machine').toEqual([]);
    });
  });
}

test('a letter that no font of ours has is seen', async ({ page }) => {
  await openWhole(page, './privacy/');
  await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<p>Ж</p>'));
  expect((await strangeFonts(page)).map(({ text }) => text)).toEqual(['Ж']);
});

test('axe sees what is wrong', async ({ page }) => {
  await page.goto('./privacy/');
  await page.evaluate(() => {
    const wrong = '<input><p style="color: #ccc; background: #fff">Too pale to be read.</p>';
    document.querySelector('main')?.insertAdjacentHTML('beforeend', wrong);
  });
  const rules = (await axeFindings(page)).map((finding) => finding.slice(0, finding.indexOf(':')));
  expect(rules.sort()).toEqual(['color-contrast', 'label']);
});
