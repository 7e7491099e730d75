/** What an exercise may ask about the image that comes out, and about the checks. */
import {
  addedBytes,
  type BuildOutcome,
  type BuiltImage,
  buriedBytes,
  differenceFromBase,
  type ReadablePlace,
  readableSecrets,
} from '@/core/docker';
import type { Fact, Facts } from '@/core/exercise';
import { checksOf } from './checks-picture';
import { outcomeNow } from './outcomes';
import type { ProjectScene } from './scenario';
import type { LayerState } from './state';

/**
 * Of the image: `image`, `added`, `buried` (megabytes: whole, what the build adds to the base, what no container sees), `layers` (a number, the
 * base’s too), `readable` (where likely secrets can be read, a list: `variable API_KEY`, `label token`, `history 3`, `file /app/.env`,
 * `buried /app/.env`), `holds` (what a container sees and the base hasn’t, a list), `user` (empty: root), `starts` (the words of what is
 * started, a list). Without an image the numbers are 0 and the rest is empty.
 * Of the build: `secrets`, the ids of those that a RUN is given, a list.
 * Of the checks: `checks`, the names of what they find, a list.
 */
export function factsOfImage(scene: ProjectScene, state: LayerState): Facts {
  const { outcome } = outcomeNow(scene, state);
  const image = outcome.kind === 'built' ? outcome.image : undefined;
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  return new Map<string, Fact>([
    ['image', image === undefined ? 0 : megabytes(image.baseSize + addedBytes(image))],
    ['added', image === undefined ? 0 : megabytes(addedBytes(image))],
    ['buried', image === undefined ? 0 : megabytes(buriedBytes(image))],
    ['layers', image === undefined ? 0 : image.baseLayers + image.layers.filter(({ isEmpty }) => !isEmpty).length],
    ['checks', [...new Set(checksOf(scene, state.now).findings.map(({ rule }) => rule))].sort()],
    [
      'readable',
      image === undefined ? [] : [...new Set(readableSecrets(image, state.now.arguments).map(placeWord))].sort(),
    ],
    ['holds', image === undefined ? [] : filesAdded(image)],
    ['secrets', secretsGiven(outcome)],
    ['user', image?.config.user ?? ''],
    ['starts', [...(image?.config.entrypoint ?? []), ...(image?.config.cmd ?? [])]],
  ]);
}

function secretsGiven(outcome: BuildOutcome): readonly string[] {
  if (outcome.kind === 'refused') return [];
  const ids = outcome.plan.operations.flatMap(({ operation }) => {
    if (operation.kind !== 'exec') return [];
    const mounted = operation.mounts.flatMap((mount) => (mount.kind === 'secret' ? [mount.id] : []));
    return [...mounted, ...operation.secretVariables.map(({ id }) => id)];
  });
  return [...new Set(ids)].sort();
}

/** Files that are listed at most. */
const MOST_FILES = 500;

function filesAdded(image: BuiltImage): readonly string[] {
  const nodes = [...differenceFromBase(image).changed];
  return nodes.flatMap(([path, { kind }]) => (kind === 'file' ? [path] : [])).slice(0, MOST_FILES);
}

function placeWord(place: ReadablePlace): string {
  switch (place.kind) {
    case 'variable':
    case 'label':
      return `${place.kind} ${place.name}`;
    case 'history':
      return `history ${place.line}`;
    case 'file':
      return `${place.isBuried ? 'buried' : 'file'} ${place.path}`;
  }
}
