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

/** Further attributes of the element, by their names; docs/embedding.md lists them. */
export type ElementOptions = Readonly<Record<string, string>>;

/**
 * The element with its still and its short link inside, for print, for no script and for failure.
 *
 * @example elementCode({ figure: 'wheel-decoder', scenario: 'ujson', title: 'Which file?', fragment: '' }, addresses, { host: 'reveal' })
 * // '<shipshape-figure figure="wheel-decoder" scenario="ujson" host="reveal">…'
 */
export function elementCode(
  { figure, scenario, title, fragment }: Embedded,
  { lab, still }: Omit<EmbedAddresses, 'script'>,
  options: ElementOptions = {},
): string {
  const attributes = { figure, scenario, ...(fragment === '' ? {} : { state: fragment }), ...options };
  const written = Object.entries(attributes).map(([name, value]) =>
    value === '' ? name : `${name}="${escaped(value)}"`,
  );
  return [
    `<shipshape-figure ${written.join(' ')}>`,
    `  <a href="${escaped(lab)}"><img src="${escaped(still)}" alt="${escaped(title)}"></a>`,
    '</shipshape-figure>',
  ].join('\n');
}

/** The tag that loads embed.js; once a page is enough. */
export const scriptCode = (script: string): string => `<script src="${escaped(script)}" async></script>`;

/** Both, to paste at once. */
export const embedCode = (embedded: Embedded, addresses: EmbedAddresses): string =>
  `${scriptCode(addresses.script)}\n${elementCode(embedded, addresses)}`;

/** A plain frame, for pages that run no script of ours. */
export function frameCode(address: string, title: string, height: number, colourScheme: string): string {
  return [
    `<iframe src="${escaped(address)}"`,
    `  title="${escaped(title)}" width="100%" height="${height}" loading="lazy"`,
    `  allow="clipboard-write; fullscreen" style="border: 0; color-scheme: ${colourScheme}"></iframe>`,
  ].join('\n');
}
