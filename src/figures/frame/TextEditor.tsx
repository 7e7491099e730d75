/**
 * A text to edit: a plain field at once, CodeMirror in its place when that has loaded. Problems stand in the text, under their
 * lines, and in a list below that leads to them. The keyboard leaves it with Tab.
 */
import {
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useRef,
  useState,
} from 'react';
import { placeOf, type Span } from '@/core/python';
import type { TextProblem } from './editor';
import './editor.css';
import { useEditor } from './use-editor';

/** More than any list or file of a lecture; a larger text would hold the page up at every letter. In characters. */
export const largestText = 200_000;
/** Problems that are named; the rest are counted. */
const mostNamed = 8;

export interface TextEditorProps {
  /** What the text is: “Files of the release”. */
  readonly label: string;
  /** How it is written: “One file name on each line.” */
  readonly hint: string;
  readonly value: string;
  readonly problems: readonly TextProblem[];
  /** Each letter: a stroke, not a step. Line ends are `\n`. */
  readonly onChange: (text: string) => void;
  /** Characters that the text may have; a paste that would go beyond is refused, and the text stays. */
  readonly largest?: number;
  /** Told where the cursor stands, whenever the reader moves it. */
  readonly onCursor?: ((offset: number) => void) | undefined;
}

/** Undo and redo inside the editor are the editor's own: the figure must not hear of them. */
function keepUndo(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase())) event.stopPropagation();
}

/** The field's text with what is pasted in the place of its selection. */
const pastedLength = ({ currentTarget: field, clipboardData }: ClipboardEvent<HTMLTextAreaElement>): number =>
  field.value.length - (field.selectionEnd - field.selectionStart) + clipboardData.getData('text/plain').length;

export function TextEditor({
  label,
  hint,
  value,
  problems,
  onChange,
  largest = largestText,
  onCursor,
}: TextEditorProps): ReactNode {
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = value.replace(/\r\n?/g, '\n');
  const take = (now: string) => {
    setTooLarge(false);
    onChange(now);
  };
  const refuse = () => setTooLarge(true);
  const ids = { labelledBy: `${id}-label`, describedBy: `${id}-hint ${id}-problems` };
  const { plain, editor } = useEditor({
    ...ids,
    text,
    problems,
    host,
    field,
    largest,
    onText: take,
    onTooLarge: refuse,
    onCursor,
  });

  const typed = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    if (target.value.length > Math.max(largest, text.length)) refuse();
    else take(target.value);
  };
  // Refused before the browser lays a megabyte out.
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    if (pastedLength(event) <= largest) return;
    event.preventDefault();
    refuse();
  };
  const goTo = ({ start, end }: Span) => {
    if (editor) return editor.select({ start, end });
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it handles nothing, it keeps keys of the field within from the figure
    <div className="editor" onKeyDown={keepUndo}>
      <p className="editor-label" id={ids.labelledBy}>
        {label}
      </p>
      <p className="editor-hint" id={`${id}-hint`}>
        {hint} Tab leaves the editor.
      </p>
      <div className="editor-host" ref={host}>
        {plain ? (
          <textarea
            ref={field}
            aria-label={label}
            aria-describedby={ids.describedBy}
            value={text}
            onChange={typed}
            onSelect={({ currentTarget }) => onCursor?.(currentTarget.selectionEnd)}
            onPaste={pasted}
            rows={6}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            autoComplete="off"
          />
        ) : null}
      </div>
      <p className="editor-refused" aria-live="polite">
        {tooLarge
          ? `That would make the text longer than ${largest.toLocaleString('en')} characters. It stays as it was.`
          : ''}
      </p>
      <Problems id={`${id}-problems`} text={text} problems={problems} goTo={goTo} />
    </div>
  );
}

interface ProblemsProps {
  readonly id: string;
  readonly text: string;
  readonly problems: readonly TextProblem[];
  readonly goTo: (span: Span) => void;
}

function Problems({ id, text, problems, goTo }: ProblemsProps): ReactNode {
  const more = problems.length - mostNamed;
  return (
    <ul className="editor-problems" id={id}>
      {problems.slice(0, mostNamed).map(({ at, message }) => {
        const { line, column } = placeOf(text, at.start);
        return (
          <li key={`${at.start} ${at.end} ${message}`}>
            <button type="button" className="editor-place" onClick={() => goTo(at)}>
              Line {line}, column {column}
            </button>{' '}
            {message}
          </li>
        );
      })}
      {more > 0 ? <li>and {more} more</li> : null}
    </ul>
  );
}
