/** The still of the inspector: the file, the rows of what is seen, each with its mark and word. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { Group, InspectorPicture, Mark } from './picture';

const MARKS: Readonly<Record<Mark, PosterMark>> = {
  well: 'fits',
  note: 'passed',
  wrong: 'refused',
  danger: 'refused',
  plain: 'plain',
};

export function inspectorPoster(picture: InspectorPicture): Poster {
  const { file, tree, groups, settings, happened } = picture;
  const head: PosterRow = { mark: 'plain', name: file.name, word: file.note };
  const files = tree.map(({ mark, path, word, size, isMarked }): PosterRow => {
    const said = [isMarked ? 'marked as suspect' : '', word, size].filter((part) => part !== '').join(', ');
    return { mark: MARKS[mark], name: path === '' ? '(no name)' : path, word: said };
  });
  const all = [
    { label: 'The file', rows: [head] },
    { label: 'In it', rows: files },
    ...groups.map((group) => ({ label: group.title, rows: rowsOf(group) })),
  ];
  return { settings, groups: all.filter(({ rows }) => rows.length > 0), happened };
}

function rowsOf({ rows = [], fields = [] }: Group): readonly PosterRow[] {
  return [
    ...rows.map(({ mark, name, word }): PosterRow => ({ mark: MARKS[mark], name, word })),
    ...fields.map(
      ({ label, values }): PosterRow => ({ mark: 'plain', name: label, word: values.join(', ') || 'empty' }),
    ),
  ];
}
