/** From the state of the figure to what is drawn: the outcome of building the project now, after the builds so far. */
import type { ProjectOutcome } from '@/core/docker';
import type { Choice } from '@/figures/frame/Choices';
import type { Look, Status } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { bytesWord, countOf, secondsSaid, secondsWord } from './amounts';
import { askedForOf } from './asked-for';
import { type Change, changesNow } from './changes';
import { TAPS, type Tap } from './edit-files';
import { IGNORE_FILE } from './file-path';
import { fileRows } from './file-rows';
import { isRefused, outcomeShown } from './good';
import { lateParts } from './late-parts';
import { openFileOf } from './open-file';
import { outcomeNow } from './outcomes';
import type { LayerPicture, Total } from './picture';
import type { Arrangement, ProjectScene, Setup } from './scenario';
import type { SeenPicture } from './seen-picture';
import { askedOptions } from './setup';
import { isFirstState, type LayerEvent, type LayerState, LENSES, type Lens, MOST_BUILDS, update } from './state';
import { countSteps, stageRows } from './step-rows';

const TAP_NAMES: Readonly<Record<Tap, string>> = {
  edit: 'edits it',
  touch: 'touches it: time only',
  mode: 'changes its mode',
  delete: 'deletes it',
};

const LENS_NAMES: Readonly<Record<Lens, string>> = {
  steps: 'Steps',
  log: 'Log',
  graph: 'Graph',
  image: 'Image',
  builds: 'Builds',
  checks: 'Checks',
};

/** What is seen, and how that stands; then what the steps say. */
function withLens(announcement: string, lens: Lens, seen: SeenPicture | undefined): string {
  if (lens === 'steps') return announcement;
  const said = seen === undefined || seen.said === '' ? '' : `: ${seen.said}`;
  return `${LENS_NAMES[lens]}${said}. ${announcement}`;
}

export function present(scene: ProjectScene, state: LayerState, { answer }: Look): LayerPicture {
  const isHidden = answer === 'hidden';
  const outcome = outcomeNow(scene, state);
  const shown = outcomeShown(scene, state);
  const isStale = shown !== outcome;
  const changes = changesNow(state);
  const { lens } = state;
  const seen = lens === 'steps' ? undefined : lateParts()?.seenOf(scene, state, isHidden);
  return {
    status: statusOf(outcome, isStale),
    happened: isHidden ? hiddenHappened(changes) : happenedOf(scene, state, outcome, changes),
    settings: settingsOf(scene, state, changes),
    announcement: isHidden
      ? 'What runs again? The answer is hidden.'
      : withLens(announcementOf(outcome, changes), lens, seen),
    resetDisabledBecause: isFirstState(state) ? 'This is the first state.' : undefined,
    task: scene.scenario.task,
    taps: TAPS.map((tap) => ({ label: TAP_NAMES[tap], chosen: state.tap === tap, event: { kind: 'tap-chosen', tap } })),
    arrangements: arrangementsOf(scene, state),
    files: fileRows(state, outcome.context),
    // A step that fails is the answer; what the builder refuses before it begins is none.
    open: openFileOf(scene, state, isHidden && !isRefused(outcome) ? [] : outcome.faults),
    hasIgnoreFile: state.now.files.has(IGNORE_FILE),
    asked: askedForOf(scene, state),
    stages: stageRows(shown, isHidden),
    total: totalOf(shown, isHidden, isStale),
    lens,
    lenses: LENSES.map((one) => ({
      label: LENS_NAMES[one],
      chosen: one === lens,
      event: { kind: 'lens-chosen', lens: one },
    })),
    seen,
    build: {
      label: 'Build',
      event: { kind: 'built' },
      disabledBecause: whyNotBuild(state, outcome),
    },
    isHidden,
  };
}

function whyNotBuild({ builds }: LayerState, outcome: ProjectOutcome): string | undefined {
  if (isRefused(outcome)) return 'The builder refuses it: there is nothing to build yet.';
  return builds.length >= MOST_BUILDS ? `${MOST_BUILDS} builds are kept; start again.` : undefined;
}

/** The scenario’s Dockerfiles, and the reader’s own while there is one. */
function arrangementsOf({ scenario }: ProjectScene, { now }: LayerState): readonly Choice<LayerEvent>[] {
  const { dockerfiles } = scenario;
  const chosen = arrangementOf(dockerfiles, now);
  if (dockerfiles.length < 2 && chosen !== undefined) return [];
  const choices = dockerfiles.map((one): Choice<LayerEvent> => {
    return { label: one.label, chosen: one === chosen, event: { kind: 'arranged', id: one.id } };
  });
  // Choosing it changes nothing: it is chosen.
  const own: Choice<LayerEvent> = { label: 'your own', chosen: true, event: { kind: 'arranged', id: '' } };
  return chosen === undefined ? [...choices, own] : choices;
}

