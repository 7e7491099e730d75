// Classes of a followed program: what they have of their own and from their bases, and which of them are exceptions. Follows the language
// reference of Python 3.13, “Custom classes”.
import { isBuiltinException } from './python-exception';
import type { ClassValue, Value } from './python-value';

/** Classes above each other; more isn’t looked through. */
const MAX_ABOVE = 40;

/** A class and those above it, in the order in which names are looked for; where bases meet again, that order is a little simpler. */
export function lineOf(value: ClassValue): readonly ClassValue[] {
  const line: ClassValue[] = [];
  const queue: Value[] = [value];
  for (let here = queue.shift(); here !== undefined && line.length < MAX_ABOVE; here = queue.shift()) {
    if (here.kind !== 'class' || line.includes(here)) continue;
    line.push(here);
    queue.unshift(...here.bases);
  }
  return line;
}

/** Python’s own classes above it that are exceptions: `ValueError`. */
export function exceptionsAbove(value: ClassValue): readonly string[] {
  return lineOf(value).flatMap(({ bases }) =>
    bases.flatMap((base) => (base.kind === 'library' && isBuiltinException(base.name) ? [base.name] : [])),
  );
}

/** Whether it may have names that aren’t known: by a base of a library, a metaclass, a decorator. */
export function isOpenClass(value: ClassValue): boolean {
  const isKnown = (base: Value) =>
    base.kind === 'class' || (base.kind === 'library' && (base.name === 'object' || isBuiltinException(base.name)));
  return lineOf(value).some(({ isOpen, scope, bases }) => isOpen || scope.isOpen || !bases.every(isKnown));
}

/** A name in the class or above it. */
export function memberOf(value: ClassValue, name: string): Value | undefined {
  for (const { scope } of lineOf(value)) {
    const known = scope.names.get(name);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** The names that `dir()` lists, without those that every class has. */
export function memberNames(value: ClassValue): readonly string[] {
  const own = lineOf(value).flatMap(({ scope }) => [...scope.names.keys()]);
  return exceptionsAbove(value).length > 0 ? [...own, ...EXCEPTION_NAMES] : own;
}

/** What every exception has. */
export const EXCEPTION_NAMES = ['add_note', 'args', 'with_traceback'];
