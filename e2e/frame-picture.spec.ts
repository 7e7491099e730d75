import { readFileSync } from 'node:fs';
import { drawPoster } from '../src/figures/frame/draw-poster';
import { fewFiles, folders, longRelease } from '../src/figures/frame/poster.fixture';
import { alive } from './figure-states';
import { expect, test } from './site';

test.describe('the picture of a figure', () => {
  /** A font of the site, cut as the site cuts it. */
  const font = (name: string) =>
    readFileSync(new URL(`../.cache/fonts/${name}.woff2`, import.meta.url)).toString('base64');
  const faces = [
    ['Shipshape Sans', 'sans'],
    ['Shipshape Serif', 'serif'],
    ['Shipshape Mono', 'mono'],
  ] as const;
  const looks = [
    { fonts: 'of this machine', css: '' },
    {
      fonts: 'of the site',
      css: faces
        .map(
          ([name, file]) =>
            `@font-face { font-family: '${name}'; font-weight: 400 700; src: url(data:font/woff2;base64,${font(file)}) }`,
        )
        .join(''),
    },
    // The widest that a browser may fall back on.
    { fonts: 'that are wide', css: '', family: ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono'] },
  ];

  for (const { fonts, css, family } of looks) {
    test(`keeps every line within its edges in fonts ${fonts}`, async ({ page }) => {
      for (const poster of [fewFiles, longRelease, folders]) {
        for (const width of [300, 390, 599, 600, 960, 1440]) {
          const svg = drawPoster(poster, {
            title: 'Which of all these files does your own machine take today?',
            number: '4.2',
            theme: 'light',
            width,
            address: 'https://example.org/course/labs/wheel-decoder/numpy-on-four-machines/',
          });
          const [sans = '', serif = '', mono = ''] = family ?? [];
          const shown = family
            ? svg
                .replaceAll(/font-family="'Shipshape Sans[^"]*"/g, `font-family="${sans}"`)
                .replaceAll(/font-family="'Shipshape Serif[^"]*"/g, `font-family="${serif}"`)
                .replaceAll(/font-family="'Shipshape Mono[^"]*"/g, `font-family="${mono}"`)
            : svg;
          await page.setContent(`<style>${css}</style>${shown}`);
          const over = await page.evaluate(async () => {
            await document.fonts.ready;
            const { width: right, height: bottom } = document.querySelector('svg')?.viewBox.baseVal ?? new DOMRect();
            return [...document.querySelectorAll('text')]
              .filter((text) => {
                const box = text.getBBox();
                return box.x < 8 || box.y < 0 || box.x + box.width > right - 8 || box.y + box.height > bottom;
              })
              .map((text) => text.textContent);
          });
          expect(over, `${width} wide`).toEqual([]);
          const crossed = await page.evaluate(() => {
            const boxes = [...document.querySelectorAll('text')].map((text) => text.getBBox());
            return boxes.some((a, at) =>
              boxes
                .slice(at + 1)
                .some(
                  (b) =>
                    a.x < b.x + b.width &&
                    b.x < a.x + a.width &&
                    Math.abs(a.y - b.y) < Math.min(a.height, b.height) / 2,
                ),
            );
          });
          expect(crossed, `lines meet, ${width} wide`).toBe(false);
        }
      }
    });
  }

  test('is saved as it stands, as SVG and, at twice its size, as PNG', async ({ page }) => {
    await page.goto('./labs/command-lookup/one-laptop/');
    const figure = await alive(page, (await page.locator('section.figure').getAttribute('id')) ?? '');
    await figure.getByRole('radio', { name: 'pip', exact: true }).check({ force: true });
    await figure.getByText('Share, save, print').click();
    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    expect(svg.suggestedFilename()).toBe('shipshape-command-lookup-one-laptop.svg');
    const text = readFileSync(await svg.path(), 'utf8');
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960" height="540"/);
    expect(text).toContain('>pip<');
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'Save as PNG' }).click(),
    ]);
    expect(png.suggestedFilename()).toBe('shipshape-command-lookup-one-laptop.png');
    const bytes = readFileSync(await png.path());
    expect([bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      'PNG',
      1920,
      1080,
    ]);
    // Drawn, and not an empty sheet.
    expect(bytes.length).toBeGreaterThan(30_000);
  });
});
