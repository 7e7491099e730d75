/** Draws lists of files: of a release, with the chosen one lit; and of an archive, with sizes. */
import type { ReactNode } from 'react';
import type { FileLine } from './file-list';
import type { SizedFile } from './step-detail';

/** A shape for each state, so that colour never stands alone. */
const shapes: Readonly<Record<FileLine['status'], ReactNode>> = {
  chosen: <circle cx="8" cy="8" r="5" fill="currentColor" />,
  fits: <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  passed: <path d="m4.5 4.5 7 7m0-7-7 7" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />,
};

export function Files({ lines }: { readonly lines: readonly FileLine[] }): ReactNode {
  return (
    <ul className="install-files">
      {lines.map(({ filename, lead, rest, status, word }) => (
        <li key={filename} className={status}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {shapes[status]}
          </svg>
          <code>
            <i>{lead}</i>
            {rest}
          </code>
          <span>{status === 'chosen' ? `chosen, ${word}` : word}</span>
        </li>
      ))}
    </ul>
  );
}

export function SizedFiles({
  label,
  isFolder = false,
  files,
}: {
  readonly label: string;
  /** Is the label a path? */
  readonly isFolder?: boolean;
  readonly files: readonly SizedFile[];
}): ReactNode {
  return (
    <>
      <p className={isFolder ? 'install-folder' : 'install-label'}>{label}</p>
      <ul className="install-files">
        {files.map(({ name, size }) => (
          <li key={name}>
            <code>{name}</code>
            <span>{size}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
