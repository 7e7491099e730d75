/** Details that stay folded until someone wants them: the browser's own disclosure, so it works without script. */
import { type ReactNode, useState } from 'react';

export interface FoldProps {
  readonly summary: string;
  readonly children: ReactNode;
}

export function Fold({ summary, children }: FoldProps): ReactNode {
  return (
    <details className="figure-fold">
      <summary>{summary}</summary>
      <div className="figure-folded">{children}</div>
    </details>
  );
}

/** A fold with much in it: drawn again only while it is open, so that rows which nobody sees cost nothing at each letter. */
export function LongFold({ summary, children }: FoldProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const [folded, setFolded] = useState(children);
  const toggled = (open: boolean) => {
    setOpen(open);
    if (!open) setFolded(children);
  };
  return (
    <details
      className="figure-fold"
      onToggle={({ currentTarget, target }) => target === currentTarget && toggled(currentTarget.open)}
    >
      <summary>{summary}</summary>
      <div className="figure-folded">{isOpen ? children : folded}</div>
    </details>
  );
}
