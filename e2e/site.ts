/**
 * What every test of the site insists on, whatever else it looks at: nothing breaks the Content-Security-Policy, nothing is asked
 * of another host, nothing is missing, and nothing complains on the console. A test that provokes a fault declares it with
 * `expectFault`, and fails too when that fault does not come.
 */
import { type BrowserContext, test as base, expect } from '@playwright/test';

export type { BrowserContext, JSHandle, Locator, Page } from '@playwright/test';
export { expect };

/** Something that may not happen on the site, told in one line: `console: …`, `csp: …`, `host: …`, `status 404: …`, `error: …`. */
type Fault = string;

export interface Watch {
  readonly faults: Fault[];
  /** Lets faults pass whose line matches, and demands that at least one comes. */
  expectFault(pattern: RegExp): void;
  /** Lets another host be asked: one that the test itself serves. */
  admit(origin: string): void;
}

/** Marks a report of the policy on the console, the one way out of a page that works in workers and before any script of ours. */
const cspMark = 'content-security-policy:';

function reportPolicy(mark: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`${mark} ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
}

/**
 * Watches every page of a context from now on. A request to another host is heard of; that none gets out is the browser's work
 * (playwright.config.ts), because a route would hold up each request of every page, and take the cache away.
 *
 * @param origins the hosts that may be asked, a list that may grow
 * @returns the faults, a list that grows
 */
export async function watchFaults(context: BrowserContext, origins: readonly string[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  await context.addInitScript(reportPolicy, cspMark);
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !origins.includes(origin)) faults.push(`host: ${request.url()}`);
  });
  context.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(cspMark)) faults.push(`csp:${text.slice(cspMark.length)}`);
    else if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${text}`);
  });
  context.on('weberror', (error) => faults.push(`error: ${error.error().stack ?? error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  return faults;
}

interface Fixtures {
  watch: Watch;
}

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const expected: { pattern: RegExp; came: boolean }[] = [];
      const origins = [new URL(baseURL ?? '').origin];
      const faults = await watchFaults(context, origins);
      await use({
        faults,
        expectFault: (pattern) => expected.push({ pattern, came: false }),
        admit: (origin) => origins.push(origin),
      });
      const unexpected = faults.filter((fault) => {
        const known = expected.filter(({ pattern }) => pattern.test(fault));
        for (const each of known) each.came = true;
        return known.length === 0;
      });
      expect(unexpected, 'faults that no test declared').toEqual([]);
      expect(
        expected.filter(({ came }) => !came).map(({ pattern }) => pattern.source),
        'faults that were declared and did not come',
      ).toEqual([]);
    },
    { auto: true },
  ],
});
