import { expect, test, watchFaults } from './site';

/** The watch itself must be able to fail: each fault is provoked once. */
test.describe('the watch over every test', () => {
  test('hears of a script that the policy refuses', async ({ page, watch }) => {
    watch.expectFault(/^csp: script-src-elem inline/);
    watch.expectFault(/^console: .*Content Security Policy/);
    await page.goto('./privacy/');
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.broken = true' }));
    });
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  });

  test('hears of a request to another host, and lets none out', async ({ page, watch }) => {
    watch.expectFault(/^host: https:\/\/example\.org\/pixel\.gif$/);
    watch.expectFault(/^console: Failed to load resource/);
    await page.goto('about:blank');
    const refused = page.waitForEvent('requestfailed');
    await page.setContent('<img src="https://example.org/pixel.gif" alt="">');
    expect((await refused).url()).toBe('https://example.org/pixel.gif');
    expect((await refused).failure()?.errorText).toBe('net::ERR_NAME_NOT_RESOLVED');
  });

  test('hears of a missing file, an error on the page and a complaint on the console', async ({ page, watch }) => {
    watch.expectFault(/^status 404: .*\/nothing-here\.js$/);
    watch.expectFault(/^console: Failed to load resource/);
    watch.expectFault(/^error: Error: thrown in a page/);
    watch.expectFault(/^console: a complaint$/);
    await page.goto('./privacy/');
    const thrown = page.waitForEvent('pageerror');
    await page.evaluate(async () => {
      await fetch('../nothing-here.js');
      console.error('a complaint');
      setTimeout(() => {
        throw new Error('thrown in a page');
      });
    });
    await thrown;
  });

  test('lists nothing for a page without fault', async ({ browser, baseURL }) => {
    const context = await browser.newContext();
    const faults = await watchFaults(context, [new URL(baseURL ?? '').origin]);
    const page = await context.newPage();
    await page.goto(new URL('./privacy/', baseURL).href, { waitUntil: 'networkidle' });
    expect(faults).toEqual([]);
    await context.close();
  });
});
