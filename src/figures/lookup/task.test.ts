import { describe, expect, it } from 'vitest';
import { taskWords } from './task';

describe('a scenario’s task', () => {
  it.each([
    ['Type `ls`.', ['Type ', { code: 'ls' }, '.']],
    ['`ls`', [{ code: 'ls' }]],
    ['Nothing of code.', ['Nothing of code.']],
  ])('%s', (line, words) => {
    expect(taskWords(line)).toEqual(words);
  });
});
