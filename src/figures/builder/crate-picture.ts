/** The distribution as a crate: its files with where each comes from, and the files of the project that stay out, with the reason. */
import type { DistributionPlan, LeftOutFile, PlannedFile } from '@/core/wheel';
import type { Group, Row } from '@/figures/inspector/picture';
import { bytesWord } from '@/figures/layer-cache/amounts';
import { planOf } from './outcomes';
import type { CratePicture, SeenPicture } from './picture';
import { type Build, type BuilderEvent, type BuilderState, changesNow } from './state';

/** Rows of a group; a project has at most sixty files. */
const MOST_ROWS = 80;

const NOTHING: SeenPicture = { crate: undefined, says: [], choices: [], groups: [], walk: undefined, texts: [] };

export function seenWith(seen: Partial<SeenPicture>): SeenPicture {
  return { ...NOTHING, ...seen };
}

/** The last build that came to something. */
export function shownBuild({ built, good }: BuilderState): Build | undefined {
  if (built === undefined) return undefined;
  return planOf(built).kind === 'planned' ? built : good;
}

export function shownPlan(state: BuilderState): DistributionPlan | undefined {
  const build = shownBuild(state);
  const planned = build === undefined ? undefined : planOf(build);
  return planned?.kind === 'planned' ? planned.plan : undefined;
}

export function cratePicture(state: BuilderState, isHidden: boolean): SeenPicture {
  const plan = shownPlan(state);
  if (isHidden || plan === undefined) {
    const word = isHidden ? NOT_YET : whyNothing(state);
    const name = state.target === 'wheel' ? 'a wheel' : 'an sdist';
    return seenWith({
      crate: { name: isHidden ? 'What will be in it?' : `Here comes ${name}`, note: '', mark: 'empty', word },
    });
  }
  return seenWith({
    crate: crateOf(state, plan),
    groups: [
      ...groupsOf(plan),
      ...(plan.leftOut.length === 0
        ? []
        : [{ title: 'Left out', rows: plan.leftOut.slice(0, MOST_ROWS).map((file) => leftOutRow(file)) }]),
    ],
  });
}

const NOT_YET = 'Nothing is built yet.';

function whyNothing({ built }: BuilderState): string {
  const planned = built === undefined ? undefined : planOf(built);
  if (planned?.kind !== 'failed') return NOT_YET;
  const isUnknown = planned.problems.find(({ weight }) => weight === 'error')?.code === 'not-modelled';
  return isUnknown ? 'What a real build would write isn’t modelled.' : 'The build came to nothing.';
}

function crateOf(state: BuilderState, plan: DistributionPlan): CratePicture {
  const size = plan.files.reduce((sum, { content }) => sum + content.length, 0);
  const isFailed = state.built !== undefined && planOf(state.built).kind === 'failed';
  const isOld = isFailed || changesNow(state).length > 0;
  return {
    name: plan.filename,
    note: `${plan.files.length} files, ${bytesWord(size)}, by ${plan.backend}`,
    mark: isOld ? 'stale' : 'built',
    word: isFailed ? 'from the last build that worked' : isOld ? 'from before your changes' : 'as the project is now',
  };
}

function groupsOf({ files }: DistributionPlan): readonly Group<BuilderEvent>[] {
  const ours = files.filter(({ source }) => source.kind === 'source');
  const written = files.filter(({ source }) => source.kind === 'written');
  return [
    { title: 'From the project', ...(ours.length === 0 ? { says: ['None: the wheel is empty.'] } : rowsOf(ours)) },
    { title: 'Written by the backend', ...rowsOf(written) },
  ];
}

function rowsOf(files: readonly PlannedFile[]): Pick<Group<BuilderEvent>, 'rows' | 'more'> {
  const left = files.length - MOST_ROWS;
  return {
    rows: files.slice(0, MOST_ROWS).map(fileRow),
    ...(left > 0 ? { more: `${left} more aren’t drawn.` } : {}),
  };
}

function fileRow({ path, content, source }: PlannedFile): Row<BuilderEvent> {
  const size = bytesWord(content.length);
  if (source.kind === 'written') return { mark: 'plain', name: path, word: size };
  const word = source.path === path ? size : `is ${source.path}, ${size}`;
  return { mark: 'well', name: path, word, event: { kind: 'opened', path: source.path } };
}

function leftOutRow({ path, because }: LeftOutFile): Row<BuilderEvent> {
  return { mark: 'note', name: path, word: because, event: { kind: 'opened', path } };
}
