/** The file's tree: folders and files to tap, each with its mark and size. */
import type { ReactNode } from 'react';
import { useLive } from '@/figures/frame/use-live';
import type { TreeRow } from './picture';
import { MarkShape, type Send } from './RowList';

interface TreeProps {
  readonly rows: readonly TreeRow[];
  readonly more: string | undefined;
  readonly send: Send;
}

export function TreeView({ rows, more, send }: TreeProps): ReactNode {
  return (
    <div className="inspector-tree">
      <ul>
        {rows.map((row, at) => {
          // An archive may have a path twice.
          const key = `${at} ${row.path}`;
          return (
            <li key={key} style={{ '--depth': row.depth } as Record<string, number>}>
              <TreeLine row={row} send={send} />
            </li>
          );
        })}
      </ul>
      {more === undefined ? null : <p className="inspector-more">{more}</p>}
    </div>
  );
}

function TreeLine({ row, send }: { readonly row: TreeRow; readonly send: Send }): ReactNode {
  const { kind, name, mark, word, size, isOpen, isMarked, event } = row;
  const live = useLive();
  const inside = (
    <>
      <MarkShape mark={mark} />
      <code>{kind === 'folder' ? `${name}/` : name}</code>
      {word === '' ? null : <span className={mark === 'well' ? 'visually-hidden' : 'inspector-word'}>{word}</span>}
      {isMarked ? <span className="inspector-suspect">suspect</span> : null}
      <span className="inspector-size">{size}</span>
    </>
  );
  if (event === undefined) return <div className={`inspector-line ${kind}`}>{inside}</div>;
  return (
    <button
      type="button"
      className={`inspector-line on-paper ${kind}`}
      disabled={!live}
      aria-current={isOpen || undefined}
      onClick={() => send(event)}
    >
      {inside}
    </button>
  );
}
