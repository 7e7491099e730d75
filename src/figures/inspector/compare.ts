/** Two files beside each other, as the core compares them, bounded. */
import { type Archive, compareArchives, type EntryChange, shownPath } from '@/core/wheel';
import type { ChangeLine, ComparisonReport } from './report';

/** Changes that are listed. */
const MOST_CHANGES = 1_000;
const LONGEST_VALUE = 240;
const MOST_VALUES = 60;

/** @param digest of the right file, in hexadecimal */
export function compareFiles(left: Archive, right: Archive, digest: string): ComparisonReport {
  const { areSame, changes, unchanged, fields } = compareArchives(left, right);
  const cut = (values: readonly string[]) =>
    values.slice(0, MOST_VALUES).map((value) => value.slice(0, LONGEST_VALUE).replace(/\s+/g, ' ').trim());
  return {
    name: right.name,
    sha256: digest,
    areSame,
    unchanged,
    changes: changes.slice(0, MOST_CHANGES).map(changeLine),
    more: Math.max(0, changes.length - MOST_CHANGES),
    fields: fields.map(({ field, left: before, right: after }) => ({ field, left: cut(before), right: cut(after) })),
  };
}

function changeLine(change: EntryChange): ChangeLine {
  const path = shownPath(change.path);
  switch (change.kind) {
    case 'added':
      return { kind: 'added', path, aspects: [], right: change.right.size };
    case 'removed':
      return { kind: 'removed', path, aspects: [], left: change.left.size };
    case 'changed': {
      const { aspects, left, right } = change;
      const isTimeOnly = aspects.every((aspect) => aspect === 'time');
      return { kind: isTimeOnly ? 'time' : 'changed', path, aspects, left: left.size, right: right.size };
    }
  }
}
