/** What a lens shows of building now: types alone. */
import type { BuildsPicture } from './builds-picture';
import type { ChecksPicture } from './checks-picture';
import type { ImagePicture } from './image-picture';

export type SeenPicture = ImagePicture | BuildsPicture | ChecksPicture;
