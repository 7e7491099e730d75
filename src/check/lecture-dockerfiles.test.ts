/** The Dockerfiles that lecture 8 prints: the builder takes them, and the first and the last are those that its figure builds. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addedBytes, buildProject, catalogOfBases, FIRST_STATE, parseDockerfile } from '@/core/docker';
import { readLayerFile, shipScenario } from '@/figures/layer-cache/read-scenario';
import { buildOf, openScene } from '@/figures/layer-cache/scenario';

const lecture = readFileSync('content/lectures/08-a-good-dockerfile.mdx', 'utf8');
const printed = [...lecture.matchAll(/```dockerfile[^\n]*\n([\s\S]*?)```/g)].map(([, text = '']) => text);
const project = readLayerFile(readFileSync('content/scenarios/layer-project/greeting-naive.yaml', 'utf8'));

describe('the Dockerfiles of lecture 8', () => {
  it('can be read by the builder, each part of one on a base of its own', () => {
    const whole = printed.map((text) => (/^(?:#|FROM)/.test(text) ? text : `FROM scratch\n${text}`));
    expect(whole.flatMap((text) => parseDockerfile(text).problems)).toEqual([]);
  });

  it('begin and end with those that the figure beside them builds', () => {
    const textOf = (id: string) => project.dockerfiles.find((one) => one.id === id)?.text;
    expect(printed[0]).toBe(textOf('naive'));
    expect(printed.at(-1)).toBe(textOf('whole'));
  });

  it('make images of the sizes that the text tells: 1,391, 183 and 144 MB', () => {
    const scene = openScene(shipScenario(project));
    const world = { images: catalogOfBases(project.bases), secrets: new Set<string>() };
    const sizes = project.dockerfiles.map(({ id }) => {
      const { outcome } = buildProject(
        buildOf(scene.scenario, { ...scene.first, dockerfile: { id } }),
        world,
        FIRST_STATE,
      );
      if (outcome.kind !== 'built') throw new Error(outcome.kind);
      const base = id === 'naive' ? 'python:3.13' : 'python:3.13-slim';
      return Math.round(((project.bases[base]?.size ?? 0) + addedBytes(outcome.image)) / 1e6);
    });
    expect(sizes).toEqual([1391, 183, 144]);
  });
});
