/** The log of building now, in the builder’s wording. */
import { type LogLine, projectLog } from '@/core/docker';
import type { Words } from '@/figures/frame/Words';
import { outcomesOf, worldOf } from './outcomes';
import { buildOf, type ProjectScene } from './scenario';
import type { LayerState } from './state';

export interface LogPicture {
  readonly kind: 'log';
  readonly says: Words;
  readonly said: string;
  /** Empty while the answer is hidden. */
  readonly lines: readonly (LogLine & { readonly key: string })[];
}

export function logPicture(scene: ProjectScene, { builds, now }: LayerState, isHidden: boolean): LogPicture {
  if (isHidden)
    return { kind: 'log', says: ['Which steps will the log call CACHED? The answer is hidden.'], said: '', lines: [] };
  const setups = [...builds, now];
  const outcomes = outcomesOf(scene, setups);
  const row = outcomes.map((outcome, at) => ({ asked: buildOf(scene.scenario, setups[at] ?? now), outcome }));
  const lines = projectLog(row, worldOf(scene)).map((line, at) => ({ ...line, key: `${at}` }));
  return {
    kind: 'log',
    says: [
      'As ',
      { code: 'docker build --progress=plain' },
      ' prints it. The seconds are the model’s; what commands print isn’t known here, and digests are left out.',
    ],
    said: '',
    lines,
  };
}
