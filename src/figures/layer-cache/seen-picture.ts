/** What a lens shows of building now: types alone. */
import type { BuildsPicture } from './builds-picture';
import type { ChecksPicture } from './checks-picture';
import type { GraphPicture } from './graph-picture';
import type { ImagePicture } from './image-picture';
import type { LogPicture } from './log-picture';

export type SeenPicture = LogPicture | GraphPicture | ImagePicture | BuildsPicture | ChecksPicture;
