/** The findings of the builder’s checks, as a list. */
import type { ReactNode } from 'react';
import type { CheckRow, ChecksPicture } from './checks-picture';

export function ChecksView({ checks: { says, rows } }: { readonly checks: ChecksPicture }): ReactNode {
  return (
    <div className="layer-seen">
      <p>{says}</p>
      {rows.length === 0 ? null : (
        <ol className="layer-checks">
          {rows.map((row) => (
            <Finding key={row.key} row={row} />
          ))}
        </ol>
      )}
    </div>
  );
}

function Finding({ row: { rule, level, line, code, message, about, page } }: { readonly row: CheckRow }): ReactNode {
  return (
    <li className="layer-check">
      <p>
        <b>{page === undefined ? rule : <a href={page}>{rule}</a>}</b> <span className="layer-word">{level}</span>, line{' '}
        {line}
      </p>
      <p>
        <code>{code}</code>
      </p>
      <p>{message}</p>
      <p className="layer-quiet">What is checked: {about}</p>
    </li>
  );
}
