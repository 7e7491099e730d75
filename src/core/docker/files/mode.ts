// `--chmod`: an octal number up to 07777, or chmod(1)’s letters (`u=rwX,go=rX`), which change the mode that a file has.

/** What `--chmod` asks for. */
export type ModeChange =
  | { readonly kind: 'octal'; readonly mode: number }
  | { readonly kind: 'symbolic'; readonly text: string; readonly clauses: readonly Clause[] };

interface Clause {
  /** The bits of user, group and others that the clause speaks of. */
  readonly who: number;
  readonly actions: readonly { readonly sign: '+' | '-' | '='; readonly letters: string }[];
}

/** Reads the value of `--chmod`; the builder’s sentence where it is none. */
export function parseMode(text: string): ModeChange | { readonly kind: 'problem'; readonly message: string } {
  const wrong = `invalid chmod parameter: '${text}'. it should be octal string and between 0 and 07777`;
  if (/^[0-7]+$/.test(text)) {
    const mode = Number.parseInt(text, 8);
    return mode <= 0o7777 ? { kind: 'octal', mode } : { kind: 'problem', message: wrong };
  }
  if (/^\d/.test(text)) return { kind: 'problem', message: wrong };
  const clauses: Clause[] = [];
  for (const part of text.split(',')) {
    const [, who = '', rest = ''] = /^([ugoa]*)((?:[+\-=](?:[rwxXst]*|[ugo]))+)$/.exec(part) ?? [];
    if (rest === '') return { kind: 'problem', message: `invalid mode: ${text}` };
    const actions = [...rest.matchAll(/([+\-=])([rwxXst]*|[ugo])(?=[+\-=]|$)/g)].map(([, sign, letters]) => ({
      sign: sign as '+' | '-' | '=',
      letters: letters ?? '',
    }));
    clauses.push({ who: whoOf(who), actions });
  }
  return { kind: 'symbolic', text, clauses };
}

/** The mode after the change. @example changedMode(parsed('u+x'), 0o644, false) // → 0o744 */
export function changedMode(change: ModeChange, mode: number, isDirectory: boolean): number {
  if (change.kind === 'octal') return change.mode;
  let now = mode;
  for (const { who, actions } of change.clauses) {
    for (const { sign, letters } of actions) {
      const bits = bitsOf(letters, now, isDirectory, who);
      if (sign === '+') now |= bits;
      else if (sign === '-') now &= ~bits;
      else now = (now & ~(who | (letters === '' ? 0 : specialOf(who)))) | bits;
    }
  }
  return now;
}

function whoOf(letters: string): number {
  if (letters === '' || letters.includes('a')) return 0o777;
  return (
    (letters.includes('u') ? 0o700 : 0) | (letters.includes('g') ? 0o070 : 0) | (letters.includes('o') ? 0o007 : 0)
  );
}

const specialOf = (who: number): number => (who & 0o700 ? 0o4000 : 0) | (who & 0o070 ? 0o2000 : 0);

function bitsOf(letters: string, mode: number, isDirectory: boolean, who: number): number {
  let each = 0;
  if (letters === 'u') each = (mode >> 6) & 7;
  else if (letters === 'g') each = (mode >> 3) & 7;
  else if (letters === 'o') each = mode & 7;
  else {
    if (letters.includes('r')) each |= 4;
    if (letters.includes('w')) each |= 2;
    if (letters.includes('x') || (letters.includes('X') && (isDirectory || (mode & 0o111) !== 0))) each |= 1;
  }
  const special = (letters.includes('s') ? specialOf(who) : 0) | (letters.includes('t') ? 0o1000 : 0);
  return ((each * 0o111) & who) | special;
}
