/**
 * Decks of other people, for the tests of embeds: served by a server and a site of their own (localhost, while the course is at
 * 127.0.0.1), so that every frame in them is foreign to them, as on a real stage. `SITE` in their text stands for where the course is.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { FrameLocator } from '@playwright/test';
import { test as base, expect, type Page } from '../site';

export { expect, type Page };

const file = (path: string): URL =>
  path.startsWith('reveal/')
    ? new URL(`../../node_modules/reveal.js/dist/${path.slice('reveal/'.length)}`, import.meta.url)
    : new URL(path, import.meta.url);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** What a deck's own words are replaced by, such as `SITE`. */
type Words = Readonly<Record<string, string>>;

function serveDecks(words: () => Words): Promise<Server> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    try {
      const body = await readFile(file(path));
      const isPage = path.endsWith('.html');
      const text = Object.entries(words()).reduce((all, [word, means]) => all.replaceAll(word, means), `${body}`);
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
      response.end(isPage ? text : body);
    } catch {
      response.writeHead(path === 'favicon.ico' ? 204 : 404);
      response.end();
    }
  });
  return new Promise((listening) => {
    server.listen(0, '127.0.0.1', () => listening(server));
  });
}

interface Deck {
  readonly origin: string;
  /** Opens a deck in the test's page. */
  open(name: string, words?: Words): Promise<void>;
}

export const test = base.extend<{ deck: Deck }>({
  deck: async ({ page, baseURL, watch }, use) => {
    let words: Words = {};
    const server = await serveDecks(() => words);
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    watch.admit(origin);
    await use({
      origin,
      async open(name, more = {}) {
        words = { DECK_OPTIONS: '', ...more, SITE: (baseURL ?? '').replace(/\/$/, '') };
        await page.goto(`${origin}/${name}.html`);
      },
    });
    server.close();
  },
});

/** The embeds that a page has loaded, by their figures' names. */
export const embedsIn = (page: Page): string[] =>
  page
    .frames()
    .map((frame) => /\/embed\/v1\/([\w-]+)\//.exec(frame.url())?.[1])
    .filter((name) => name !== undefined);

/** The inside of a `<shipshape-figure>`, once it is alive. */
export async function figureIn(page: Page, selector: string): Promise<FrameLocator> {
  const element = page.locator(selector);
  await expect(element).toHaveAttribute('data-phase', 'live');
  return element.locator('iframe').contentFrame();
}

/** Clicks a chip of a figure in a frame. By hand: Playwright's own click misses inside a frame that its deck has scaled. */
export async function clickChip(page: Page, frameSelector: string, label: string): Promise<void> {
  const frame = page.locator(frameSelector);
  const radio = frame.contentFrame().getByRole('radio', { name: label, exact: true });
  await expect(radio).toBeEnabled();
  const inside = await radio.evaluate((input) => {
    input.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = input.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  // A slide that is moving in isn't where it will be clicked.
  const moving = () =>
    frame.evaluate((element) => {
      const around = document.getAnimations().map(({ effect }) => (effect as KeyframeEffect | null)?.target);
      return around.filter((target) => target?.contains(element)).length;
    });
  await expect.poll(moving).toBe(0);
  const { left, top, scale } = await frame.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left, top: box.top, scale: box.width / element.clientWidth };
  });
  await page.mouse.click(left + inside.x * scale, top + inside.y * scale);
  await expect(radio).toBeChecked();
}
