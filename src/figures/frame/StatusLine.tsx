/** The state of the whole figure in a line above the result: empty, loading, stale, an error, too large, done. */
import type { ReactNode } from 'react';
import type { Status } from './model';
import { Sentence } from './Words';

export interface StatusLineProps {
  readonly status: Status;
  /** The title of an example that is on its way. */
  readonly awaited: string | undefined;
}

/** A shape for each kind, so that colour never stands alone. */
const shapes: Readonly<Record<Exclude<Status['kind'], 'ready'>, ReactNode>> = {
  empty: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />,
  loading: <path d="M8 3a5 5 0 1 1-5 5" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  stale: (
    <path
      d="M8 3a5 5 0 1 0 5 5M8 5v3.5l2 1.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  ),
  error: <path d="M8 2.5v6.5m0 3.5v.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  'too-large': (
    <path d="M3 8h10M10 5l3 3-3 3" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
  ),
  done: <path d="m3.5 8.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
};

export function StatusLine({ status, awaited }: StatusLineProps): ReactNode {
  const shown: Status = awaited === undefined ? status : { kind: 'loading', says: [`Loading “${awaited}” …`] };
  if (shown.kind === 'ready') return null;
  return (
    <p className={`figure-status ${shown.kind}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[shown.kind]}
      </svg>
      <span>
        <Sentence words={shown.says} />
      </span>
    </p>
  );
}
