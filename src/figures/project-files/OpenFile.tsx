/** A file that is open, under its row: its text to edit, and what else can be done with it. */
import { type ReactNode, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { TextEditor, type TextEditorProps } from '@/figures/frame/TextEditor';
import type { FileEvent, OpenFilePicture } from './file-row';
import { PathForm } from './PathForm';

export interface OpenFileProps {
  readonly file: OpenFilePicture;
  /** The paths that are there. */
  readonly there: readonly string[];
  readonly send: (event: FileEvent) => void;
  /** Puts the focus on the button that opens a file, or, where it is gone, on the one after them all. */
  readonly focus: (path: string) => void;
  /** Where the text isn’t shown at once, another editor: one that is folded. */
  readonly Editor?: (props: TextEditorProps) => ReactNode;
  /** Told where the cursor stands in the text. */
  readonly onCursor?: (offset: number) => void;
}

export function OpenFile({ file, there, send, focus, Editor = TextEditor, onCursor }: OpenFileProps): ReactNode {
  const { path, hint, text, problems, largest, was = 'as it was built last', takeBack, isFree } = file;
  const [isRenamed, setRenamed] = useState(false);
  const ends = (event: FileEvent, to: string) => () => {
    send(event);
    focus(to);
  };
  if (isRenamed) {
    return (
      <div className="project-opened">
        <PathForm
          label={`New path of ${path}`}
          was={path}
          does="Rename it"
          there={there.filter((other) => other !== path)}
          take={(to) => {
            setRenamed(false);
            ends({ kind: 'renamed', path, to }, to)();
          }}
          leave={() => {
            setRenamed(false);
            focus(path);
          }}
        />
      </div>
    );
  }
  return (
    <div className="project-opened">
      {text === undefined ? (
        <p className="editor-hint">{hint}</p>
      ) : (
        <Editor
          label={path}
          hint={hint}
          value={text}
          problems={problems}
          onChange={(typed) => send({ kind: 'typed', path, text: typed })}
          largest={largest}
          onCursor={onCursor}
        />
      )}
      <div className="figure-actions">
        <Button label={`Close ${path}`} look="text" onPress={ends({ kind: 'opened', path: undefined }, path)}>
          Close
        </Button>
        <Button
          label={`Take back ${path}: ${was}`}
          look="text"
          disabledBecause={takeBack === undefined ? `It is ${was}.` : undefined}
          onPress={() => takeBack !== undefined && send(takeBack)}
        >
          Take back
        </Button>
        {isFree ? (
          <>
            <Button label={`Rename ${path}`} look="text" onPress={() => setRenamed(true)}>
              Rename
            </Button>
            <Button label={`Delete ${path}`} look="text" onPress={ends({ kind: 'deleted', path }, path)}>
              Delete
            </Button>
          </>
        ) : null}
      </div>
    </div>
  );
}
