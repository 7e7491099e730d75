import { describe, expect, it } from 'vitest';
import { code, plainText, say, together } from './sentence';

describe('sentences with code in them', () => {
  it('keeps code apart from words', () => {
    expect(say`bash takes ${code('/usr/bin/ls')}.`).toEqual(['bash takes ', { code: '/usr/bin/ls' }, '.']);
  });

  it('takes words, numbers and other sentences into its holes', () => {
    expect(plainText(say`${2} of ${'them'}: ${say`no ${code('ls')}`}`)).toBe('2 of them: no ls');
  });

  it('puts a blank between sentences, and none for an empty one', () => {
    expect(plainText(together(say`One.`, [], say`Two.`))).toBe('One. Two.');
  });
});
