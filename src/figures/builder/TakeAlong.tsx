/** Folded until somebody wants the file itself: then it is written. */
import { type ReactNode, useState } from 'react';
import type { LoadedParts } from '@/figures/frame/use-parts';
import { useLateFor } from '@/figures/frame/use-parts';
import type { Core } from './core';
import type { Late } from './late';
import type { FilePicture } from './picture';

export interface TakeAlongProps {
  readonly file: FilePicture;
  readonly loaded: LoadedParts<Core, Late>;
}

export function TakeAlong({ file, loaded }: TakeAlongProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { late } = loaded;
  useLateFor(isOpen, loaded);
  return (
    <details className="figure-fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{file.takes}</summary>
      {!isOpen ? null : late === undefined ? <p>On its way …</p> : <late.TakenFile file={file} />}
    </details>
  );
}
