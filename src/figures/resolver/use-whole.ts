/** The last whole picture stays in view while the worker makes the next: only what is known already is new in it. */
import { useState } from 'react';
import type { ResolverPicture } from './picture';

export function useWhole(picture: ResolverPicture): ResolverPicture {
  const isHollow = picture.verdict.kind === 'awaited';
  const [last, setLast] = useState(picture);
  if (!isHollow && last !== picture) setLast(picture);
  if (!isHollow || last.verdict.kind === 'awaited') return picture;
  const { status, editor, lenses, lens, resetDisabledBecause, announcement, awaits, remote } = picture;
  return { ...last, status, editor, lenses, lens, resetDisabledBecause, announcement, awaits, remote };
}
