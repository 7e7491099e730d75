/** Details that stay folded until someone wants them: the browser's own disclosure, so it works without script. */
import type { ReactNode } from 'react';

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
