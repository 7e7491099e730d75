/**
 * A sentence with code in it, as a view-model holds it: nobody has to take a string apart to set its code in the mono.
 */
import { Fragment, type ReactNode } from 'react';

export type Words = readonly (string | { readonly code: string })[];

/** Draws a sentence: `['bash takes ', { code: '/usr/bin/ls' }, '.']`. */
export function Sentence({ words }: { readonly words: Words }): ReactNode {
  return words.map((part, index) => {
    const key = `${index}`;
    return typeof part === 'string' ? <Fragment key={key}>{part}</Fragment> : <code key={key}>{part.code}</code>;
  });
}
