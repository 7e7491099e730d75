/** How far a walk has gone, in a link: a number of steps, or nothing for its end. */
import type { Json } from '@/core/exercise';
import type { Walked } from './bay';

/** More steps than any path has; a stranger's number beyond it is refused. */
const MOST_STEPS = 1000;

/** The member that a written state has for its walk: none at the end. */
export function writeWalked(walked: Walked): { readonly walked?: number } {
  return walked === 'end' ? {} : { walked };
}

/** A stranger's number of steps; undefined when it is none. */
export function readWalked(json: Json | undefined): Walked | undefined {
  if (json === undefined) return 'end';
  return typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= MOST_STEPS ? json : undefined;
}
