/** What axe finds on a page, under the rules of WCAG 2.2 AA and good practice. */
import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { Page } from './site';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the rules say of colours: all that the other theme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const ofColours: axe.RunOnly = { type: 'rule', values: colourRules };

/** An audit in the page itself. The script of axe is brought once a page, which takes longer than many an audit. */
async function audit(
  page: Page,
  part: string | undefined,
  runOnly: axe.RunOnly,
  without: readonly string[] = [],
): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, only, off]) => {
      // Violations only: the rest is three times as much to tell.
      const { violations } = await window.axe.run(selector ?? document, {
        runOnly: only,
        rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
        iframes: false,
      });
      return violations;
    },
    [part, runOnly, without] as const,
  );
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const told = (violations: readonly axe.Result[]): readonly string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`),
  );

/**
 * A line for every element that breaks a rule; nothing is as it should be.
 *
 * @param part a selector of what to look at; all of the page without it. What stands in frames of other hosts isn't looked at
 */
export async function axeFindings(page: Page, part?: string): Promise<readonly string[]> {
  const runOnly: axe.RunOnly = { type: 'tag', values: tags };
  const here = new URL(page.url()).origin;
  const hasFrames = page.frames().some((frame) => frame !== page.mainFrame() && new URL(frame.url()).origin === here);
  if (!hasFrames) return told(await audit(page, part, runOnly));
  const builder = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode(true);
  return told((await (part === undefined ? builder : builder.include(part)).analyze()).violations);
}

/** What axe finds in the light theme, and then of colours in the dark one: nothing else differs between them. */
export async function axeInBothThemes(page: Page, part?: string): Promise<readonly string[]> {
  // Without motion: halfway from one theme to the other a colour fits neither.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await axeFindings(page, part);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = told(await audit(page, part, ofColours));
  return [...light.map((one) => `light: ${one}`), ...dark.map((one) => `dark: ${one}`)];
}

/** What axe finds in a layout of a page whose colours were looked at in another one: on a smaller screen they are the same. */
export async function axeOfLayout(page: Page): Promise<readonly string[]> {
  return told(await audit(page, undefined, { type: 'tag', values: tags }, colourRules));
}
