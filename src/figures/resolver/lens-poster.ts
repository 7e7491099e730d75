/** The still of a lens: the step with what is held true, the graph drawn, or the counts of the race. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { Drawing } from './drawing';
import type { GraphPicture } from './graph';
import type { ResolverPicture } from './picture';
import type { RacePicture } from './race';
import { resolverPoster } from './resolver-poster';
import type { StepsPicture } from './steps';

export function lensPoster(picture: ResolverPicture): Poster {
  const { settings, happened, steps, graph, race } = picture;
  if (steps !== undefined) {
    return { settings, happened: [steps.says], groups: stepsGroups(steps), ...drawn(steps.drawing) };
  }
  if (graph !== undefined) return { settings, happened, groups: graphGroups(graph), ...drawn(graph.drawing) };
  if (race !== undefined) return { settings, happened: [race.says], groups: raceGroups(race) };
  return resolverPoster(picture);
}

function drawn(drawing: Drawing | undefined): Pick<Poster, 'drawing'> {
  return drawing === undefined
    ? {}
    : { drawing: async (theme) => (await import('./draw-graph')).drawGraph(drawing, theme) };
}

function stepsGroups({ step, total, kind, lanes }: StepsPicture): Poster['groups'] {
  const rows = lanes.of.flatMap(({ label, items, isTakenBack }) =>
    items.map(({ text, isChosen, by }): PosterRow => {
      const mark: PosterMark = isTakenBack ? 'passed' : isChosen ? 'chosen' : 'fits';
      return { mark, name: text, word: isTakenBack ? `${label}, taken back` : `${label}${by === '' ? '' : `, ${by}`}` };
    }),
  );
  const label = `Step ${step} of ${total}: ${kind}`;
  return [{ label, rows: rows.length > 0 ? rows : [{ mark: 'plain', name: lanes.none, word: 'at this step' }] }];
}

function graphGroups({ list, isFailure }: GraphPicture): Poster['groups'] {
  const rows = list.map(({ name, version, requiredBy }): PosterRow => {
    const who = requiredBy.length === 0 ? 'nobody' : requiredBy.map((each) => each.name).join(', ');
    const mark: PosterMark = isFailure ? (version === '' ? 'plain' : 'refused') : 'chosen';
    return { mark, name: `${name} ${version}`.trim(), word: `required by ${who}` };
  });
  const label = isFailure ? 'What the conflict rests on' : 'Chosen';
  return [{ label, rows: rows.length > 0 ? rows : [{ mark: 'plain', name: 'nothing', word: 'to draw' }] }];
}

function raceGroups({ racers, rows }: RacePicture): Poster['groups'] {
  return racers.map(({ name, as, result }, at) => ({
    label: `${name}, as ${as}: ${result}`,
    rows: rows.map(({ label, values }): PosterRow => ({ mark: 'plain', name: values[at] ?? '', word: label })),
  }));
}
