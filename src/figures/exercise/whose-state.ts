/**
 * Whose state is it that a figure tells: the reader's, or one that the page put there? What the page put is known by its text, as
 * the figure may tell its older state once more in between: it tells a state again whenever it has learned more about it.
 */

export type Owner = 'reader' | 'page';

/** How a state came: as what was awaited, once more, or as another one. */
export type Coming = 'awaited' | 'again' | 'new';

export interface Told {
  /** The state that is to come by the page's own hand, if one is: a draft or a solution by its text, the start as whichever comes next. */
  readonly awaited: { readonly key?: string } | undefined;
  /** The state that was told last. */
  readonly last: { readonly key: string; readonly by: Owner } | undefined;
}

/** Before the figure has told anything: its first state is the page's. */
export const nothingTold: Told = { awaited: {}, last: undefined };

/** The page puts a state into the figure; without a text it is whichever comes next. */
export const awaiting = (told: Told, key?: string): Told => ({ ...told, awaited: key === undefined ? {} : { key } });

/**
 * A state is told.
 * @param key the state's text
 * @returns whose it is, how it came, and what is known from now on
 */
export function tellState({ awaited, last }: Told, key: string): { by: Owner; coming: Coming; told: Told } {
  if (awaited !== undefined && (awaited.key ?? key) === key) {
    return { by: 'page', coming: 'awaited', told: { awaited: undefined, last: { key, by: 'page' } } };
  }
  if (last?.key === key) return { by: last.by, coming: 'again', told: { awaited, last } };
  return { by: 'reader', coming: 'new', told: { awaited: undefined, last: { key, by: 'reader' } } };
}
