// Sorting long lists of versions: the order of version-order.ts (PEP 440, "Summary of permitted suffixes and relative
// ordering"), with most of the work done once a version and not once a comparison.
import type { Numeral } from './numeral';
import type { Version } from './version';
import { compareVersions } from './version-order';

/**
 * A number that orders versions as far as it goes: where the keys of two versions differ, the versions differ alike ("Summary
 * of permitted suffixes and relative ordering"). Where they are the same, as those of 1.0+a and 1.0+b, of versions with very
 * large numbers, and of all with an epoch, only `compareVersions` tells.
 *
 * @example versionKey(readVersion('1.10')) > versionKey(readVersion('1.9.9')) // → true
 */
export function versionKey(version: Version): number {
  if (version.epoch !== 0) return ROOM.first * AFTER_FIRST;
  const { release } = version;
  const first = fitted(release[0] ?? 0, ROOM.first);
  if (first === ROOM.first - 1) return first * AFTER_FIRST;
  const second = fitted(release[1] ?? 0, ROOM.second);
  if (second === ROOM.second - 1) return first * AFTER_FIRST + second * AFTER_SECOND;
  const third = fitted(release[2] ?? 0, ROOM.third);
  const base = first * AFTER_FIRST + second * AFTER_SECOND + third * AFTER_THIRD;
  return third === ROOM.third - 1 ? base : base + suffixKey(version);
}

/**
 * How many values the key has room for, by part: the first three numbers of the release, the stage, the number of the stage
 * and the place beside it. Together they stay within 2^53. The last value of a number stands for itself and all above it.
 */
const ROOM = { first: 2 ** 15, second: 2 ** 12, third: 2 ** 12, stage: 2 ** 3, number: 2 ** 9, place: 2 ** 2 } as const;
const AFTER_NUMBER = ROOM.place;
const AFTER_STAGE = ROOM.number * AFTER_NUMBER;
const AFTER_THIRD = ROOM.stage * AFTER_STAGE;
const AFTER_SECOND = ROOM.third * AFTER_THIRD;
const AFTER_FIRST = ROOM.second * AFTER_SECOND;

/** What may follow the first three numbers, in its order; 1.2.3.4 is beyond all that has only 1.2.3. */
const STAGE = { dev: 0, a: 1, b: 2, rc: 3, final: 4, post: 5, longer: 6 } as const;

/** Beside 1.0rc1 itself are 1.0rc1.dev1 before it, 1.0rc1.post1 and 1.0rc1+local after it. */
const PLACE = { before: 0, itself: 1, after: 2 } as const;

/** Whether versions with this key are equal. */
export function isWholeKey(key: number): boolean {
  return key % ROOM.place === PLACE.itself;
}

function suffixKey({ release, pre, post, dev, local }: Version): number {
  for (let at = 3; at < release.length; at++) if (release[at] !== 0) return STAGE.longer * AFTER_STAGE;
  const after = local.length === 0 ? PLACE.itself : PLACE.after;
  const place = dev === undefined ? after : PLACE.before;
  if (pre !== undefined) return stageKey(STAGE[pre.letter], pre.number, post === undefined ? place : PLACE.after);
  if (post !== undefined) return stageKey(STAGE.post, post, place);
  return dev === undefined ? stageKey(STAGE.final, 0, after) : stageKey(STAGE.dev, dev, after);
}

function stageKey(stage: number, value: Numeral, place: number): number {
  const number = fitted(value, ROOM.number);
  return stage * AFTER_STAGE + number * AFTER_NUMBER + (number === ROOM.number - 1 ? 0 : place);
}

function fitted(value: Numeral, room: number): number {
  return value < room ? Number(value) : room - 1;
}

/**
 * The items in ascending order of their versions, in a new list; those of equal versions keep their order ("Summary of
 * permitted suffixes and relative ordering").
 *
 * @example sortByVersion(['1.0', '1.0rc1', '0.9'], readVersion) // → ['0.9', '1.0rc1', '1.0']
 */
export function sortByVersion<Item>(items: readonly Item[], versionOf: (item: Item) => Version): Item[] {
  const runs = new Map<number, Item[]>();
  for (const item of items) {
    const key = versionKey(versionOf(item));
    const run = runs.get(key);
    if (run === undefined) runs.set(key, [item]);
    else run.push(item);
  }
  // Numbers alone are sorted without a call for each comparison, and few versions share a key without being equal.
  const keys = Float64Array.from([...runs.keys()]).sort();
  const sorted: Item[] = [];
  for (const key of keys) {
    const run = runs.get(key) ?? [];
    if (run.length > 1 && !isWholeKey(key))
      run.sort((left, right) => compareVersions(versionOf(left), versionOf(right)));
    for (const item of run) sorted.push(item);
  }
  return sorted;
}
