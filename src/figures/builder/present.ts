/** From the state of the figure to what is drawn. The box, which needs the archive itself, is drawn by a part that comes late. */
import type { BuildProblem } from '@/core/wheel';
import type { Choice } from '@/figures/frame/Choices';
import type { Look, Status } from '@/figures/frame/model';
import { cratePicture, shownBuild, shownPlan } from './crate-picture';
import { BACKENDS, backendOf, LAYOUTS, layoutOf, TRIES, type Try, tried } from './edit-project';
import { fileRows, openFile } from './file-picture';
import { announcementOf, happenedOf, LENS_NAMES, settingsOf } from './happened';
import { installedPicture } from './installed-picture';
import { manifestPicture } from './manifest-picture';
import { PLACE, planOf } from './outcomes';
import {
  type BuilderPicture,
  coveredWords,
  type FilePicture,
  type SeenPicture,
  type TakenPicture,
  type Tap,
} from './picture';
import { runPicture } from './run-picture';
import { type ProjectScene, taskOf } from './scenario';
import { type BuilderEvent, type BuilderState, HOWS, isFirstState, LENSES, TARGETS } from './state';
import { leadsOf, notesOf, stationsNow } from './stations';
import { testsPicture } from './tests-picture';

export function present({ project }: ProjectScene, state: BuilderState, { answer }: Look): BuilderPicture {
  const isHidden = answer === 'hidden';
  // What a build would say is the answer; covered, nobody sees it at its place either.
  const problems = isHidden ? [] : problemsNow(state);
  const happened = isHidden ? [coveredWords.happened] : happenedOf(state);
  return {
    status: isHidden ? { kind: 'ready' } : statusOf(state, problems),
    happened,
    announcement: isHidden ? coveredWords.announcement : announcementOf(state, happened),
    settings: isHidden ? [`${state.now.size} files.`] : settingsOf(state),
    resetDisabledBecause: isFirstState(state) ? 'This is the first state.' : undefined,
    task: taskOf(project, state.installed !== undefined),
    files: fileRows(state, problems),
    begins: state.now.has('README.md') ? [] : ['README.md'],
    open: openFile(state, problems),
    manifest: manifestPicture(state, problems),
    stations: stationsNow(state, isHidden),
    leads: leadsOf(state),
    notes: isHidden ? [] : notesOf(state),
    settled: settledOf(state),
    tries: triesOf(state),
    lens: state.lens,
    lenses: LENSES.map((lens) => {
      return { label: LENS_NAMES[lens], chosen: lens === state.lens, event: { kind: 'lens-chosen', lens } };
    }),
    seen: seenOf(state, isHidden),
    file: isHidden ? undefined : filePicture(state),
    box: state.box,
    project: projectPicture(state),
    isHidden,
  };
}

/** What building the project as it is now would say. */
export function problemsNow({ now, target }: BuilderState): readonly BuildProblem[] {
  const planned = planOf({ files: now, kind: target });
  return planned.kind === 'failed' ? planned.problems : planned.warnings;
}

/** While the manifest is half-typed, what was built stays. */
function statusOf({ built }: BuilderState, problems: readonly BuildProblem[]): Status {
  const broken = problems.find(({ stage, weight }) => stage === 'parse' && weight === 'error');
  if (broken === undefined) return { kind: 'ready' };
  const kept = built === undefined ? '' : ' What was built last stays.';
  return { kind: 'stale', says: [`It can’t be built as it stands: ${broken.message}${kept}`] };
}

function seenOf(state: BuilderState, isHidden: boolean): SeenPicture | undefined {
  switch (state.lens) {
    case 'files':
      return cratePicture(state, isHidden);
    case 'installed':
      return installedPicture(state, isHidden);
    case 'run':
      return runPicture(state, isHidden);
    case 'tests':
      return testsPicture(state, isHidden);
    case 'box':
      return undefined;
  }
}

function settledOf(state: BuilderState): BuilderPicture['settled'] {
  const layout = layoutOf(state.now);
  const backend = backendOf(state.now);
  return [
    {
      legend: 'Layout',
      choices: LAYOUTS.map((one): Choice<BuilderEvent> => {
        return {
          label: one,
          isCode: one === 'src',
          chosen: one === layout,
          event: edited({ do: 'layout', layout: one }),
        };
      }),
    },
    {
      legend: 'Backend',
      choices: BACKENDS.map((one): Choice<BuilderEvent> => {
        return { label: one, isCode: true, chosen: one === backend, event: edited({ do: 'backend', backend: one }) };
      }),
    },
    {
      legend: 'Build',
      choices: TARGETS.map((target): Choice<BuilderEvent> => {
        return { label: target, chosen: target === state.target, event: { kind: 'target-chosen', target } };
      }),
    },
    {
      legend: 'Install',
      choices: HOWS.map((how): Choice<BuilderEvent> => {
        return { label: how, chosen: how === state.how, event: { kind: 'how-chosen', how } };
      }),
    },
  ];
}

const edited = (edit: Extract<BuilderEvent, { kind: 'edited' }>['edit']): BuilderEvent => ({ kind: 'edited', edit });

const TRY_NAMES: Readonly<Record<Try, string>> = {
  bump: 'Next version',
  'py-typed': 'Add py.typed',
  'data-file': 'Add a data file',
  'delete-init': 'Delete __init__.py',
  'rename-script': 'Rename the command',
  'wrong-target': 'Point the command at a function that isn’t there',
};

function triesOf({ now }: BuilderState): readonly Tap[] {
  return TRIES.filter((change) => tried(now, change) !== undefined).map((change) => {
    return { label: TRY_NAMES[change], event: edited({ do: 'try', change }) };
  });
}

function filePicture(state: BuilderState): FilePicture | undefined {
  const build = shownBuild(state);
  const plan = shownPlan(state);
  if (build === undefined || plan === undefined) return undefined;
  const { filename } = plan;
  const atHome =
    build.kind === 'editable'
      ? ['Only the frontend ever sees this wheel: it is installed and thrown away.']
      : ['At home, in an environment of your own: ', { code: `python -m pip install ./${filename}` }, '.'];
  const takes = build.kind === 'editable' ? undefined : `Take the ${build.kind} along`;
  return { name: filename, packed: build, folder: PLACE.project, takes, atHome };
}

function projectPicture({ now }: BuilderState): TakenPicture {
  return {
    packed: { files: now, kind: 'project' },
    folder: PLACE.project,
    atHome: [
      'Unpack it, and in its folder build with ',
      { code: 'uv build' },
      ' or ',
      { code: 'python -m build' },
      '.',
    ],
  };
}
