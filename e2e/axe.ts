/** What axe finds on a page, under the rules of WCAG 2.2 AA and good practice. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from './site';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * A line for every element that breaks a rule; nothing is as it should be.
 *
 * @param part a selector of what to look at; all of the page without it. What stands in frames of other hosts isn't looked at
 */
export async function axeFindings(page: Page, part?: string): Promise<readonly string[]> {
  // Violations only, and in the page itself: an audit takes a third of the time, and a lecture has thousands of elements.
  const axe = new AxeBuilder({ page }).options({ runOnly: rules, resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`),
  );
}
