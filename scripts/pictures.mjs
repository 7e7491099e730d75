/**
 * `npm run pictures`: takes the pictures of README.md from the running site (docs/pictures), so that they show what is built and
 * not what was once planned. WebP, under 150 kB each; a heavier one fails.
 */
import './check-node.mjs';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { browserArguments, ensureBrowser } from './browser.mjs';
import { freePort, serve } from './serve.mjs';

const most = 150_000;
const folder = new URL('../docs/pictures/', import.meta.url);
const laptop = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 };
const phone = { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} path
 * @property {typeof laptop | typeof phone} screen
 * @property {'light' | 'dark'} theme
 * @property {string} [at] what stands at the top of the picture
 */
const lecture = 'lectures/works-on-my-machine/';
/** @type {readonly Picture[]} */
const pictures = [
  { name: 'start-laptop-light', path: '', screen: laptop, theme: 'light' },
  { name: 'start-phone-dark', path: '', screen: phone, theme: 'dark' },
  { name: 'lecture-laptop-light', path: lecture, screen: laptop, theme: 'light', at: 'article h2' },
  { name: 'lecture-laptop-dark', path: lecture, screen: laptop, theme: 'dark', at: 'ship-quiz' },
  { name: 'lecture-phone-light', path: lecture, screen: phone, theme: 'light' },
  { name: 'figure-laptop-light', path: lecture, screen: laptop, theme: 'light', at: 'astro-island' },
  { name: 'figure-phone-dark', path: lecture, screen: phone, theme: 'dark', at: '#installing-requests' },
];

const { address, stop } = await serve({ port: await freePort(4700), base: '/' });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) if (old.endsWith('.webp')) rmSync(new URL(old, folder));
let heavy = 0;
for (const { name, path, screen, theme, at } of pictures) {
  const context = await browser.newContext({ ...screen, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(address + path, { waitUntil: 'networkidle' });
  await page.reload({ waitUntil: 'networkidle' }); // the fonts are optional: the second visit has them all
  if (at) {
    await page
      .locator(at)
      .first()
      .evaluate((element) => {
        // An island has no box of its own.
        (element.firstElementChild ?? element).scrollIntoView({ block: 'start' });
        scrollBy(0, -24);
      });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
  }
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(new URL(`${name}.webp`, folder), bytes);
  if (bytes.length > most) heavy += 1;
  console.log(
    `pictures: ${name}.webp ${(bytes.length / 1000).toFixed(0)} kB${bytes.length > most ? ' is too heavy' : ''}`,
  );
  await context.close();
}
await browser.close();
await stop();
process.exitCode = heavy === 0 ? 0 : 1;
