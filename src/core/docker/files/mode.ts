// What `--chmod` makes of a file’s mode: an octal number replaces it, chmod(1)’s letters (`u=rwX,go-w`) change it clause by clause.
import type { FileMode } from '../dockerfile';

/** The mode after the change. @example changedMode({ kind: 'symbolic', text: 'u+x' }, 0o644, false) // → 0o744 */
export function changedMode(change: FileMode, mode: number, isDirectory: boolean): number {
  if (change.kind === 'octal') return change.mode;
  let now = mode;
  for (const clause of change.text.split(',')) {
    const [, letters = '', actions = ''] = /^([augo]*)(.*)$/.exec(clause) ?? [];
    const who = whoOf(letters);
    for (const [, sign, permissions = ''] of actions.matchAll(/([-+=])([^-+=]*)/g)) {
      const bits = bitsOf(permissions, now, isDirectory, who);
      if (sign === '+') now |= bits;
      else if (sign === '-') now &= ~bits;
      else now = (now & ~(who | specialOf(who))) | bits;
    }
  }
  return now;
}

/** The bits of user, group and others that a clause speaks of. */
function whoOf(letters: string): number {
  if (letters === '' || letters.includes('a')) return 0o777;
  return (
    (letters.includes('u') ? 0o700 : 0) | (letters.includes('g') ? 0o070 : 0) | (letters.includes('o') ? 0o007 : 0)
  );
}

const specialOf = (who: number): number => (who & 0o700 ? 0o4000 : 0) | (who & 0o070 ? 0o2000 : 0);

function bitsOf(letters: string, mode: number, isDirectory: boolean, who: number): number {
  let each = 0;
  if (letters.includes('u')) each |= (mode >> 6) & 7;
  if (letters.includes('g')) each |= (mode >> 3) & 7;
  if (letters.includes('o')) each |= mode & 7;
  if (letters.includes('r')) each |= 4;
  if (letters.includes('w')) each |= 2;
  if (letters.includes('x') || (letters.includes('X') && (isDirectory || (mode & 0o111) !== 0))) each |= 1;
  const special = (letters.includes('s') ? specialOf(who) : 0) | (letters.includes('t') ? 0o1000 : 0);
  return ((each * 0o111) & who) | special;
}
