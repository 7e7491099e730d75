/** Which file a test’s import gets, by who runs the tests and what is installed. */

import type { Words } from '@/figures/frame/Words';
import { seenWith } from './crate-picture';
import type { SeenPicture } from './picture';
import type { BuilderState } from './state';

export function testsPicture(_: BuilderState, isHidden: boolean): SeenPicture {
  return seenWith({ says: [isHidden ? 'Covered: say first which file the tests import.' : 'On its way.'] });
}

export function testsWords({ tester }: BuilderState): Words {
  return [{ code: tester }, '.'];
}
