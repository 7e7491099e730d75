/** From the state of the install figure to what is drawn. */
import { formatTag, type NormalizedName } from '@/core/python';
import { code, describeInstallStep, type InstallRun, type InstallStep, say, together } from '@/core/workstation';
import type { Choice } from '@/figures/frame/Choices';
import type { FigurePicture, Look } from '@/figures/frame/model';
import type { WalkPicture } from '@/figures/frame/WalkBar';
import type { Words } from '@/figures/frame/Words';
import { announceMove } from './announce';
import { type Change, changesOf, describeChanges } from './changes';
import type { InstallScene, ScenarioMachine } from './scenario';
import type { InstallEvent, InstallState } from './state';
import { type Detail, detailOf } from './step-detail';
import { indexOf, type Move, movesOf, type Place, STEPS, type StepName } from './walk';

/** How far a project has come. */
export type CrateStatus = 'unmet' | 'wanted' | 'chosen' | 'downloaded' | 'installed';

/** A project as a crate: what is stencilled on it, and its way through the nine steps. */
export interface Crate {
  readonly project: NormalizedName;
  /** Known once a file is chosen: the release, and the tag by which the file fits. */
  readonly release: { readonly version: string; readonly tag: string } | undefined;
  readonly status: CrateStatus;
  /** The status in words. */
  readonly word: string;
  /** What the last change of machine changed here: `other file`, `other release`, or nothing. */
  readonly changed: string;
  readonly cells: readonly { readonly step: StepName; readonly status: 'done' | 'now' | 'ahead' }[];
  /** Is the walk at this crate? */
  readonly chosen: boolean;
  readonly event: InstallEvent;
}

/** Where the walk stands, and the events that move it. */
export type Walk = WalkPicture<InstallEvent>;

export interface InstallPicture extends FigurePicture {
  readonly machines: readonly { readonly legend: string; readonly choices: readonly Choice<InstallEvent>[] }[];
  /** The machine in full: `Debian 13, CPython 3.13, x86-64`. */
  readonly machine: string;
  /** The nine steps; none while the answer is hidden. */
  readonly steps: readonly Choice<InstallEvent>[];
  readonly crates: readonly Crate[];
  readonly walk: Walk;
  readonly detail: Detail;
  /** Nothing of the walk can be gone to, because that would show the answer. */
  readonly isHidden: boolean;
}

/** The view-model of the install figure. While the answer is hidden it stands at the start: nothing is chosen there yet. */
export function present(scene: InstallScene, state: InstallState, { answer }: Look): InstallPicture {
  const isHidden = answer === 'hidden';
  const place: Place = isHidden ? { kind: 'start' } : state.place;
  const machine = scene.machineOf(state.machine);
  const run = scene.runOn(machine);
  const moves = movesOf(run.steps);
  const position = indexOf(moves, place);
  const before = state.before === undefined ? undefined : scene.machineOf(state.before);
  const changes = before === undefined ? [] : changesOf(run, scene.runOn(before));
  return {
    status: { kind: 'ready' },
    machines: machineChips(scene, machine),
    machine: machine.label,
    steps: isHidden ? [] : stepChips(run, place),
    crates: cratesOf(run, moves, position, place, changes),
    walk: walkOf(moves, position),
    detail: detailOf(moves, position, machine),
    isHidden,
    happened: happenedAt(moves, position, before && { label: before.label, changes }),
    settings: say`Asked for: ${code(scene.scenario.wanted)}. Machine: ${machine.label}.`,
    announcement: isHidden
      ? `${machine.label}. The answer is hidden.`
      : announcementAt(machine, moves, position, before === undefined ? undefined : changes),
    resetDisabledBecause:
      machine.id === scene.scenario.first && before === undefined && indexOf(moves, state.place) === moves.length - 1
        ? 'This is the first state.'
        : undefined,
  };
}

/** Where the walk of a state stands, and the events that move it. */
export function walkAt(scene: InstallScene, state: InstallState): Walk {
  const moves = movesOf(scene.runOn(scene.machineOf(state.machine)).steps);
  return walkOf(moves, indexOf(moves, state.place));
}

const legends = { pythons: 'Python on Linux, x86-64', elsewhere: 'or elsewhere' } as const;

function machineChips({ scenario }: InstallScene, { id }: ScenarioMachine): InstallPicture['machines'] {
  return (['pythons', 'elsewhere'] as const).map((group) => ({
    legend: legends[group],
    choices: scenario.machines
      .filter(({ among }) => among === group)
      .map((one) => {
        return { label: one.short, chosen: one.id === id, event: { kind: 'machine-chosen', machine: one.id } };
      }),
  }));
}

const walked = (to: Place): InstallEvent => ({ kind: 'walked', to });

