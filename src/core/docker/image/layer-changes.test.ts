/** What layers do to the files below them. */
import { describe, expect, it } from 'vitest';
import { buildAll, inputOf } from '../build/project.fixture';
import { layerChanges } from './layer-changes';

function changesOf(dockerfile: string, deletes: readonly string[] = []) {
  const files = { a: { content: 'a' }, 'd/b': { content: 'b' } };
  const effectOf = () => ({ writes: new Map(), deletes, exitCode: 0 });
  const [outcome] = buildAll([inputOf(dockerfile, files, { effectOf })]);
  if (outcome?.kind !== 'built') throw new Error(JSON.stringify(outcome));
  const { image } = outcome;
  return image.layers.map((_, at) => layerChanges(image, at));
}

describe('the changes of a layer', () => {
  it('are new files, and files that are stored again', () => {
    expect(changesOf('FROM alpine\nCOPY a /x/a\nCOPY d /x/\nCOPY d/b /x/a\n')).toEqual([
      { added: ['/x/a'], changed: [], deleted: [] },
      { added: ['/x/b'], changed: [], deleted: [] },
      { added: [], changed: ['/x/a'], deleted: [] },
    ]);
  });

  it('name a folder where nothing in it is named', () => {
    expect(changesOf('FROM alpine\nWORKDIR /x/y\n')).toEqual([{ added: ['/x/y/'], changed: [], deleted: [] }]);
  });

  it('name what is deleted', () => {
    expect(changesOf('FROM alpine\nCOPY d /x/\nRUN rm\n', ['/x'])[1]).toEqual({
      added: [],
      changed: [],
      deleted: ['/x'],
    });
  });

  it('are none where the image has no such layer', () => {
    expect(changesOf('FROM alpine\nENV A=1\n')).toEqual([{ added: [], changed: [], deleted: [] }]);
  });
});
