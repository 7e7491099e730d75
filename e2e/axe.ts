/** What axe finds on a page, under the rules of WCAG 2.2 AA and good practice. */
import { AxeBuilder } from '@axe-core/playwright';
import axe from 'axe-core';
import type { JSHandle, Page } from './site';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What the rules say of colours: all that the other theme can change. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const ofColours: axe.RunOnly = { type: 'rule', values: colourRules };

/** What of a page is looked at: by a selector, or elements with all that is in them. Without it, all of the page. */
export type Part = string | JSHandle<readonly Element[]>;

interface Rules {
  readonly runOnly: axe.RunOnly;
  /** Rules that aren't asked all the same. */
  readonly off?: readonly string[];
  /** A selector of what isn't looked at. */
  readonly without?: string | undefined;
}

/** An audit in the page itself. The script of axe is brought once a page, which takes longer than many an audit. */
async function audit(page: Page, part: Part | undefined, { runOnly, off = [], without }: Rules): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([asked, only, rules, exclude]) => {
      const elements = typeof asked === 'string' ? [...document.querySelectorAll(asked)] : asked;
      // What has left the page has nothing wrong any more.
      const include = elements?.filter((element) => element.isConnected) ?? [document.documentElement];
      if (include.length === 0) return [];
      // Violations only: the rest is three times as much to tell.
      const { violations } = await window.axe.run(
        { include, exclude: exclude.flatMap((selector) => [...document.querySelectorAll(selector)]) },
        {
          runOnly: only,
          rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'],
          iframes: false,
        },
      );
      return violations;
    },
    [part, runOnly, off, without === undefined ? [] : [without]] as const,
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
 * What stands in frames of other hosts isn't looked at.
 */
export async function axeFindings(page: Page, part?: Part): Promise<readonly string[]> {
  const runOnly: axe.RunOnly = { type: 'tag', values: tags };
  const here = new URL(page.url()).origin;
  const hasFrames = page.frames().some((frame) => frame !== page.mainFrame() && new URL(frame.url()).origin === here);
  if (!hasFrames || (part !== undefined && typeof part !== 'string')) return told(await audit(page, part, { runOnly }));
  const builder = new AxeBuilder({ page }).options({ runOnly, resultTypes: ['violations'] }).setLegacyMode(true);
  return told((await (part === undefined ? builder : builder.include(part)).analyze()).violations);
}

/**
 * What axe finds in the light theme, and then of colours in the dark one: nothing else differs between them.
 *
 * @param without a selector of what has its dark colours looked at elsewhere
 */
export async function axeInBothThemes(page: Page, part?: Part, without?: string): Promise<readonly string[]> {
  // Without motion: halfway from one theme to the other a colour fits neither.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await axeFindings(page, part);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = told(await audit(page, part, { runOnly: ofColours, without }));
  return [...light.map((one) => `light: ${one}`), ...dark.map((one) => `dark: ${one}`)];
}

/**
 * What axe finds in a layout of a page whose colours were looked at in another one: on a smaller screen they are the same. Without its
 * figures: figure-states.spec.ts looks at them in their smallest layout.
 */
export async function axeOfLayout(page: Page): Promise<readonly string[]> {
  const runOnly: axe.RunOnly = { type: 'tag', values: tags };
  return told(await audit(page, undefined, { runOnly, off: colourRules, without: 'section.figure' }));
}
