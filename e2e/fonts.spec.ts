import { eachKind } from './pages';
import { expect, type Page, test } from './site';

interface Strange {
  family: string;
  text: string;
}

/** The texts that the browser draws with a font of the machine instead of one of ours, asked of the browser itself. */
async function strangeFonts(page: Page): Promise<Strange[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { nodes } = await session.send('DOM.getFlattenedDocument', { depth: -1 });
  const texts = nodes.filter(
    ({ nodeType, nodeValue, parentId }) => nodeType === 3 && nodeValue.trim() !== '' && parentId !== undefined,
  );
  // All are asked at once: one after the other, a lecture's thousands of texts take as many turns.
  const strange = texts.map(async ({ nodeId, nodeValue }): Promise<Strange[]> => {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    const foreign = fonts.filter(({ isCustomFont }) => !isCustomFont);
    return foreign.map(({ familyName }) => ({ family: familyName, text: nodeValue.trim().slice(0, 60) }));
  });
  return (await Promise.all(strange)).flat();
}

for (const path of eachKind) {
  test(`every letter of ${path} is drawn by our own fonts`, async ({ page }) => {
    // An optional font that comes late isn't used on this visit: here the page waits for its fonts, however busy the machine is.
    await page.route(
      (url) => url.pathname.endsWith('/') || url.pathname.endsWith('.html'),
      async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
        await route.fulfill({ response, body });
      },
    );
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready);
    expect(await strangeFonts(page)).toEqual([]);
  });
}
