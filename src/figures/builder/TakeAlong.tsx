/** Folded until somebody wants the archive itself: then it is written. */
import { type ReactNode, useState } from 'react';
import type { LoadedParts } from '@/figures/frame/use-parts';
import { useLateFor } from '@/figures/frame/use-parts';
import type { Core } from './core';
import type { Late } from './late';
import type { TakenPicture } from './picture';

export interface TakeAlongProps {
  readonly summary: string;
  /** Undefined until the core has come. */
  readonly taken: TakenPicture | undefined;
  readonly loaded: LoadedParts<Core, Late>;
}

export function TakeAlong({ summary, taken, loaded }: TakeAlongProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { late } = loaded;
  useLateFor(isOpen, loaded);
  const isHere = late !== undefined && taken !== undefined;
  return (
    <details className="figure-fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {!isOpen ? null : isHere ? <late.TakenFile taken={taken} /> : <p>On its way …</p>}
    </details>
  );
}
