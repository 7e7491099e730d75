/**
 * Whose state is it that a figure tells: the reader's, or one that the page put there? What the page put is known by its text, as
 * the figure may tell its older state once more in between: it tells a state again whenever it has learned more about it.
 */

export type Owner = 'reader' | 'page';

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
 * @returns whose it is, whether it is what was awaited, and what is known from now on
 */
export function tellState({ awaited, last }: Told, key: string): { by: Owner; isAwaited: boolean; told: Told } {
  if (awaited !== undefined && (awaited.key ?? key) === key) {
    return { by: 'page', isAwaited: true, told: { awaited: undefined, last: { key, by: 'page' } } };
  }
  if (last?.key === key) return { by: last.by, isAwaited: false, told: { awaited, last } };
  return { by: 'reader', isAwaited: false, told: { awaited: undefined, last: { key, by: 'reader' } } };
}
