import { describe, expect, it } from 'vitest';
import { shiftProblems } from './stillness.mjs';

describe('a page that loads', () => {
  const page = { path: '/lectures/a/', screen: 'phone', moved: ['p.lead, from 300 to 340'] };

  it('may move by a hundredth', () => {
    expect(shiftProblems([{ ...page, shift: 0.01 }])).toEqual([]);
  });

  it('is told where it moves by more, or where nothing was measured', () => {
    expect(shiftProblems([{ ...page, shift: 0.017 }])).toEqual([
      '/lectures/a/ on a phone moves by 0.017 while it loads, and 0.01 is allowed: p.lead, from 300 to 340.',
    ]);
    expect(shiftProblems([{ ...page, shift: Number.NaN }])).toHaveLength(1);
  });
});
