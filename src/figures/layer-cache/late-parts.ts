/** What the lenses beside the steps need: it comes when one of them is chosen. `lenses.ts` puts it here as it loads. */
import type { Facts } from '@/core/exercise';
import type { Poster } from '@/figures/frame/poster';
import type { LayerPicture } from './picture';
import type { ProjectScene } from './scenario';
import type { SeenPicture } from './seen-picture';
import type { LayerState } from './state';

export interface LateParts {
  /** What the chosen lens shows; undefined: it is the steps. */
  readonly seenOf: (scene: ProjectScene, state: LayerState, isHidden: boolean) => SeenPicture | undefined;
  /** The facts of the image and the checks. */
  readonly factsOfImage: (scene: ProjectScene, state: LayerState) => Facts;
  /** The still of a lens; undefined: it is the one of the steps. */
  readonly posterOf: (picture: LayerPicture) => Poster | undefined;
}

let parts: LateParts | undefined;

export function provideLateParts(loaded: LateParts): void {
  parts = loaded;
}

/** Undefined until they have loaded. */
export function lateParts(): LateParts | undefined {
  return parts;
}
