/**
 * Comparing what was typed with what an author accepts. The author declares what doesn't matter; what a phone's keyboard does
 * by itself (curly quotes, long dashes, a space at the end) never does.
 */
import { normaliseVersion } from './version-spelling';

/** `space`: runs of white space count as one; `version-spelling`: `v1.0-RC1` is `1.0rc1`. */
export type Ignoring = 'case' | 'space' | 'version-spelling';

const undoTyping = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '--')
    .replace(/\u00a0/g, ' ')
    .trim();

/**
 * Takes a text and what doesn't matter, returns the one spelling that all equal texts share.
 *
 * @example normaliseText(' Python  -m venv ', ['case', 'space']) // 'python -m venv'
 */
export function normaliseText(text: string, ignoring: readonly Ignoring[]): string {
  let normal = undoTyping(text);
  if (ignoring.includes('space')) normal = normal.replace(/\s+/g, ' ');
  if (ignoring.includes('version-spelling')) normal = normaliseVersion(normal) ?? normal;
  if (ignoring.includes('case')) normal = normal.toLowerCase();
  return normal;
}
