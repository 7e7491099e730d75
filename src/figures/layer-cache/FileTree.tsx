/**
 * The project’s files: a tap does to a file what the control says; a second one takes it back. Beside it a button opens the file, and
 * what is open stands under its row.
 */
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { useLive } from '@/figures/frame/use-live';
import { AddFile } from './AddFile';
import type { OpenFileProps } from './OpenFile';
import type { FileRow, LayerPicture } from './picture';
import type { LayerEvent } from './state';

export interface FileTreeProps {
  readonly picture: LayerPicture;
  readonly send: (event: LayerEvent) => void;
  /** Comes with the core. */
  readonly OpenFile: ((props: OpenFileProps) => ReactNode) | undefined;
}

export function FileTree({ picture, send, OpenFile }: FileTreeProps): ReactNode {
  const { files, open, hasIgnoreFile } = picture;
  const section = useRef<HTMLDivElement>(null);
  const there = files.filter(({ opens }) => opens !== undefined).map(({ path }) => path);
  // Where the reader goes on when what had the focus is no longer there.
  const focus = (path: string) => {
    requestAnimationFrame(() => {
      const buttons = [...(section.current?.querySelectorAll<HTMLElement>('button[data-path]') ?? [])];
      const add = section.current?.querySelector<HTMLElement>('.layer-add button');
      (buttons.find(({ dataset }) => dataset['path'] === path) ?? add)?.focus();
    });
  };
  return (
    <div className="layer-files" ref={section}>
      <p className="layer-heading">Files</p>
      <ul>
        {files.map((file) => (
          <li key={file.path} style={{ '--depth': file.depth } as CSSProperties}>
            <Row file={file} send={send} />
            {file.opens?.isOpen === true && open !== undefined && OpenFile !== undefined ? (
              <OpenFile key={open.path} file={open} there={there} send={send} focus={focus} />
            ) : null}
          </li>
        ))}
      </ul>
      <AddFile there={there} hasIgnoreFile={hasIgnoreFile} send={send} />
    </div>
  );
}

interface RowProps {
  readonly file: FileRow;
  readonly send: (event: LayerEvent) => void;
}

/** A file that can be tapped and opened, one that can only be opened, or a folder. */
function Row({ file, send }: RowProps): ReactNode {
  const { opens, event } = file;
  if (opens === undefined && event === undefined) return <span className="layer-folder">{file.name}</span>;
  return (
    <div className={`layer-row ${file.mark}`}>
      {event === undefined ? null : <TapButton file={file} event={event} send={send} />}
      {opens === undefined ? null : <OpenButton file={file} isWhole={event === undefined} opens={opens} send={send} />}
    </div>
  );
}

function TapButton({ file, event, send }: RowProps & { readonly event: LayerEvent }): ReactNode {
  const live = useLive();
  return (
    <button
      type="button"
      className={`layer-file on-paper ${file.mark}`}
      aria-pressed={file.isPressed}
      aria-label={file.word === '' || file.isPressed ? file.label : `${file.label} ${file.word}`}
      disabled={!live}
      data-path={file.opens === undefined ? file.path : undefined}
      onClick={() => send(event)}
    >
      <Name file={file} />
    </button>
  );
}

interface OpenButtonProps extends RowProps {
  /** Does it stand for the whole row? */
  readonly isWhole: boolean;
  readonly opens: NonNullable<FileRow['opens']>;
}

function OpenButton({ file, isWhole, opens: { isOpen, event }, send }: OpenButtonProps): ReactNode {
  const live = useLive();
  return (
    <button
      type="button"
      className={isWhole ? `layer-file on-paper ${file.mark}` : 'layer-open'}
      aria-expanded={isOpen}
      aria-label={`Open ${file.path}${isWhole && file.word !== '' ? ` ${file.word}` : ''}`}
      disabled={!live}
      data-path={file.path}
      onClick={() => send(event)}
    >
      {isWhole ? <Name file={file} /> : null}
      <Pencil />
    </button>
  );
}

function Name({ file: { name, word } }: { readonly file: FileRow }): ReactNode {
  return (
    <>
      <code>{name}</code> {word === '' ? null : <span className="layer-word">{word}</span>}
    </>
  );
}

function Pencil(): ReactNode {
  return (
    <svg className="layer-pencil" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 13.5 3.3 10 11 2.3a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L6 12.7l-3.5.8Z M9.7 3.6l2.7 2.7" />
    </svg>
  );
}
