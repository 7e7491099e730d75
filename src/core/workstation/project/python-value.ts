// What a name stands for while a program is followed without being run: as much as it takes to find modules, names and files, and
// `unknown` for everything else.
import type { Path } from '../lookup/path';
import type { FunctionDefinition } from './python-statement';

export type FunctionValue = {
  readonly kind: 'function';
  readonly definition: FunctionDefinition;
  readonly scope: Scope;
  /** They were evaluated when the function was defined. */
  readonly defaults: ReadonlyMap<string, Value>;
  /** `class`: a classmethod; `none`: a staticmethod, or no method at all. */
  readonly binds: 'instance' | 'class' | 'none';
  /** The instance or the class that it was taken from, and that becomes its first argument. */
  readonly self: Value | undefined;
};

export type ClassValue = {
  readonly kind: 'class';
  readonly name: string;
  readonly scope: Scope;
  readonly bases: readonly Value[];
  /** A metaclass or a decorator may have added what isn’t known. */
  readonly isOpen: boolean;
};

export type InstanceValue = {
  readonly kind: 'instance';
  readonly of: ClassValue;
  readonly names: Map<string, Value>;
  readonly positional: readonly Value[];
  /** Of `super()`, the instance that methods are called with. */
  readonly standsFor?: InstanceValue;
};

export type Value =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'constant'; readonly value: boolean | number | null }
  | { readonly kind: 'tuple'; readonly items: readonly Value[] }
  | { readonly kind: 'module'; readonly module: LoadedModule }
  /** Something of the standard library or of another project: `pathlib.Path`. */
  | { readonly kind: 'library'; readonly name: string }
  | FunctionValue
  | ClassValue
  | InstanceValue
  /** An exception of Python’s own, made and perhaps not raised. */
  | { readonly kind: 'exception'; readonly type: string; readonly positional: readonly Value[] }
  | { readonly kind: 'property'; readonly of: FunctionValue }
  /** A path object, absolute or counted from the folder in which the program was started. */
  | { readonly kind: 'path'; readonly path: string }
  /** A method of a value that is followed: `read_text` of a path. */
  | { readonly kind: 'method'; readonly of: Value; readonly name: string }
  /** A value of one of Python’s types of which little more is known. */
  | { readonly kind: 'object'; readonly type: string; readonly shown?: string; readonly contents?: Contents };

/** What a list or a dictionary holds, in turn; `undefined` once something may have changed it. */
export interface Contents {
  items: readonly Value[] | undefined;
}

export const UNKNOWN: Value = { kind: 'unknown' };
export const NONE: Value = { kind: 'constant', value: null };

/** A module that is loaded, or is being loaded. */
export interface LoadedModule {
  readonly name: string;
  /** `project`: its text is read. The others are taken as they are. */
  readonly kind: 'project' | 'library' | 'namespace';
  /** `undefined` of a namespace package, and of modules inside the interpreter. */
  readonly file: Path | undefined;
  /** `__path__` of a package. */
  readonly folders: readonly Path[];
  /** What relative imports count from; empty in a program that was started by its path. */
  readonly package: string;
  readonly scope: Scope;
  isReady: boolean;
}

/** Names and what they stand for: of a module, a class, a call of a function, or a comprehension. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'call' | 'comprehension';
  readonly names: Map<string, Value>;
  readonly outer: Scope | undefined;
  /** Of a call: what is called, and whose its names are. */
  readonly definition: FunctionDefinition | undefined;
  readonly module: string;
  /** What stands before a name that is defined in it: `App.`, `main.<locals>.`. */
  readonly prefix: string;
  readonly file: Path | undefined;
  readonly package: string;
  /** There may be more names than are known, by a star import of another project. */
  isOpen: boolean;
  /** `from __future__ import annotations`: they aren’t evaluated. */
  hasLateAnnotations: boolean;
}

/** What a call gives to what is called. */
export interface CallOf {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value>;
  /** There are more arguments than can be told. */
  readonly spreads: boolean;
  readonly scope: Scope;
}

/** A module’s scope, with no names yet. */
export function scopeOf(module: string, file: Path | undefined, packageName: string): Scope {
  return {
    kind: 'module',
    names: new Map(),
    outer: undefined,
    definition: undefined,
    module,
    prefix: '',
    file,
    package: packageName,
    isOpen: false,
    hasLateAnnotations: false,
  };
}

/** The scope of the module around. */
export function moduleScope(scope: Scope): Scope {
  let here = scope;
  while (here.outer !== undefined) here = here.outer;
  return here;
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
    case 'object': {
      if (value.shown !== undefined) return Number(value.shown) !== 0;
      const items = value.contents?.items;
      return items === undefined ? undefined : items.length > 0;
    }
    case 'module':
    case 'function':
    case 'class':
    case 'property':
    case 'exception':
    case 'path':
    case 'method':
      return true;
    case 'unknown':
    case 'library':
    case 'instance':
      return undefined;
  }
}
