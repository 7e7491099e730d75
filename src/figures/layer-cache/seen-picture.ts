/** What a lens shows of building now: types alone. */
import type { BuildsPicture } from './builds-picture';
import type { ChecksPicture } from './checks-picture';

export type SeenPicture = BuildsPicture | ChecksPicture;
