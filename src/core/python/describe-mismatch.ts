// Why a wheel does not fit, in words.
import type { Mismatch } from './wheel-choice';

/**
 * One sentence on one mismatch (PEP 425, "Python Tag", "ABI Tag", "Platform Tag").
 *
 * @example describeMismatch({ kind: 'python', wants: ['cp311'], has: 'cp312' }) // → 'Built for the Python tag cp311; this Python is cp312.'
 */
export function describeMismatch(mismatch: Mismatch): string {
  const wants = mismatch.wants.join(', ');
  switch (mismatch.kind) {
    case 'python':
      return `Built for the Python tag ${wants}; this Python is ${mismatch.has}.`;
    case 'abi':
      return `Built for the ABI ${wants}; this Python loads ${mismatch.has.join(', ')}.`;
    case 'platform':
      return `Built for ${DIFFERS[mismatch.differs]}: ${wants}; this machine is ${mismatch.has}.`;
  }
}

const DIFFERS = {
  system: 'another system',
  libc: 'another C library',
  architecture: 'another architecture',
  version: 'a newer system than this',
} as const;
