// Comparisons of values of which enough is known, and items of tuples. Follows the language reference of Python 3.13, “Comparisons”.
import { code, say } from '../sentence';
import { versionInfo } from './library';
import { UNKNOWN, type Value } from './python-value';
import { addMissing, type ProgramRun, raise } from './run-state';
import { typeName } from './show-value';

const HOLDS: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['==', (order) => order === 0],
  ['!=', (order) => order !== 0],
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
]);

/** Whether a comparison holds: `sys.version_info >= (3, 11)`; `undefined` where that can’t be told. */
export function compare(run: ProgramRun, operator: string, left: Value, right: Value): boolean | undefined {
  const [first, second] = [plain(run, left), plain(run, right)];
  if (operator === 'in' || operator === 'not in') {
    if (second.kind !== 'tuple') return undefined;
    const orders = second.items.map((item) => orderOf(first, item));
    const isIn = orders.includes(0) ? true : orders.includes(undefined) ? undefined : false;
    return isIn === undefined ? undefined : isIn === (operator === 'in');
  }
  const order = orderOf(first, second);
  return order === undefined ? undefined : HOLDS.get(operator)?.(order);
}

function plain(run: ProgramRun, value: Value): Value {
  return value.kind === 'library' && value.name === 'sys.version_info' ? versionInfo(run) : value;
}

/** The order of two texts, two numbers, or two tuples of them. */
function orderOf(left: Value, right: Value): number | undefined {
  if (left.kind === 'text' && right.kind === 'text')
    return left.text === right.text ? 0 : left.text < right.text ? -1 : 1;
  if (left.kind === 'constant' && right.kind === 'constant') {
    if (typeof left.value !== 'number' || typeof right.value !== 'number') return undefined;
    return left.value - right.value;
  }
  if (left.kind !== 'tuple' || right.kind !== 'tuple') return undefined;
  for (const [index, item] of left.items.entries()) {
    const other = right.items[index];
    if (other === undefined) return 1;
    const order = orderOf(item, other);
    if (order !== 0) return order;
  }
  return left.items.length - right.items.length;
}

/** Whether two values are one, as far as `is None` and its like are concerned. */
export function identical(left: Value, right: Value): boolean | undefined {
  if (isOpen(left) || isOpen(right)) return undefined;
  if (left.kind === 'constant' && right.kind === 'constant' && typeof left.value !== 'number')
    return left.value === right.value;
  const isOneFixed = [left, right].some(({ kind }) => kind === 'constant');
  return isOneFixed && left.kind !== right.kind ? false : undefined;
}

/** A value that may be anything: a truth that isn’t known is one of two constants. */
function isOpen(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'library' || (value.kind === 'object' && value.type === 'bool');
}

const HAS_NO_ITEMS = [
  'NoneType',
  'int',
  'bool',
  'float',
  'function',
  'method',
  'module',
  'property',
  'set',
  'ellipsis',
];

/** `of[index]`: an item of a tuple, the first of `sys.version_info`, a shorter tuple. */
export function itemOf(run: ProgramRun, of: Value, index: Value): Value {
  const whole = plain(run, of);
  if (whole.kind === 'library') return { kind: 'library', name: `${whole.name}[]` };
  if (whole.kind === 'text') return { kind: 'object', type: 'str' };
  const type = typeName(of);
  if (type !== undefined && HAS_NO_ITEMS.includes(type)) {
    addMissing(run, 'call', type, say`A value of type ${code(type)} has no items.`);
    return raise(run, 'TypeError', `'${type}' object is not subscriptable`);
  }
  if (whole.kind !== 'tuple') return UNKNOWN;
  if (index.kind === 'constant' && typeof index.value === 'number') return whole.items.at(index.value) ?? UNKNOWN;
  if (index.kind !== 'object' || index.type !== 'slice') return UNKNOWN;
  const end = index.contents?.items?.[0];
  if (end?.kind !== 'constant' || typeof end.value !== 'number' || end.value < 0)
    return { kind: 'object', type: 'tuple' };
  return { kind: 'tuple', items: whole.items.slice(0, end.value) };
}
