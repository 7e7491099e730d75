/** A fold whose inside comes with the late parts, when it is first opened. */
import { type ReactNode, useState } from 'react';
import type { Late } from './late';
import type { LoadedParts } from './use-parts';

export interface LateFoldProps {
  readonly summary: string;
  readonly parts: LoadedParts;
  readonly children: (late: Late) => ReactNode;
}

export function LateFold({ summary, parts, children }: LateFoldProps): ReactNode {
  const { core, late, withCore, loadLate } = parts;
  const [isOpen, setOpen] = useState(false);
  const toggled = (open: boolean) => {
    setOpen(open);
    if (open) withCore(() => loadLate());
  };
  return (
    <details
      className="figure-fold"
      onToggle={({ currentTarget, target }) => target === currentTarget && toggled(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {isOpen ? (
        <div className="figure-folded">
          {core === undefined || late === undefined ? <p>On its way …</p> : children(late)}
        </div>
      ) : null}
    </details>
  );
}
