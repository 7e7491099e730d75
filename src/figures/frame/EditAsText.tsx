/** “Edit as text”: folded, and the editor is loaded when it is first opened. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TextEditor, type TextEditorProps } from './TextEditor';

export function EditAsText(props: TextEditorProps): ReactNode {
  const fold = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  // Whoever opened it before the figure was alive has opened it.
  useEffect(() => setOpened(fold.current?.open === true), []);
  return (
    <details
      ref={fold}
      className="figure-fold editor-fold"
      onToggle={(toggle) => setOpened((before) => before || toggle.currentTarget.open)}
    >
      <summary>Edit as text</summary>
      <noscript>
        <p>Editing needs JavaScript.</p>
      </noscript>
      {opened ? <TextEditor {...props} /> : null}
    </details>
  );
}
