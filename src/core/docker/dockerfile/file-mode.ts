// --chmod: four octal digits at most, or symbols as for chmod(1). buildkit dockerfile2llb/convert_copy.go, tonistiigi/dchapes-mode.
import type { Refused } from './shell-pattern';

export type FileMode =
  | { readonly kind: 'octal'; readonly mode: number }
  /** `u+x,go-w`: what changes depends on each file’s mode. */
  | { readonly kind: 'symbolic'; readonly text: string };

const MOST = 0o7777;
/** A number of 32 bits, in base 8. */
const NUMBER = /^0*[0-7]{0,11}$/;
const CLAUSE = /^[augo]*(?:[-+=](?:[rwxXst]|[ugo])*)+$/;

/** Reads the value of `--chmod`. */
export function readFileMode(written: string): FileMode | Refused {
  const notOctal = {
    problem: `invalid chmod parameter: '${written}'. it should be octal string and between 0 and 07777`,
  };
  if (NUMBER.test(written)) {
    const mode = Number.parseInt(written, 8);
    if (mode < 2 ** 32) return mode > MOST ? notOctal : { kind: 'octal', mode };
  }
  if (/^\d/.test(written)) return notOctal;
  if (written.split(',').every((clause) => CLAUSE.test(clause))) return { kind: 'symbolic', text: written };
  return { problem: 'invalid syntax' };
}
