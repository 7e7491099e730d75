import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BUILDER_DIFFERENCES, COST_MODEL } from '@/core/docker';
import { about } from './about';

const recordings = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('what the layer cache says of itself', () => {
  it('counts the recordings, without those that we list as different', () => {
    const names = [
      ...recordings('src/core/docker/conformance/buildkit'),
      ...recordings('content/scenarios/layer-cache'),
    ];
    const listed = new Set(BUILDER_DIFFERENCES.flatMap(({ scenarios }) => scenarios));
    const same = names.filter((name) => !listed.has(name.replace('.json', '')));
    expect(about.checks.map(({ cases }) => cases)).toEqual([same.length]);
  });

  it('names the numbers of the model', () => {
    const { start, fileStep, download, install, copy } = COST_MODEL;
    const said = `${start} s to start a RUN, ${fileStep} s for a COPY, downloads at ${download / 1e6} MB a second, packages unpacked at ${install / 1e6} MB a second, files copied at ${copy / 1e6} MB a second`;
    expect(about.models.join('')).toContain(said);
  });
});
