/** From the state of the figure to what is drawn: the outcome of building the project now, after the builds so far. */
import type { ProjectOutcome } from '@/core/docker';
import type { Choice } from '@/figures/frame/Choices';
import type { Look, Status } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { bytesWord, countOf, secondsSaid, secondsWord } from './amounts';
import { changedFiles, fileRows } from './file-rows';
import { lateParts } from './late-parts';
import { outcomeNow } from './outcomes';
import type { LayerPicture, Total } from './picture';
import type { Arrangement, ProjectScene, Setup } from './scenario';
import {
  isFirstState,
  type LayerEvent,
  type LayerState,
  LENSES,
  type Lens,
  lastBuilt,
  MOST_BUILDS,
  TAPS,
  type Tap,
  update,
} from './state';
import { countSteps, stageRows } from './step-rows';

const TAP_NAMES: Readonly<Record<Tap, string>> = {
  edit: 'edits it',
  touch: 'touches it: time only',
  mode: 'changes its mode',
  delete: 'deletes it',
};

const LENS_NAMES: Readonly<Record<Lens, string>> = {
  steps: 'Steps',
  builds: 'Builds',
  checks: 'Checks',
};

export function present(scene: ProjectScene, state: LayerState, { answer }: Look): LayerPicture {
  const isHidden = answer === 'hidden';
  const outcome = outcomeNow(scene, state);
  const changes = changesNow(state);
  return {
    status: statusOf(outcome),
    happened: isHidden ? hiddenHappened(changes) : happenedOf(scene, state, outcome, changes),
    settings: settingsOf(scene, state, changes),
    announcement: isHidden ? 'What runs again? The answer is hidden.' : announcementOf(state, outcome, changes),
    resetDisabledBecause: isFirstState(state) ? 'This is the first state.' : undefined,
    task: scene.scenario.task,
    taps: TAPS.map((tap) => ({ label: TAP_NAMES[tap], chosen: state.tap === tap, event: { kind: 'tap-chosen', tap } })),
    arrangements: arrangementsOf(scene, state),
    files: fileRows(state, outcome.context),
    stages: stageRows(outcome, isHidden),
    total: totalOf(outcome, isHidden),
    lens: state.lens,
    lenses: LENSES.map((lens) => ({
      label: LENS_NAMES[lens],
      chosen: state.lens === lens,
      event: { kind: 'lens-chosen', lens },
    })),
    seen: state.lens === 'steps' ? undefined : lateParts()?.seenOf(scene, state, isHidden),
    build: {
      label: 'Build',
      event: { kind: 'built' },
      disabledBecause: state.builds.length >= MOST_BUILDS ? `${MOST_BUILDS} builds are kept; start again.` : undefined,
    },
    isHidden,
  };
}

function arrangementsOf({ scenario }: ProjectScene, { now }: LayerState): readonly Choice<LayerEvent>[] {
  if (scenario.dockerfiles.length < 2) return [];
  const chosen = arrangementOf(scenario.dockerfiles, now);
  return scenario.dockerfiles.map((one) => ({
    label: one.label,
    chosen: one === chosen,
    event: { kind: 'arranged', id: one.id },
  }));
}

function arrangementOf(all: readonly Arrangement[], { dockerfile }: Setup): Arrangement | undefined {
  return 'id' in dockerfile ? all.find(({ id }) => id === dockerfile.id) : undefined;
}

/** What is otherwise since the last build, one phrase each. */
function changesNow(state: LayerState): readonly Phrase[] {
  return changedFiles(lastBuilt(state), state.now).map(({ path, did }) => ({ code: path, did }));
}

interface Phrase {
  readonly code: string;
  readonly did: string;
}

function totalOf(outcome: ProjectOutcome, isHidden: boolean): Total {
  if (isHidden) return { mark: 'ahead', seconds: '?', says: 'Which steps run again, and what does it cost?' };
  const { kind } = outcome.outcome;
  if (kind === 'refused') return { mark: 'failed', seconds: '–', says: 'The builder refuses before it begins.' };
  const { all, ran } = countSteps(outcome);
  const counted = ran === 0 ? `nothing runs: ${countOf(all, 'step')} cached` : `${ran} of ${countOf(all, 'step')} run`;
  const written = outcome.bytes === 0 ? [] : [`${bytesWord(outcome.bytes)} written`];
  const fetched = outcome.downloads === 0 ? [] : [`${bytesWord(outcome.downloads)} fetched`];
  const says = [counted, ...written, ...fetched].join(', ');
  if (kind === 'failed')
    return { mark: 'failed', seconds: secondsWord(outcome.seconds), says: `the build fails; ${says}` };
  return { mark: ran === 0 ? 'cached' : 'ran', seconds: secondsWord(outcome.seconds), says };
}

