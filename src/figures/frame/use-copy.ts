/** Copying text, and saying for a moment that it was done, or how to do it by hand. */
import { useEffect, useState } from 'react';

/** How long a button says what it did, in milliseconds. */
const told = 2000;

export interface Copying {
  /** Of the last press, for a moment. */
  readonly outcome: 'none' | 'copied' | 'refused';
  /** The text that couldn't be copied, to be marked by hand. */
  readonly left: string | undefined;
  readonly copy: (text: string | Promise<string>) => Promise<void>;
}

export function useCopy(): Copying {
  const [outcome, setOutcome] = useState<Copying['outcome']>('none');
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome('none'), told);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (given: string | Promise<string>) => {
    const text = await given;
    try {
      await navigator.clipboard.writeText(text);
      setLeft(undefined);
      setOutcome('copied');
    } catch {
      // No clipboard here (plain http, a frame without permission): the text is shown, so that it can be marked.
      setLeft(text);
      setOutcome('refused');
    }
  };
  return { outcome, left, copy };
}
