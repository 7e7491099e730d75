// The flags of an instruction: buildkit instructions/bflag.go.
import { cut } from './characters';
import type { Piece } from './instruction-words';
import { withSuggestion } from './suggest';

/** A `switch` is on or off (`--link`, `--link=false`), a `value` is given once, `values` as often as wanted. */
export type FlagKind = 'switch' | 'value' | 'values';

/** What the flags of an instruction say; a name that isn’t there wasn’t given. */
export type FlagValues = ReadonlyMap<string, readonly string[]>;

/** A flag that is refused, in the builder’s words. */
export interface RefusedFlag {
  readonly problem: string;
  readonly code: string;
  readonly at: Piece;
}

/** Reads flags against those that the instruction knows. */
export function readFlags(
  written: readonly Piece[],
  known: Readonly<Record<string, FlagKind>>,
): FlagValues | RefusedFlag {
  const values = new Map<string, string[]>();
  for (const at of written) {
    if (at.text === '--') break;
    const refuse = (code: string, problem: string): RefusedFlag => ({ code, problem, at });
    if (!at.text.startsWith('--')) return refuse('flag', `arg should start with -- : ${at.text}`);
    const [dashed, value] = cut(at.text, '=');
    const name = dashed.slice(2);
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === undefined) {
      return refuse('unknown-flag', withSuggestion(`unknown flag: ${dashed}`, name, Object.keys(known)));
    }
    const given = values.get(name) ?? [];
    if (given.length > 0 && kind !== 'values') return refuse('duplicate-flag', `duplicate flag specified: ${dashed}`);
    if (value === undefined ? kind !== 'switch' : kind === 'switch' && value === '') {
      return refuse('flag-value', `missing a value on flag: ${dashed}`);
    }
    const read = kind === 'switch' ? readSwitch(value) : value;
    if (read === undefined) {
      return refuse('flag-value', `expecting boolean value for flag ${dashed}, not: ${value}`);
    }
    given.push(read);
    values.set(name, given);
  }
  return values;
}

function readSwitch(value: string | undefined): 'true' | 'false' | undefined {
  const lower = (value ?? 'true').toLowerCase();
  return lower === 'true' || lower === 'false' ? lower : undefined;
}

/** The value of a flag that is given once at most; empty if it isn’t. */
export function flagValue(values: FlagValues, name: string): string {
  return values.get(name)?.[0] ?? '';
}

/** Whether a switch is on; undefined where it isn’t given. */
export function flagSwitch(values: FlagValues, name: string): boolean | undefined {
  const value = values.get(name)?.[0];
  return value === undefined ? undefined : value === 'true';
}
