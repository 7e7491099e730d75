// Expressions of Python as a tree, as far as a search for imports, names and files needs them. Follows the language reference of
// Python 3.13, “Expressions”; what has no bearing (formats, most operators) is kept as a list of parts.
import type { FunctionDefinition } from './python-statement';

/** `for target in over if …`, one of the clauses of a comprehension. */
export interface ComprehensionClause {
  readonly target: Expression;
  readonly over: Expression;
  readonly conditions: readonly Expression[];
}

export type Display = 'list' | 'set' | 'dict';

export type Expression = { readonly line: number } & (
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | {
      readonly kind: 'call';
      readonly of: Expression;
      readonly positional: readonly Expression[];
      readonly named: readonly { readonly name: string; readonly value: Expression }[];
      /** `*` or `**` stands before an argument: how many there are can’t be told. */
      readonly spreads: boolean;
    }
  | { readonly kind: 'item'; readonly of: Expression; readonly index: Expression }
  /** `from:to` in square brackets, without a step. */
  | { readonly kind: 'slice'; readonly from: Expression | undefined; readonly to: Expression | undefined }
  /** `value` is `undefined` with fields, of bytes, and with escapes that aren’t modelled. */
  | {
      readonly kind: 'string';
      readonly value: string | undefined;
      readonly isBytes: boolean;
      readonly fields: readonly Expression[];
    }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: 'walrus'; readonly name: string; readonly value: Expression }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  /** `[…]` or `{…}`; of a dictionary, keys and values in turn. `isWhole`: nothing is unpacked into it. */
  | {
      readonly kind: 'display';
      readonly type: Display;
      readonly items: readonly Expression[];
      readonly isWhole: boolean;
    }
  | {
      readonly kind: 'comprehension';
      /** A generator runs when something asks it for its items. */
      readonly type: Display | 'generator';
      readonly clauses: readonly ComprehensionClause[];
      readonly parts: readonly Expression[];
    }
  | { readonly kind: 'lambda'; readonly definition: FunctionDefinition }
  /** `*rest`, `**options`. */
  | { readonly kind: 'starred'; readonly of: Expression }
  /** An operator whose result is nothing that is looked for: its parts are evaluated in order. */
  | { readonly kind: 'parts'; readonly parts: readonly Expression[] }
  /** The pattern of a `case`: whether it fits can’t be told, and the names in it are bound. */
  | { readonly kind: 'pattern'; readonly names: readonly string[] }
);

/** Where reading stopped: this isn’t an expression that is understood. */
export const UNREAD = Symbol('unread');
export type Read = Expression | typeof UNREAD;

/**
 * A chain of names as it is written, such as `importlib.metadata.version`; `undefined` if it is more than that.
 * @example dottedName({ kind: 'name', line: 1, name: 'main' }) // → 'main'
 */
export function dottedName(expression: Expression): string | undefined {
  const parts: string[] = [];
  let here = expression;
  while (here.kind === 'attribute') {
    parts.unshift(here.name);
    here = here.of;
  }
  return here.kind === 'name' ? [here.name, ...parts].join('.') : undefined;
}
