/** The project’s files: a tap does to a file what the control says; a second one takes it back. */
import type { CSSProperties, ReactNode } from 'react';
import { useLive } from '@/figures/frame/use-live';
import type { FileRow } from './picture';
import type { LayerEvent } from './state';

export interface FileTreeProps {
  readonly files: readonly FileRow[];
  readonly send: (event: LayerEvent) => void;
}

export function FileTree({ files, send }: FileTreeProps): ReactNode {
  return (
    <section className="layer-files" aria-label="Files of the project">
      <p className="layer-heading" aria-hidden="true">
        Files
      </p>
      <ul>
        {files.map((file) => (
          <li key={file.path} style={{ '--depth': file.depth } as CSSProperties}>
            {file.event === undefined ? (
              <span className="layer-folder">{file.name}</span>
            ) : (
              <FileButton file={file} event={file.event} send={send} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FileButtonProps {
  readonly file: FileRow;
  readonly event: LayerEvent;
  readonly send: (event: LayerEvent) => void;
}

function FileButton({ file, event, send }: FileButtonProps): ReactNode {
  const live = useLive();
  return (
    <button
      type="button"
      className={`layer-file ${file.mark}`}
      aria-pressed={file.isPressed}
      aria-label={file.word === '' || file.isPressed ? file.label : `${file.label} (${file.word})`}
      disabled={!live}
      onClick={() => send(event)}
    >
      <code>{file.name}</code>
      {file.word === '' ? null : <span className="layer-word">{file.word}</span>}
    </button>
  );
}
