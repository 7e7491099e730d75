/** Two files beside each other: what came, went and changed, and what their metadata says differently. */
import { bytesWord } from '@/figures/layer-cache/amounts';
import { bounded } from './groups';
import type { Group, Row } from './picture';
import type { ChangeLine, ComparisonReport } from './report';
import { counted, fieldLabel } from './wording';

const TITLES: Readonly<Record<ChangeLine['kind'], string>> = {
  added: 'Only in the other file',
  removed: 'Only in this file',
  changed: 'Changed',
  time: 'Only the time is another',
};

const KINDS = ['added', 'removed', 'changed', 'time'] as const;

export function comparedGroups(comparison: ComparisonReport): readonly Group[] {
  const { changes, more, fields } = comparison;
  const groups = KINDS.flatMap((kind): readonly Group[] => {
    const rows = changes.filter((change) => change.kind === kind).map(changeRow);
    return rows.length === 0 ? [] : [bounded(TITLES[kind], rows)];
  });
  const said: readonly Group[] =
    fields.length === 0
      ? []
      : [
          {
            title: 'The metadata says otherwise',
            fields: fields.map(({ field, left, right }) => ({
              label: fieldLabel(field),
              values: [`here: ${left.join('; ') || 'nothing'}`, `there: ${right.join('; ') || 'nothing'}`],
            })),
          },
        ];
  const left: readonly Group[] =
    more === 0 ? [] : [{ title: 'And', says: [`${more.toLocaleString('en')} more changes aren’t listed.`] }];
  return [...groups, ...said, ...left];
}

const ASPECTS = { content: 'content', kind: 'kind', mode: 'permissions', time: 'time', target: 'target' } as const;

function changeRow({ kind, path, aspects, left = 0, right = 0 }: ChangeLine): Row {
  switch (kind) {
    case 'added':
      return { mark: 'note', name: path, word: `only there, ${bytesWord(right)}` };
    case 'removed':
      return { mark: 'note', name: path, word: `only here, ${bytesWord(left)}` };
    case 'time':
      return { mark: 'plain', name: path, word: 'the same but for the time' };
    case 'changed': {
      const sizes = left === right ? '' : `: ${left} and ${right} bytes`;
      return { mark: 'note', name: path, word: `${aspects.map((aspect) => ASPECTS[aspect]).join(', ')}${sizes}` };
    }
  }
}

export function comparedSentence({ name, areSame, changes, more, unchanged, fields }: ComparisonReport): string {
  if (areSame) return `The same as ${name}, file by file.`;
  const count = (kind: ChangeLine['kind']) => changes.filter((change) => change.kind === kind).length;
  const parts = [
    [count('added'), 'only there'],
    [count('removed'), 'only here'],
    [count('changed') + more, 'changed'],
    [count('time'), 'with another time alone'],
    [unchanged, 'the same'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number.toLocaleString('en')} ${word}`);
  const about =
    fields.length === 0 ? 'the metadata is the same' : `${counted(fields.length, 'field')} of the metadata differ`;
  return `Beside ${name}: ${said.join(', ')}; ${fields.length === 1 ? about.replace('differ', 'differs') : about}.`;
}
