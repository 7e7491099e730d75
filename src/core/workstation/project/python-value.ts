// What a name stands for while a program is followed without being run: as much as it takes to find modules, names and files, and
// `unknown` for everything else.
import type { Path } from '../lookup/path';
import type { Expression } from './python-expression';
import type { FunctionDefinition } from './python-statement';

export type Value =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'constant'; readonly value: boolean | number | null }
  | { readonly kind: 'tuple'; readonly items: readonly Value[] }
  | { readonly kind: 'module'; readonly module: LoadedModule }
  /** Something of the standard library or of another project: `pathlib.Path`. */
  | { readonly kind: 'library'; readonly name: string }
  | {
      readonly kind: 'function';
      readonly definition: FunctionDefinition;
      readonly scope: Scope;
      /** `class`: a classmethod; `none`: a staticmethod, or no method at all. */
      readonly binds: 'instance' | 'class' | 'none';
      /** Taken from an instance or a class that becomes its first argument. */
      readonly isBound: boolean;
    }
  | { readonly kind: 'class'; readonly name: string; readonly scope: Scope }
  | { readonly kind: 'instance'; readonly of: Value & { readonly kind: 'class' } }
  /** A path object, absolute or counted from the folder in which the program was started. */
  | { readonly kind: 'path'; readonly path: string }
  /** A method of a value that is followed: `read_text` of a path. */
  | { readonly kind: 'method'; readonly of: Value; readonly name: string };

export const UNKNOWN: Value = { kind: 'unknown' };

/** A module that is loaded, or is being loaded. */
export interface LoadedModule {
  readonly name: string;
  /** `project`: its text is read. The others are taken as they are. */
  readonly kind: 'project' | 'library' | 'namespace';
  /** `undefined` of a namespace package, and of modules inside the interpreter. */
  readonly file: Path | undefined;
  /** `__path__` of a package. */
  readonly folders: readonly Path[];
  /** What relative imports count from; `undefined` of a program that was started by its path. */
  readonly package: string | undefined;
  readonly scope: Scope;
  isReady: boolean;
}

/** Names and what they stand for: of a module, a class, or a call of a function. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'call';
  readonly names: Map<string, Value>;
  readonly outer: Scope | undefined;
  readonly module: string;
  /** What stands before a name that is defined in it: `App.`, `main.<locals>.`. */
  readonly prefix: string;
  readonly file: Path | undefined;
  readonly package: string | undefined;
  /** There may be more names than are known, by a line that isn’t understood or a star import. */
  isOpen: boolean;
}

/**
 * Whether a value counts as true; `undefined` if that can’t be told.
 * @example truthOf({ kind: 'text', text: '' }) // → false
 */
export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return Boolean(value.value);
    case 'text':
      return value.text !== '';
    case 'tuple':
      return value.items.length > 0;
    case 'module':
    case 'function':
    case 'class':
    case 'path':
    case 'method':
      return true;
    case 'unknown':
    case 'library':
    case 'instance':
      return undefined;
  }
}

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
