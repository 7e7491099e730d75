/** The code that an author pastes to have a figure, in its present state, on a slide or a page of their own. */
import type { FigureName } from './model';

export interface Embedded {
  readonly figure: FigureName;
  readonly scenario: string;
  /** What the figure shows, for those who don't see the still. */
  readonly title: string;
  /** `#1.…`, or nothing for the scenario's first state. */
  readonly fragment: string;
}

/** Absolute addresses, so that the code works anywhere. */
export interface EmbedAddresses {
  readonly script: string;
  readonly lab: string;
  readonly still: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The element with its still and its short link inside, for print, for no script and for failure; and the script that defines it.
 *
 * @example embedCode({ figure: 'wheel-decoder', scenario: 'ujson', title: 'Which file?', fragment: '' }, addresses)
 * // '<script src="…/embed.js" async></script>\n<shipshape-figure figure="wheel-decoder" scenario="ujson">…'
 */
export function embedCode(
  { figure, scenario, title, fragment }: Embedded,
  { script, lab, still }: EmbedAddresses,
): string {
  const state = fragment === '' ? '' : ` state="${escaped(fragment)}"`;
  return [
    `<script src="${escaped(script)}" async></script>`,
    `<shipshape-figure figure="${figure}" scenario="${escaped(scenario)}"${state}>`,
    `  <a href="${escaped(lab)}"><img src="${escaped(still)}" alt="${escaped(title)}"></a>`,
    '</shipshape-figure>',
  ].join('\n');
}
