// A version of Python's as Semantic Versioning would spell it, which is what npm and Cargo read: three numbers, and behind a hyphen a
// pre-release. What has no like there says so (Semantic Versioning 2.0.0, sections 2 and 9 to 11).
import type { Version } from '@/core/python';
import { type SemVer, tripleOf } from '@/core/resolution';

/** Why Semantic Versioning has no number for a version. */
export type UnspeakableReason = 'epoch' | 'four-numbers' | 'post' | 'dev' | 'local';

export type SemVerSpelling = { readonly semver: SemVer } | { readonly reason: UnspeakableReason };

/** The words that npm and Cargo commonly use for what Python writes as a letter. */
const LETTERS = { a: 'alpha', b: 'beta', rc: 'rc' } as const;

/**
 * The version in three numbers, or why it has none.
 *
 * @example semVerSpelling(readVersion('2.0rc1')) // → { semver: { numbers: [2, 0, 0], pre: ['rc', 1], build: '' } }
 */
export function semVerSpelling(version: Version): SemVerSpelling {
  const { pre } = version;
  const numbers = tripleOf({ ...version, pre: undefined });
  if (numbers === undefined) return { reason: reasonOf(version) };
  return { semver: { numbers, pre: pre === undefined ? [] : [LETTERS[pre.letter], pre.number], build: '' } };
}

function reasonOf({ epoch, post, dev, local }: Version): UnspeakableReason {
  if (epoch !== 0) return 'epoch';
  if (post !== undefined) return 'post';
  if (dev !== undefined) return 'dev';
  return local.length > 0 ? 'local' : 'four-numbers';
}

/**
 * Why a version can't be said, in a sentence about that version, as it is written.
 *
 * @example describeUnspeakable('post', '1.0.post1') // → 'Semantic Versioning has no post releases, so 1.0.post1 has no like there.'
 */
export function describeUnspeakable(reason: UnspeakableReason, written: string): string {
  switch (reason) {
    case 'epoch':
      return `Semantic Versioning has no epochs, so ${written} has no like there.`;
    case 'four-numbers':
      return `Semantic Versioning has three numbers, so ${written} has no like there.`;
    case 'post':
      return `Semantic Versioning has no post releases, so ${written} has no like there.`;
    case 'dev':
      return `Python puts dev releases before the alphas, Semantic Versioning sorts words by the alphabet: ${written} has no like there.`;
    case 'local':
      return `Semantic Versioning doesn’t compare what follows “+”, so ${written} has no like of its own there.`;
  }
}
