/** How much is said aloud for one action: at most twenty words. */
export const mostSaid = 20;

/** Words as one hears them: a path or a file name is one. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
