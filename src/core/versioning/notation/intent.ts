// One intent in three notations, as each ecosystem commonly writes it: Python's version specifiers, npm's ranges, Cargo's requirements.
import { type Numeral, nextNumeral, type Version } from '@/core/python';
import { tripleOf } from '@/core/resolution';

export const INTENTS = ['compatible', 'patches', 'exactly', 'at-least'] as const;
/** All that Semantic Versioning calls compatible with a version; its patches only; it alone; it and all that is newer. */
export type Intent = (typeof INTENTS)[number];

export interface IntentTexts {
  readonly python: string;
  readonly npm: string;
  readonly cargo: string;
}

/**
 * What to write for an intent about a version; undefined for one that isn't three plain numbers.
 *
 * @example intentTexts('compatible', readVersion('0.2.3')) // → { python: '>=0.2.3,<0.3', npm: '^0.2.3', cargo: '0.2.3' }
 */
export function intentTexts(intent: Intent, version: Version): IntentTexts | undefined {
  const triple = tripleOf(version);
  if (triple === undefined) return undefined;
  const [major, minor, patch] = triple;
  const full = triple.join('.');
  const written = version.release.slice(0, 3).join('.');
  switch (intent) {
    case 'compatible':
      return { python: `>=${written},<${nextIncompatible(major, minor, patch)}`, npm: `^${full}`, cargo: full };
    case 'patches':
      return { python: `~=${full}`, npm: `~${full}`, cargo: `~${full}` };
    case 'exactly':
      return { python: `==${written}`, npm: full, cargo: `=${full}` };
    case 'at-least':
      return { python: `>=${written}`, npm: `>=${full}`, cargo: `>=${full}` };
  }
}

/** The first version that a caret leaves out: its first number that isn't zero goes up. */
function nextIncompatible(major: Numeral, minor: Numeral, patch: Numeral): string {
  if (major !== 0) return `${nextNumeral(major)}`;
  return minor !== 0 ? `0.${nextNumeral(minor)}` : `0.0.${nextNumeral(patch)}`;
}
