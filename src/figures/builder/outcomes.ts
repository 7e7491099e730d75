/** What the core makes of the project: what a build writes, what an installer does with it, where a command stops. Remembered by files. */
import { type DistributionPlan, type PlannedDistribution, planDistribution, type SourceTree } from '@/core/wheel';
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

/** What was made of files under a key is made once, and forgotten with the files. */
export function remembered<Made>(): (files: Files, key: string, make: () => Made) => Made {
  const all = new WeakMap<Files, Map<string, Made>>();
  return (files, key, make) => {
    const known = all.get(files) ?? new Map<string, Made>();
    all.set(files, known);
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
}

const plan = remembered<PlannedDistribution>();

/** What a build of these files comes to. */
export function planOf({ files, kind }: Build): PlannedDistribution {
  return plan(files, kind, () => planDistribution(treeOf(files), kind, PLACE.project));
}

export const builds = (build: Build): boolean => planOf(build).kind === 'planned';

/** The plan that an installer is given: of an sdist it builds the wheel first. */
function planForInstaller({ files, how }: Installation): DistributionPlan | undefined {
  const planned = planOf({ files, kind: how === 'editable' ? 'editable' : 'wheel' });
  return planned.kind === 'planned' ? planned.plan : undefined;
}

const install = remembered<InstallOutcome>();

/** What an installer makes of it; undefined where there is nothing to install, for it can’t be built. */
export function outcomeOf(installation: Installation): InstallOutcome | undefined {
  const { files, how } = installation;
  const planned = planForInstaller(installation);
  return planned === undefined ? undefined : install(files, how, () => installDistribution(planned, PLACE));
}

export const isInstallable = (installation: Installation): boolean => outcomeOf(installation)?.kind === 'installed';

const world = remembered<World>();

/** The machine as it is now: the files in their folder, and what was installed, which may be older. */
export function worldNow({ now, installed }: Pick<BuilderState, 'now' | 'installed'>): World {
  return world(now, keyOf(installed), () => {
    const outcome = installed === undefined ? undefined : outcomeOf(installed);
    return worldOf(treeOf(now), PLACE, outcome?.kind === 'installed' ? outcome.installation : undefined);
  });
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

const walk = remembered<Walk>();

/** A command, followed look-up by look-up. */
export function walkOf(state: BuilderState, command: string): Walk {
  return walk(state.now, `${keyOf(state.installed)} ${command}`, () => runCommand(worldNow(state), command));
}

const keys = new WeakMap<Files, number>();
let count = 0;

/** Names what is installed: how, and by a number which very files. */
export function keyOf(installed: Installation | undefined): string {
  if (installed === undefined) return 'nothing';
  const key = keys.get(installed.files) ?? count++;
  keys.set(installed.files, key);
  return `${installed.how} ${key}`;
}

const tests = remembered<TestsImport>();

/** Which file a test’s import gets, by who runs the tests. `uv run` installs the project editable first, as it is now. */
export function testsOf(state: BuilderState, tester: Tester): TestsImport {
  const asRun: BuilderState =
    tester === 'uv run pytest' && isInstallable({ files: state.now, how: 'editable' })
      ? { ...state, installed: { files: state.now, how: 'editable' } }
      : state;
  return tests(asRun.now, `${keyOf(asRun.installed)} ${tester}`, () => whatTestsImport(worldNow(asRun), tester));
}
