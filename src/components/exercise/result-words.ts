/** How an exercise went so far, in words: on its page and on the cards that lead to it. */
import type { ExerciseRecord } from '@/core/exercise';

export function describeResult(record: ExerciseRecord | undefined): string {
  switch (record?.solved) {
    case 'alone':
      return 'Solved alone';
    case 'hints':
      return 'Solved with hints';
    case 'shown':
      return 'Solution seen';
    case 'no':
      return 'Begun';
    case undefined:
      return 'Not tried yet';
  }
}