function arrangementOf(all: readonly Arrangement[], { dockerfile }: Setup): Arrangement | undefined {
  return 'id' in dockerfile ? all.find(({ id }) => id === dockerfile.id) : undefined;
}

function totalOf(outcome: ProjectOutcome, isHidden: boolean, isStale: boolean): Total {
  if (isHidden) return { mark: 'ahead', seconds: '?', says: 'Which steps run again, and what does it cost?' };
  const { kind } = outcome.outcome;
  if (kind === 'refused') return { mark: 'failed', seconds: '–', says: 'The builder refuses before it begins.' };
  const { all, ran } = countSteps(outcome);
  const counted = ran === 0 ? `nothing runs: ${countOf(all, 'step')} cached` : `${ran} of ${countOf(all, 'step')} run`;
  const written = outcome.bytes === 0 ? [] : [`${bytesWord(outcome.bytes)} written`];
  const fetched = outcome.downloads === 0 ? [] : [`${bytesWord(outcome.downloads)} fetched`];
  const says = [counted, ...written, ...fetched].join(', ');
  if (isStale) return { mark: 'stale', seconds: secondsWord(outcome.seconds), says: `before that: ${says}` };
  if (kind === 'failed')
    return { mark: 'failed', seconds: secondsWord(outcome.seconds), says: `the build fails; ${says}` };
  return { mark: ran === 0 ? 'cached' : 'ran', seconds: secondsWord(outcome.seconds), says };
}

function statusOf({ outcome, faults }: ProjectOutcome, isStale: boolean): Status {
  if (outcome.kind !== 'refused') return { kind: 'ready' };
  const { path, at, message } = faults[0] ?? { path: '', at: undefined, message: outcome.problem.builderMessage };
  const place: Words =
    at === undefined ? [] : [' (', { code: path }, `, line ${at.start.line}, column ${at.start.column})`];
  const said: Words = ['The builder says: ', { code: message }, ...place, '.'];
  if (!isStale) return { kind: 'error', says: said };
  return { kind: 'stale', says: [...said, ' The steps are those of the last that it took.'] };
}

function hiddenHappened(changes: readonly Change[]): Words {
  if (changes.length === 0) return ['Nothing is changed. Does any step run?'];
  return [...phrases(changes), ': which steps run again?'];
}

function happenedOf(
  scene: ProjectScene,
  state: LayerState,
  outcome: ProjectOutcome,
  changes: readonly Change[],
): Words {
  const { kind } = outcome.outcome;
  if (kind === 'refused') return ['The builder refuses this before it begins, so nothing is built.'];
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
function phrases(changes: readonly Change[]): Words {
  return changes.flatMap(({ words }, at) => {
    const between = at === 0 ? '' : at === changes.length - 1 ? ' and ' : ', ';
    return [between, ...words];
  });
}

/** For paper: the Dockerfile’s arrangement, what is asked for, and what is changed. */
function settingsOf({ scenario }: ProjectScene, state: LayerState, changes: readonly Change[]): Words {
  const arrangement = arrangementOf(scenario.dockerfiles, state.now);
  const isOnlyOne = scenario.dockerfiles.length < 2 && arrangement !== undefined;
  const named = isOnlyOne ? 'One Dockerfile' : `Dockerfile: ${arrangement?.label ?? 'your own'}`;
  const options = askedOptions(state.now).flatMap((option) => [', ', { code: option }]);
  const built = `, ${countOf(state.builds.length, 'build')} so far`;
  const changed: Words = changes.length === 0 ? ['nothing changed'] : phrases(changes);
  const seenAs = state.lens === 'steps' ? '' : `; seen as ${LENS_NAMES[state.lens].toLowerCase()}`;
  return [named, ...options, built, '; ', ...changed, `${seenAs}.`];
}

/** Changes that an announcement names; of more it says how many. */
const MOST_SAID = 1;

function changesSaid(changes: readonly Change[]): string {
  const [first] = changes;
  if (first === undefined) return 'Nothing changed';
  if (changes.length <= MOST_SAID) return first.said.replace(/^the /, 'The ');
  return `${changes.length} ${changes.every(({ path }) => path !== undefined) ? 'files' : 'things'} changed`;
}

function announcementOf(outcome: ProjectOutcome, changes: readonly Change[]): string {
  const changed = changesSaid(changes);
  const { kind } = outcome.outcome;
  if (kind === 'refused') return `${changed}: the builder refuses it.`;
  if (kind === 'failed') return `${changed}: the build fails.`;
  const { all, ran } = countSteps(outcome);
  if (ran === 0) return `${changed}: nothing runs, all ${all} steps are cached.`;
  return `${changed}: ${ran} of ${all} steps run, ${secondsSaid(outcome.seconds)}.`;
}
