import { expect, it } from 'vitest';
import { plainMarkdown } from './plain-markdown';

it.each([
  ['Switch on **`-P`**, see [the glossary](/glossary/).', 'Switch on -P, see the glossary.'],
  ['`_own_name.py` *beside* it: 2 * 3', '_own_name.py beside it: 2 * 3'],
  ['  So.\n', 'So.'],
])('%j is said as %j', (text, plain) => {
  expect(plainMarkdown(text)).toBe(plain);
});
