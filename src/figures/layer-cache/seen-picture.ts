/** What a lens shows of building now: types alone. */
import type { BuildsPicture } from './builds-picture';

export type SeenPicture = BuildsPicture;

/** What every lens has. */
export interface SeenParts {
  /** In a sentence: `Three builds, 18 s in all.` */
  readonly says: string;
}