function statusOf({ outcome }: ProjectOutcome): Status {
  if (outcome.kind === 'refused') return { kind: 'error', says: [outcome.problem.builderMessage] };
  return { kind: 'ready' };
}

function hiddenHappened(changes: readonly Phrase[]): Words {
  if (changes.length === 0) return ['Nothing is changed. Does any step run?'];
  return [...phrases(changes), ': which steps run again?'];
}

function happenedOf(
  scene: ProjectScene,
  state: LayerState,
  outcome: ProjectOutcome,
  changes: readonly Phrase[],
): Words {
  const { kind } = outcome.outcome;
  if (kind === 'refused') return ['The Dockerfile isn’t one that the builder takes, so nothing is built.'];
  const { all, ran } = countSteps(outcome);
  if (kind === 'failed') return ['The build fails: see the step. What ran before it is kept.'];
  const told = changes.length === 0 ? ['Nothing is changed since the last build'] : phrases(changes);
  const result =
    ran === 0
      ? `: every step comes from the cache.`
      : `: ${ran} of ${countOf(all, 'step')} ${ran === 1 ? 'runs' : 'run'}, in about ${secondsWord(outcome.seconds)}.`;
  return [...told, result, ...slowerElsewhere(scene, state, outcome.seconds)];
}

/** The arrangement in which the same story costs most, where it isn’t this one: what was gained. */
function slowerElsewhere(scene: ProjectScene, state: LayerState, seconds: number): Words {
  const { dockerfiles } = scene.scenario;
  if (arrangementOf(dockerfiles, state.now) === undefined) return [];
  const others = dockerfiles.map((one) => {
    const other = update(scene, state, { kind: 'arranged', id: one.id });
    return { label: one.label, seconds: outcomeNow(scene, other).seconds };
  });
  const slowest = others.reduce((worst, one) => (one.seconds > worst.seconds ? one : worst), { label: '', seconds });
  if (slowest.seconds < seconds + 1) return [];
  return [` With “${slowest.label}” it is ${secondsWord(slowest.seconds)}.`];
}

/** `app.py edited and README.md edited`. */
function phrases(changes: readonly Phrase[]): Words {
  return changes.flatMap(({ code, did }, at) => {
    const between = at === 0 ? '' : at === changes.length - 1 ? ' and ' : ', ';
    return [between, { code }, ` ${did}`];
  });
}

/** For paper: the Dockerfile’s arrangement, and what is changed. */
function settingsOf({ scenario }: ProjectScene, state: LayerState, changes: readonly Phrase[]): Words {
  const arrangement = arrangementOf(scenario.dockerfiles, state.now);
  const named =
    scenario.dockerfiles.length < 2 ? 'One Dockerfile' : `Dockerfile: ${arrangement?.label ?? 'an own one'}`;
  const built = `, ${countOf(state.builds.length, 'build')} so far`;
  return changes.length === 0
    ? [`${named}${built}; nothing changed.`]
    : [`${named}${built}; `, ...phrases(changes), '.'];
}

/** Files that an announcement names; of more it says how many. */
const MOST_SAID = 1;

function announcementOf(_state: LayerState, outcome: ProjectOutcome, changes: readonly Phrase[]): string {
  const [first] = changes;
  const changed =
    first === undefined
      ? 'Nothing changed'
      : changes.length > MOST_SAID
        ? `${changes.length} files changed`
        : `${spoken(first.code)} ${first.did}`;
  const { kind } = outcome.outcome;
  if (kind === 'refused') return `${changed}: the builder refuses the Dockerfile.`;
  if (kind === 'failed') return `${changed}: the build fails.`;
  const { all, ran } = countSteps(outcome);
  if (ran === 0) return `${changed}: nothing runs, all ${all} steps are cached.`;
  return `${changed}: ${ran} of ${all} steps run, ${secondsSaid(outcome.seconds)}.`;
}

/** A path may hold blanks, and an announcement counts words. */
const spoken = (path: string): string => path.replace(/\s+/g, '_');
