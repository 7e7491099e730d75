/**
 * The project’s files: where a tap does something to a file, a second one takes it back, and a button beside it opens the file; where it
 * does nothing, the whole row opens it. What is open stands under its row.
 */
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { useLive } from '@/figures/frame/use-live';
import { AddFile } from './AddFile';
import type { FileEvent, FileRow, OpenFilePicture } from './file-row';
import type { OpenFileProps } from './OpenFile';

export interface FileTreeProps<Event> {
  readonly files: readonly FileRow<Event>[];
  readonly open: OpenFilePicture | undefined;
  /** Files that can be begun by a tap; undefined: no file can be added now. */
  readonly begins: readonly string[] | undefined;
  readonly send: (event: NoInfer<Event> | FileEvent) => void;
  /** Draws the file that is open; undefined: what it takes hasn’t come yet. */
  readonly openFile: ((props: OpenFileProps) => ReactNode) | undefined;
}

export function FileTree<Event>({ files, open, begins, send, openFile }: FileTreeProps<Event>): ReactNode {
  const section = useRef<HTMLDivElement>(null);
  const there = files.filter(({ opens }) => opens !== undefined).map(({ path }) => path);
  // Where the reader goes on when what had the focus is no longer there.
  const focus = (path: string) => {
    requestAnimationFrame(() => {
      const buttons = [...(section.current?.querySelectorAll<HTMLElement>('button[data-path]') ?? [])];
      const add = section.current?.querySelector<HTMLElement>('.project-add button');
      (buttons.find(({ dataset }) => dataset['path'] === path) ?? add)?.focus();
    });
  };
  return (
    <div className="project-files" ref={section}>
      <p className="project-heading">Files</p>
      <ul>
        {files.map((file) => (
          <li key={file.path} style={{ '--depth': file.depth } as CSSProperties}>
            <Row file={file} send={send} />
            {file.opens?.isOpen === true && open !== undefined ? openFile?.({ file: open, there, send, focus }) : null}
          </li>
        ))}
      </ul>
      {begins === undefined ? null : <AddFile there={there} begins={begins} send={send} />}
    </div>
  );
}

interface RowProps<Event> {
  readonly file: FileRow<Event>;
  readonly send: (event: NoInfer<Event> | FileEvent) => void;
}

/** A file that can be tapped and opened, one that can only be opened, or a folder. */
function Row<Event>({ file, send }: RowProps<Event>): ReactNode {
  const { opens, event } = file;
  if (opens === undefined && event === undefined) return <span className="project-folder">{file.name}</span>;
  return (
    <div className={`project-row ${file.mark}`}>
      {event === undefined ? null : <TapButton file={file} event={event} send={send} />}
      {opens === undefined ? null : <OpenButton file={file} isWhole={event === undefined} opens={opens} send={send} />}
    </div>
  );
}

function TapButton<Event>({ file, event, send }: RowProps<Event> & { readonly event: Event }): ReactNode {
  const live = useLive();
  return (
    <button
      type="button"
      className={`project-file on-paper ${file.mark}`}
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

interface OpenButtonProps {
  readonly file: FileRow<unknown>;
  readonly send: (event: FileEvent) => void;
  /** Does it stand for the whole row? */
  readonly isWhole: boolean;
  readonly opens: NonNullable<FileRow<unknown>['opens']>;
}

function OpenButton({ file, isWhole, opens: { isOpen, event }, send }: OpenButtonProps): ReactNode {
  const live = useLive();
  return (
    <button
      type="button"
      className={isWhole ? `project-file on-paper ${file.mark}` : 'project-open'}
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

function Name({ file: { name, word } }: { readonly file: FileRow<unknown> }): ReactNode {
  return (
    <>
      <code>{name}</code> {word === '' ? null : <span className="project-word">{word}</span>}
    </>
  );
}

function Pencil(): ReactNode {
  return (
    <svg className="project-pencil" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2.5 13.5 3.3 10 11 2.3a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L6 12.7l-3.5.8Z M9.7 3.6l2.7 2.7" />
    </svg>
  );
}
