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
  const strange: Strange[] = [];
  for (const node of nodes) {
    if (node.nodeType !== 3 || node.nodeValue.trim() === '' || node.parentId === undefined) continue;
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId });
    for (const font of fonts)
      if (!font.isCustomFont) strange.push({ family: font.familyName, text: node.nodeValue.trim().slice(0, 60) });
  }
  return strange;
}

for (const path of eachKind) {
  test(`every letter of ${path} is drawn by our own fonts`, async ({ page }) => {
    await page.goto(path);
    await page.reload({ waitUntil: 'networkidle' }); // optional fonts are sure to be there the second time
    await page.evaluate(() => document.fonts.ready);
    expect(await strangeFonts(page)).toEqual([]);
  });
}
