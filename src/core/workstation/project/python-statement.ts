// Statements of Python as a tree. Follows the language reference of Python 3.13, “Simple statements” and “Compound statements”.
import type { Expression } from './python-expression';

export interface ImportedName {
  readonly name: string;
  readonly as: string;
}

export interface Parameter {
  readonly name: string;
  /** `more`: `*args`; `more-named`: `**options`. */
  readonly kind: 'positional' | 'named' | 'more' | 'more-named';
  readonly hasDefault: boolean;
  /** Before `/`: it can’t be given by its name. */
  readonly isPlaceOnly: boolean;
}

/** Whose names a function’s are. Those that are in none of these are looked for around it. */
export interface FunctionNames {
  /** Parameters, and what the body binds. */
  readonly local: ReadonlySet<string>;
  /** By `global`. */
  readonly global: ReadonlySet<string>;
  /** By `nonlocal`. */
  readonly nonlocal: ReadonlySet<string>;
}

export interface FunctionDefinition {
  readonly line: number;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Expression[];
  /** They are evaluated where the function is defined, and not when it is called. */
  readonly defaults: readonly Expression[];
  /** So are they, unless the module asks for texts. */
  readonly annotations: readonly Expression[];
  /** `[T]`: names that annotations and the body see. */
  readonly typeParameters: readonly string[];
  readonly names: FunctionNames;
  /** A coroutine or a generator: calling it runs nothing yet. */
  readonly runsLater: 'coroutine' | 'generator' | 'async_generator' | undefined;
  readonly body: readonly Statement[];
}

export interface Handler {
  readonly line: number;
  readonly types: Expression | undefined;
  readonly as: string | undefined;
  readonly body: readonly Statement[];
}

export type Statement = { readonly line: number } & (
  | {
      readonly kind: 'import';
      readonly modules: readonly { readonly module: string; readonly as: string | undefined }[];
    }
  | {
      readonly kind: 'from-import';
      /** So many dots stand before the module. */
      readonly level: number;
      readonly module: string;
      readonly names: readonly ImportedName[] | 'all';
    }
  | { readonly kind: 'function'; readonly definition: FunctionDefinition }
  | {
      readonly kind: 'class';
      readonly name: string;
      readonly decorators: readonly Expression[];
      readonly bases: readonly Expression[];
      /** `metaclass=…`, or more bases than can be told. */
      readonly more: readonly Expression[];
      readonly typeParameters: readonly string[];
      readonly body: readonly Statement[];
    }
  | {
      readonly kind: 'assign';
      readonly targets: readonly Expression[];
      readonly value: Expression | undefined;
      readonly annotation: Expression | undefined;
      readonly isUpdate: boolean;
    }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly test: Expression; readonly body: readonly Statement[] }[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'loop';
      readonly target: Expression | undefined;
      readonly over: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handlers: readonly Handler[];
      readonly otherwise: readonly Statement[];
      readonly finally: readonly Statement[];
    }
  | {
      readonly kind: 'with';
      readonly items: readonly { readonly value: Expression; readonly target: Expression | undefined }[];
      readonly body: readonly Statement[];
    }
  | { readonly kind: 'return' | 'expression'; readonly value: Expression | undefined }
  | { readonly kind: 'raise'; readonly value: Expression | undefined }
  | { readonly kind: 'assert'; readonly test: Expression; readonly message: Expression | undefined }
  | { readonly kind: 'delete'; readonly targets: readonly Expression[] }
  | { readonly kind: 'global' | 'nonlocal'; readonly names: readonly string[] }
  | { readonly kind: 'leave-loop'; readonly word: 'break' | 'continue' }
  | { readonly kind: 'nothing' }
);
