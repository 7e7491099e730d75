/**
 * Operates every figure of a page and times what the browser does: how long each input takes until its answer is painted (Event
 * Timing), and how long the main thread is held (Long Tasks). Reported against the bars, not judged: times are the machine's.
 */

import { tags } from './built-site.mjs';

/** What is pressed in one figure at most. */
const mostInputs = 40;

/**
 * @typedef {object} FigureInputs
 * @property {string} id
 * @property {number} inputs how many controls were pressed
 * @property {number} middle milliseconds from an input to the painted answer
 * @property {number} slowest
 * @property {string} slowestAt the control that took them
 * @property {number} longest milliseconds that the main thread was held without a break; 0 when never over 50
 */

/** Keeps every long task and every slow event of a page, by its target. */
function watch() {
  /** @type {{ tasks: number[], events: { milliseconds: number, at: string }[] }} */
  const seen = { tasks: [], events: [] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.tasks.push(Math.round(task.duration));
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of /** @type {PerformanceEventTiming[]} */ (list.getEntries())) {
      if (!['click', 'keydown', 'change', 'input'].includes(entry.name)) continue;
      const target = entry.target instanceof Element ? entry.target : undefined;
      const named = target?.closest('label, button, summary, select') ?? target;
      seen.events.push({
        milliseconds: entry.duration,
        at: (named?.textContent ?? '').trim().slice(0, 40) || (named?.tagName.toLowerCase() ?? ''),
      });
    }
  }).observe(Object.assign({ type: 'event' }, { durationThreshold: 16 })); // TypeScript's DOM doesn't know it yet
}

/** What was seen since it was last taken. */
function takeSeen() {
  const { seen } = /** @type {{ seen: { tasks: number[], events: { milliseconds: number, at: string }[] } }} */ (
    /** @type {unknown} */ (window)
  );
  return { tasks: seen.tasks.splice(0), events: seen.events.splice(0) };
}

/**
 * The pages of a built site that a figure is operated on: lectures, labs with their first scenario, embeds.
 * @param {readonly import('./built-site.mjs').Page[]} pages @returns {string[]} their paths
 */
export const figurePages = (pages) =>
  pages
    .filter(({ path }) => /^\/(lectures|labs|embed\/v1)\/[^/]+\/$/.test(path))
    .filter(({ html }) =>
      tags(html).some(({ name, attributes }) => name === 'section' && /\bfigure\b/.test(attributes.get('class') ?? '')),
    )
    .map(({ path }) => path);

/**
 * The figures of a page, operated one by one.
 * @param {string} address @param {import('@playwright/test').Browser} browser
 * @param {{ slowdown?: number }} [options] how many times slower than this machine the processor is made
 * @returns {Promise<FigureInputs[]>}
 */
export async function figureInputs(address, browser, { slowdown = 1 } = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  /** @type {FigureInputs[]} */
  const found = [];
  for (const figure of await page.locator('section.figure').all()) {
    const id = (await figure.getAttribute('id')) ?? '';
    await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction((name) => document.getElementById(name)?.dataset['live'] === 'true', id);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.evaluate(takeSeen);
    let inputs = 0;
    const controls = figure.locator(
      '.figure-controls :is(input, button), .figure-stage button, .figure-actions button',
    );
    for (const control of (await controls.all()).slice(0, mostInputs)) {
      // An input before may have taken the control away.
      if (!(await control.isVisible()) || (await control.getAttribute('aria-disabled')) === 'true') continue;
      if (/full screen/i.test((await control.textContent()) ?? '')) continue;
      await control.click({ force: true, timeout: 5_000 }).catch(() => undefined);
      inputs += 1;
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(300);
    const { tasks, events } = await page.evaluate(takeSeen);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const slow = [...events].sort((a, b) => a.milliseconds - b.milliseconds);
    // What the browser doesn't tell was answered within 16 milliseconds.
    const all = [
      ...Array.from({ length: Math.max(0, inputs - slow.length) }, () => 16),
      ...slow.map((event) => event.milliseconds),
    ];
    found.push({
      id,
      inputs,
      middle: all[Math.floor(all.length / 2)] ?? 16,
      slowest: all.at(-1) ?? 16,
      slowestAt: slow.at(-1)?.at ?? '',
      longest: Math.max(0, ...tasks),
    });
  }
  await context.close();
  return found;
}
