/**
 * The text editor itself, a chunk of its own: CodeMirror 6 with line numbers, its own undo, and problems drawn at their place.
 * Tab is not bound, so the keyboard always leaves it.
 */
import { history, historyKeymap, isolateHistory, standardKeymap } from '@codemirror/commands';
import { Annotation, EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers, WidgetType } from '@codemirror/view';
import type { Problem, Span } from '@/core/python';
import { changeBetween } from './text-place';

/** What is wrong with a place of the text, in a sentence. */
export type TextProblem = Pick<Problem, 'at' | 'message'>;

export interface EditorOptions {
  /** With `\n` for its line ends, as all texts here. */
  readonly text: string;
  /** Ids of what names the editor and of what describes it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  /** Characters that the editor holds at most. */
  readonly largest: number;
  readonly onText: (text: string) => void;
  /** A change would have made the text larger than that: it was not made. */
  readonly onTooLarge: () => void;
  /** The cursor is at another place, by the reader’s doing. */
  readonly onCursor?: ((offset: number) => void) | undefined;
}

export interface MountedEditor {
  /** Makes the text that of the figure, as one change that the editor's own undo takes back. */
  setText(text: string): void;
  setProblems(problems: readonly TextProblem[]): void;
  /** Selects a span, in view, with the focus. */
  select(span: Span): void;
  destroy(): void;
}

/** Of a change that comes from the figure and not from the reader. */
const fromFigure = Annotation.define<true>();
const newProblems = StateEffect.define<readonly TextProblem[]>();

/** The sentence under the line that it is about. Screen readers read it in the list below the editor. */
class ProblemLine extends WidgetType {
  constructor(readonly message: string) {
    super();
  }

  override eq(other: ProblemLine): boolean {
    return other.message === this.message;
  }

  override toDOM(): HTMLElement {
    const line = document.createElement('div');
    line.className = 'editor-problem-line';
    line.setAttribute('aria-hidden', 'true');
    line.textContent = this.message;
    return line;
  }
}

const squiggle = Decoration.mark({ class: 'editor-squiggle' });

function drawn(problems: readonly TextProblem[], state: EditorState): DecorationSet {
  const { doc } = state;
  const ranges = problems.flatMap(({ at, message }): Range<Decoration>[] => {
    const start = Math.min(at.start, doc.length);
    const line = doc.lineAt(start);
    // A place between two characters is drawn under one of them.
    const end = Math.min(Math.max(at.end, start + 1), line.to);
    const from = Math.max(line.from, Math.min(start, end - 1));
    const sentence = Decoration.widget({ widget: new ProblemLine(message), block: true, side: 1 }).range(line.to);
    return from < end ? [squiggle.range(from, end), sentence] : [sentence];
  });
  return Decoration.set(ranges, true);
}

const problemField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (decorations, transaction) =>
    transaction.effects.reduce(
      (now, effect) => (effect.is(newProblems) ? drawn(effect.value, transaction.state) : now),
      decorations.map(transaction.changes),
    ),
  provide: (field) => EditorView.decorations.from(field),
});

/** CodeMirror's own style sheet gives colours of its own to these; the rest is in editor.css. */
const look = EditorView.theme({
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '0.5rem 0' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--quiet)', border: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit' },
});

/** Puts an editor into an element. */
export function mountEditor(host: HTMLElement, options: EditorOptions): MountedEditor {
  const { text, labelledBy, describedBy, largest, onText, onTooLarge, onCursor } = options;
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(),
        keymap.of([...standardKeymap, ...historyKeymap]),
        lineNumbers(),
        EditorView.lineWrapping,
        // The tabindex is what it has by nature; accessibility checkers look for it where the text scrolls.
        EditorView.contentAttributes.of({
          'aria-labelledby': labelledBy,
          'aria-describedby': describedBy,
          tabindex: '0',
        }),
        problemField,
        look,
      ],
    }),
    dispatchTransactions: (transactions, editor) => {
      const last = transactions.at(-1);
      const theirs = transactions.some((transaction) => transaction.docChanged && !transaction.annotation(fromFigure));
      if (theirs && last && last.newDoc.length > Math.max(largest, editor.state.doc.length)) {
        onTooLarge();
        return;
      }
      editor.update(transactions);
      if (transactions.some(({ selection, docChanged }) => selection !== undefined || docChanged)) {
        onCursor?.(editor.state.selection.main.head);
      }
      if (theirs) onText(editor.state.doc.toString());
    },
  });
  return {
    setText: (after) => {
      const changes = changeBetween(view.state.doc.toString(), after);
      view.dispatch({ changes, annotations: [fromFigure.of(true), isolateHistory.of('full')] });
    },
    setProblems: (problems) => view.dispatch({ effects: newProblems.of(problems) }),
    select: ({ start, end }) => {
      const { length } = view.state.doc;
      view.focus();
      view.dispatch({
        selection: { anchor: Math.min(start, length), head: Math.min(end, length) },
        scrollIntoView: true,
      });
    },
    destroy: () => view.destroy(),
  };
}
