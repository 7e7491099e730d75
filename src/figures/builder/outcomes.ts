/** What the core makes of the project: what a build writes, what an installer does with it, where a command stops. Remembered by files. */
import {
  type DistributionKind,
  type DistributionPlan,
  type PlannedDistribution,
  planDistribution,
  type SourceTree,
} from '@/core/wheel';
import {
  type InstallOutcome,
  installDistribution,
  runCommand,
  type TestsImport,
  USUAL_WORKPLACE,
  type Walk,
  type World,
  whatTestsImport,
  worldOf,
} from '@/core/workstation';
import type { Files } from './files';
import type { Build, BuilderState, Installation, Tester } from './state';

/** The machine on which all of it happens. */
export const PLACE = USUAL_WORKPLACE;

const trees = new WeakMap<Files, SourceTree>();

export function treeOf(files: Files): SourceTree {
  const tree = trees.get(files) ?? [...files].map(([path, content]) => ({ path, content }));
  trees.set(files, tree);
  return tree;
}

const plans = new WeakMap<Files, Map<DistributionKind, PlannedDistribution>>();

/** What a build of these files comes to. */
export function planOf({ files, kind }: Build): PlannedDistribution {
  const known = plans.get(files) ?? new Map<DistributionKind, PlannedDistribution>();
  plans.set(files, known);
  const plan = known.get(kind) ?? planDistribution(treeOf(files), kind, PLACE.project);
  known.set(kind, plan);
  return plan;
}

export const builds = (build: Build): boolean => planOf(build).kind === 'planned';

/** The plan that an installer is given: of an sdist it builds the wheel first. */
function planForInstaller({ files, how }: Installation): DistributionPlan | undefined {
  const planned = planOf({ files, kind: how === 'editable' ? 'editable' : 'wheel' });
  return planned.kind === 'planned' ? planned.plan : undefined;
}

const installs = new WeakMap<Files, Map<Installation['how'], InstallOutcome>>();

/** What an installer makes of it; undefined where there is nothing to install, for it can’t be built. */
export function outcomeOf(installation: Installation): InstallOutcome | undefined {
  const { files, how } = installation;
  const known = installs.get(files) ?? new Map<Installation['how'], InstallOutcome>();
  installs.set(files, known);
  const plan = planForInstaller(installation);
  if (plan === undefined) return undefined;
  const outcome = known.get(how) ?? installDistribution(plan, PLACE);
  known.set(how, outcome);
  return outcome;
}

export const isInstallable = (installation: Installation): boolean => outcomeOf(installation)?.kind === 'installed';

/** The machine as it is now: the files in their folder, and what was installed, which may be older. */
export function worldNow({ now, installed }: BuilderState): World {
  const outcome = installed === undefined ? undefined : outcomeOf(installed);
  return worldOf(treeOf(now), PLACE, outcome?.kind === 'installed' ? outcome.installation : undefined);
}

/** What can be run: the commands of what is installed, and the two other ways in. */
export function commandsOf(state: BuilderState): readonly string[] {
  const { installed } = state;
  const outcome = installed === undefined ? undefined : outcomeOf(installed);
  if (outcome?.kind !== 'installed') return [];
  const { entryPoints } = outcome.installation;
  const scripts = entryPoints.filter(({ group }) => group === 'console_scripts').map(({ name }) => name);
  const name = importName(outcome.installation.files.map(({ path }) => path)) ?? importNameOf(state);
  return [...scripts, ...(name === undefined ? [] : [`python -m ${name}`, importCommand(name)])];
}

const importCommand = (name: string): string => `python -c "import ${name}"`;

/** The first package or module that was put into site-packages. */
function importName(paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const below = /\/site-packages\/([A-Za-z]\w*)(?:\/|\.py$)/.exec(path)?.[1];
    if (below !== undefined && !below.startsWith('__editable__')) return below;
  }
  return undefined;
}

/** An editable install copies nothing: the name is that of the folder of code. */
function importNameOf({ installed }: BuilderState): string | undefined {
  for (const path of installed?.files.keys() ?? []) {
    const name = /^(?:src\/)?([A-Za-z]\w*)(?:\/__init__)?\.py$/.exec(path)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

const walks = new WeakMap<BuilderState['now'], Map<string, Walk>>();

/** A command, followed look-up by look-up. */
export function walkOf(state: BuilderState, command: string): Walk {
  const known = walks.get(state.now) ?? new Map<string, Walk>();
  walks.set(state.now, known);
  const { installed } = state;
  const key = `${installed?.how ?? ''} ${installed === undefined ? '' : keyOf(installed.files)} ${command}`;
  const walk = known.get(key) ?? runCommand(worldNow(state), command);
  known.set(key, walk);
  return walk;
}

const keys = new WeakMap<Files, number>();
let count = 0;

/** A number for these very files. */
function keyOf(files: Files): number {
  const key = keys.get(files) ?? count++;
  keys.set(files, key);
  return key;
}

/** Which file a test’s import gets, by who runs the tests. `uv run` installs the project editable first, as it is now. */
export function testsOf(state: BuilderState, tester: Tester): TestsImport {
  const asRun: BuilderState =
    tester === 'uv run pytest' && isInstallable({ files: state.now, how: 'editable' })
      ? { ...state, installed: { files: state.now, how: 'editable' } }
      : state;
  return whatTestsImport(worldNow(asRun), tester);
}
