/**
 * Attributes of a part in MDX: texts and numbers. A text may hold a `>`.
 *
 * `readAttributes(' build={2} is="ran"')` is `{ build: 2, is: 'ran' }`.
 */
export const readAttributes = (written: string): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)=(?:"([^"]*)"|\{(\d+)\})/g)].map(({ 1: name = '', 2: text, 3: number }) => [
      name,
      text ?? Number(number),
    ]),
  );
