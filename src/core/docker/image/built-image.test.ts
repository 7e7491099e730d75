/** Layers, sizes, what is buried in them, and where a secret is readable. */
import { describe, expect, it } from 'vitest';
import type { BuildInput } from '../build/build';
import { buildAll, inputOf } from '../build/project.fixture';
import type { FileFact } from '../effects/run-effect';
import type { ContextEntries } from '../files/build-context';
import { addedBytes, differenceFromBase, pathsOf } from './built-image';
import { buriedBytes, likelySecrets, placesOf, readableSecrets } from './readable-secrets';

function imageOf(dockerfile: string, files: ContextEntries, change: Partial<BuildInput> = {}) {
  const [outcome] = buildAll([inputOf(dockerfile, files, change)]);
  if (outcome?.kind !== 'built') throw new Error(JSON.stringify(outcome));
  return outcome.image;
}

const repeated = (count: number) => ({ repeat: 'x', count });
const deleting = (path: string): Partial<BuildInput> => ({
  effectOf: () => ({ writes: new Map(), deletes: [path], exitCode: 0 }),
});

describe('a layer', () => {
  it('holds what its step writes, folders that are made on the way too', () => {
    const image = imageOf('FROM alpine\nWORKDIR /app\nCOPY src lib/\n', {
      'src/a': { content: 'ab' },
      'src/d/b': { content: 'c' },
    });
    expect(image.layers.map((layer) => [layer.layer.size, pathsOf(layer)])).toEqual([
      [0, ['/app']],
      [3, ['/app/lib', '/app/lib/a', '/app/lib/d', '/app/lib/d/b']],
    ]);
  });

  it('keeps what a later one deletes, which only puts a whiteout over it', () => {
    const image = imageOf('FROM alpine\nCOPY big /big\nRUN rm /big\n', { big: repeated(50_000) }, deleting('/big'));
    expect(image.layers.map(({ layer }) => [layer.size, layer.deletes])).toEqual([
      [50_000, []],
      [0, ['/big']],
    ]);
    expect([addedBytes(image), buriedBytes(image), [...differenceFromBase(image).changed]]).toEqual([
      50_000,
      50_000,
      [],
    ]);
  });

  it('doesn’t hold a file that was written over itself', () => {
    const image = imageOf('FROM alpine\nCOPY a /a\nCOPY . /\n', { a: repeated(100), b: repeated(10) });
    expect(image.layers.map(({ layer }) => layer.size)).toEqual([100, 10]);
  });

  it('with --link replaces a link that is in the way', () => {
    const link: FileFact = { type: 'symlink', uid: 0, gid: 0, target: '/data' };
    const effectOf = () => ({ writes: new Map([['/store', link]]), deletes: [], exitCode: 0 });
    const plain = imageOf('FROM alpine\nRUN ln\nCOPY a /store/a\n', { a: repeated(1) }, { effectOf });
    const linked = imageOf('FROM alpine\nRUN ln\nCOPY --link a /store/a\n', { a: repeated(1) }, { effectOf });
    const paths = (image: typeof plain) => [...differenceFromBase(image).changed.keys()];
    expect([paths(plain), paths(linked)]).toEqual([
      ['/data', '/data/a', '/store'],
      ['/store', '/store/a'],
    ]);
  });
});

describe('a secret', () => {
  it('is readable in a variable, in the history of an argument, in a file and in a deleted file', () => {
    const text = 'FROM alpine\nARG TOKEN\nENV API_KEY=hunter2\nCOPY .env /app/.env\nRUN rm /app/.env\n';
    const given = { arguments: new Map([['TOKEN', 'hunter2']]), ...deleting('/app/.env') };
    const image = imageOf(text, { '.env': { content: 'PASSWORD=hunter2\n' } }, given);
    expect(placesOf(image, 'hunter2').map((place) => [place.kind, 'line' in place ? place.line : place.name])).toEqual([
      ['variable', 'API_KEY'],
      ['history', 2],
      ['history', 3],
      ['history', 5],
      ['file', 4],
    ]);
    expect(placesOf(image, 'hunter2').at(-1)).toMatchObject({ path: '/app/.env', isBuried: true });
    expect(likelySecrets(image).map(({ kind }) => kind)).toEqual(['variable', 'history', 'history', 'file']);
  });

  it('is found under another name by its value, and once in each place', () => {
    const text = 'FROM alpine\nARG TOKEN\nLABEL by=hunter2\nCOPY notes /notes\n';
    const given = new Map([['TOKEN', 'hunter2']]);
    const image = imageOf(text, { notes: { content: 'it is hunter2' } }, { arguments: given });
    expect(readableSecrets(image, given).map(({ kind }) => kind)).toEqual(['history', 'label', 'history', 'file']);
    expect(readableSecrets(image, new Map([['TOKEN', '2']]))).toEqual(likelySecrets(image));
  });

  it('leaves nothing behind when it is mounted', () => {
    const text = 'FROM alpine\nRUN --mount=type=secret,id=token use\n';
    expect(likelySecrets(imageOf(text, {}, { secrets: new Set(['token']) }))).toEqual([]);
  });
});
