/** What the chosen lens shows. */
import { buildsPicture } from './builds-picture';
import { checksPicture } from './checks-picture';
import { graphPicture } from './graph-picture';
import { imagePicture } from './image-picture';
import { logPicture } from './log-picture';
import type { ProjectScene } from './scenario';
import type { SeenPicture } from './seen-picture';
import type { LayerState } from './state';

export function seenOf(scene: ProjectScene, state: LayerState, isHidden: boolean): SeenPicture | undefined {
  switch (state.lens) {
    case 'steps':
      return undefined;
    case 'log':
      return logPicture(scene, state, isHidden);
    case 'graph':
      return graphPicture(scene, state, isHidden);
    case 'image':
      return imagePicture(scene, state, isHidden);
    case 'builds':
      return buildsPicture(scene, state, isHidden);
    case 'checks':
      return checksPicture(scene, state, isHidden);
  }
}
