// Why a file is passed over, in a word or two, for its crate or the end of its line. The sentence is describe.ts's.
import { mismatchWord } from '@/core/python';
import type { PassOverReason } from './step';

/**
 * The reasons, short: one, or for tags one for each part that doesn't fit. The first is the one that matters most.
 *
 * @example reasonWords({ kind: 'sdist-while-wheel-fits', wheel: 'a-1-py3-none-any.whl' }) // ['in reserve']
 */
export function reasonWords(reason: PassOverReason): readonly [string, ...string[]] {
  if (reason.kind !== 'tags') return [otherWord(reason)];
  const [first = 'does not fit', ...more] = reason.mismatches.map(mismatchWord);
  return [first, ...more];
}

function otherWord(reason: Exclude<PassOverReason, { kind: 'tags' }>): string {
  switch (reason.kind) {
    case 'specifier':
      return 'not asked for';
    case 'requires-python':
      return `Python ${reason.requires}`;
    case 'pre-release':
      return 'pre-release';
    case 'yanked':
      return 'yanked';
    case 'sdist-while-wheel-fits':
      return 'in reserve';
    case 'better-wheel':
      return 'also fits';
    case 'wheels-only':
      return 'source';
  }
}
