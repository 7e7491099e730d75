/**
 * Cuts the fonts down to what the course uses: Latin text, the marks of consoles and diagrams, weights 400 to 700, the italic at 400.
 * Writes .cache/fonts/*.woff2; scripts/check-characters.mjs holds every character of the built site against them.
 * Sources: Source Serif 4, Inter, JetBrains Mono (SIL Open Font License 1.1). The mono comes whole from its package because the
 * Latin files of others lack the box drawing and arrows of consoles; it stands behind the other two for such signs.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';

const range = (/** @type {number} */ from, /** @type {number} */ to) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const latin = `${range(0x20, 0x7e)}\u00a0¡£©«®°±·»¿×÷àáâäåæçèéêëíîïñóôöøúûüßÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØÚÛÜ–—‘’“”„…•‹›€™`;
const signs = '←↑→↓↔−≈≠≤≥';
const boxes = `${range(0x2500, 0x257f)}▶●◯✕×`;

/** The files that a page may load: where each comes from, and the characters it must draw. */
const cuts = [
  {
    name: 'serif',
    source: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    text: latin,
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    name: 'serif-italic',
    source: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
    text: latin,
    axes: { wght: 400 },
  },
  {
    name: 'sans',
    source: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    text: latin,
    axes: { wght: { min: 400, max: 700 } },
  },
  {
    name: 'mono',
    source: '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
    text: latin + signs + boxes,
  },
];

/** The characters that a font doesn’t draw. @param {Buffer} bytes @param {string} text */
function lackedBy(bytes, text) {
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error('The file holds several fonts.');
  return [...text].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)).join('');
}

const home = new URL('../', import.meta.url);
const out = new URL('.cache/fonts/', home);
mkdirSync(out, { recursive: true });
const stampFile = new URL('stamp', out);
const recipe = readFileSync(new URL(import.meta.url));
const sources = cuts.map((cut) => readFileSync(new URL(`node_modules/${cut.source}`, home)));
const stamp = createHash('sha256')
  .update(Buffer.concat([recipe, ...sources]))
  .digest('hex');

if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  console.log('fonts: up to date');
} else {
  let total = 0;
  for (const [i, cut] of cuts.entries()) {
    const source = /** @type {Buffer} */ (sources[i]);
    const lacks = lackedBy(source, cut.text);
    if (lacks !== '') throw new Error(`${cut.source} has no ${lacks}: take another character, or another font.`);
    const bytes = await subsetFont(source, cut.text, {
      targetFormat: 'woff2',
      ...(cut.axes ? { variationAxes: cut.axes } : {}),
    });
    writeFileSync(new URL(`${cut.name}.woff2`, out), bytes);
    total += bytes.length;
    console.log(`fonts: ${cut.name} ${bytes.length} bytes`);
  }
  writeFileSync(stampFile, stamp);
  console.log(`fonts: ${total} bytes together`);
}