/** The nine steps as chips: each leads to that step of the project that the walk is at, or of the first. */
function stepChips({ chosen }: InstallRun, place: Place): readonly Choice<InstallEvent>[] {
  const project = place.kind === 'at' ? place.project : chosen[0]?.project;
  return STEPS.flatMap(({ name, label }) => {
    if (project === undefined) return [];
    const isHere = place.kind === 'at' && place.step === name;
    return [{ label, chosen: isHere, event: walked({ kind: 'at', step: name, project }) }];
  });
}

function cratesOf(
  { steps }: InstallRun,
  moves: readonly Move[],
  position: number,
  place: Place,
  changes: readonly Change[],
): readonly Crate[] {
  const past = moves.slice(0, position + 1);
  return steps
    .filter((step) => step.kind === 'ask-index')
    .map((asked): Crate => {
      const { project } = asked;
      const done = new Set<StepName>();
      for (const move of past)
        if (move.place.kind === 'at' && move.place.project === project) done.add(move.place.step);
      const here = place.kind === 'at' && place.project === project ? place.step : undefined;
      const choice = past
        .flatMap((move) => move.steps)
        .find((step) => step.kind === 'choose' && step.project === project);
      const status = statusOf(done, isWished(past, asked));
      const changed = changes.find((change) => change.project === project);
      return {
        project,
        release: choice?.kind === 'choose' ? { version: choice.version, tag: formatTag(choice.tag) } : undefined,
        status,
        word: statusWords[status],
        changed: choice === undefined || changed === undefined ? '' : `other ${changed.kind}`,
        cells: STEPS.map(({ name: step }) => {
          return { step, status: step === here ? 'now' : done.has(step) ? 'done' : 'ahead' };
        }),
        chosen: here !== undefined,
        event: walked({ kind: 'at', project, step: place.kind === 'at' ? place.step : 'choose' }),
      };
    });
}

type Asked = Extract<InstallStep, { kind: 'ask-index' }>;

const statusWords: Readonly<Record<CrateStatus, string>> = {
  unmet: 'not met yet',
  wanted: 'asked for',
  chosen: 'chosen',
  downloaded: 'downloaded',
  installed: 'installed',
};

function statusOf(done: ReadonlySet<StepName>, isWished: boolean): CrateStatus {
  if (done.has('record')) return 'installed';
  if (done.has('download')) return 'downloaded';
  if (done.has('choose')) return 'chosen';
  return isWished ? 'wanted' : 'unmet';
}

/** Has one who wants the project spoken yet: the person, or a release whose requirements were read? */
function isWished(past: readonly Move[], { wishes }: Asked): boolean {
  const read = past.flatMap((move) => move.steps).filter((step) => step.kind === 'requires');
  return wishes.some(
    ({ by, requirement }) =>
      by.kind === 'you' || read.some((step) => step.project === by.project && step.counted.includes(requirement)),
  );
}

function walkOf(moves: readonly Move[], position: number): Walk {
  const to = (index: number): InstallEvent | undefined => {
    const place = moves[index]?.place;
    return place === undefined || index === position ? undefined : walked(place);
  };
  return {
    done: position + 1,
    total: moves.length,
    here: `${position + 1} of ${moves.length}: ${saysAt(moves[position])}`,
    first: to(0),
    back: to(position - 1),
    on: to(position + 1),
    scrub: moves.map(({ place }) => ({ kind: 'scrubbed', to: place })),
  };
}

function saysAt(move: Move | undefined): string {
  const place = move?.place;
  switch (place?.kind) {
    case 'start':
      return 'you ask';
    case 'at':
      return `${STEPS.find(({ name }) => name === place.step)?.says}, ${place.project}`;
    case 'resolved':
      return 'everything is chosen';
    case 'end':
    case undefined:
      return move?.steps.some(({ kind }) => kind === 'done') ? 'all is installed' : 'it stops';
  }
}

/** A sentence or two: what the installer does here, and at the end also what the machine changed. */
function happenedAt(
  moves: readonly Move[],
  position: number,
  compared: { readonly label: string; readonly changes: readonly Change[] } | undefined,
): Words {
  const steps = moves[position]?.steps ?? [];
  // What is passed over is seen on the files themselves.
  const told = steps.some(({ kind }) => kind === 'choose') ? steps.filter(({ kind }) => kind === 'choose') : steps;
  const sentences = told.map(describeInstallStep);
  if (position < moves.length - 1 || compared === undefined) return together(...sentences);
  return together(...sentences, say`Compared with ${compared.label}: ${describeChanges(compared.changes)}.`);
}

/** At the end what another machine changed, if there was another; else what the installer does at this place. */
function announcementAt(
  machine: ScenarioMachine,
  moves: readonly Move[],
  position: number,
  changes: readonly Change[] | undefined,
): string {
  const move = moves[position];
  if (changes !== undefined && position === moves.length - 1) return `${machine.short}: ${describeChanges(changes)}.`;
  return move === undefined ? '' : announceMove(move);
}
