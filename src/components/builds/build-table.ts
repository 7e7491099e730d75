/**
 * Recorded builds as a text shows them: what was otherwise in each, and a table for each Dockerfile with its instructions and what became
 * of them, build by build.
 */
import { type ContextEntry, parseDockerfile, type ScenarioBuild, type ScenarioOutcome } from '@/core/docker';
import type { RecordedBuilds } from './recorded-builds';

/** What became of an instruction: a base or a setting runs nothing. */
export type CellWord = 'ran' | 'cached' | 'failed' | 'not built' | '';

export interface BuildRow {
  readonly code: string;
  /** One for each build of the table. */
  readonly cells: readonly CellWord[];
}

/** Builds in a row with one Dockerfile. */
export interface BuildTable {
  /** Counted from 1, each with what is otherwise than in the build before it. */
  readonly builds: readonly { readonly number: number; readonly says: string }[];
  readonly rows: readonly BuildRow[];
}

/** Takes recorded builds, returns a table for each Dockerfile, in their order. */
export function buildTables({ builds, expected }: RecordedBuilds): readonly BuildTable[] {
  const runs: { build: ScenarioBuild; outcome: ScenarioOutcome; number: number; says: string }[][] = [];
  for (const [at, build] of builds.entries()) {
    const before = builds[at - 1];
    const outcome = expected[at];
    if (outcome === undefined) continue;
    const says = before === undefined ? firstSays(build) : changesSay(before, build);
    const one = { build, outcome, number: at + 1, says };
    if (before?.dockerfile === build.dockerfile) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => ({
    builds: run.map(({ number, says }) => ({ number, says })),
    rows: rowsOf(run[0]?.build.dockerfile ?? '', run),
  }));
}

function rowsOf(dockerfile: string, run: readonly { readonly outcome: ScenarioOutcome }[]): readonly BuildRow[] {
  const { file } = parseDockerfile(dockerfile);
  const settings = file.globalArgs.map(({ code }): BuildRow => ({ code, cells: run.map(() => '') }));
  const own = file.stages.flatMap(({ index, from, instructions }) =>
    [from, ...instructions].map(
      ({ code, at }): BuildRow => ({
        code,
        cells: run.map(({ outcome }) => cellOf(outcome, index, at.start.line)),
      }),
    ),
  );
  return [...settings, ...own];
}

function cellOf({ steps, skippedStages }: ScenarioOutcome, stage: number, line: number): CellWord {
  if (skippedStages.some((skipped) => skipped.stage === stage)) return 'not built';
  const step = steps.find((one) => one.stage === stage && one.line === line);
  if (step === undefined || step.cached === null) return '';
  if (step.failed) return 'failed';
  return step.cached ? 'cached' : 'ran';
}

/** What is said of the first build: what it was given. */
const firstSays = (build: ScenarioBuild): string =>
  ['the first, with an empty cache', ...givenSays(undefined, build)].join('; ');

/** What is otherwise than in the build before, in a few words. */
function changesSay(before: ScenarioBuild, after: ScenarioBuild): string {
  const said = [
    ...(before.dockerfile === after.dockerfile ? [] : ['the Dockerfile as below']),
    ...(before.dockerignore === after.dockerignore ? [] : [ignoreSays(after.dockerignore)]),
    ...contextSays(before.context, after.context),
    ...givenSays(before, after),
  ];
  return said.length === 0 ? 'nothing changed' : said.join('; ');
}

const ignoreSays = (text: string | null): string =>
  text === null ? 'no .dockerignore' : `.dockerignore is now ${text.trim().split(/\n+/).join(', ')}`;

type Context = ScenarioBuild['context'];

function contextSays(before: Context, after: Context): readonly string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths.flatMap((path) => {
    const was = before[path];
    const now = after[path];
    if (was === undefined) return [`${path} added`];
    if (now === undefined) return [`${path} removed`];
    const changed = entryChange(was, now);
    return changed === undefined ? [] : [`${path} ${changed}`];
  });
}

function entryChange(was: ContextEntry, now: ContextEntry): string | undefined {
  const { mode: oldMode, mtime: oldTime, ...old } = bare(was);
  const { mode, mtime, ...rest } = bare(now);
  if (JSON.stringify(old) !== JSON.stringify(rest)) return 'edited';
  if (oldMode !== mode) return 'with another mode';
  return oldTime === mtime ? undefined : 'touched, its time alone';
}

const bare = (entry: ContextEntry): Readonly<Record<string, unknown>> => ({ ...entry });

/** Arguments, base images, secrets, the target and switches that aren’t as they were. */
function givenSays(before: ScenarioBuild | undefined, after: ScenarioBuild): readonly string[] {
  const named = (was: Readonly<Record<string, string>> | undefined, now: Readonly<Record<string, string>> = {}) =>
    Object.entries(now).filter(([name, value]) => was?.[name] !== value);
  const gone = Object.keys(before?.buildArgs ?? {}).filter((name) => !(name in after.buildArgs));
  return [
    ...named(before?.buildArgs, after.buildArgs).map(([name, value]) => `--build-arg ${name}=${value}`),
    ...gone.map((name) => `no --build-arg ${name}`),
    ...(before === undefined ? [] : namedBases(before.baseImages, after.baseImages)),
    ...(before === undefined ? [] : named(before.secrets, after.secrets).map(([name]) => `another secret ${name}`)),
    ...((before?.target ?? null) === after.target ? [] : [`--target ${after.target ?? 'the last'}`]),
    ...((before?.platform ?? null) === after.platform ? [] : [`--platform ${after.platform ?? 'the usual'}`]),
    ...(after.noCache && !before?.noCache ? ['--no-cache'] : []),
    ...(before?.noCache && !after.noCache ? ['with the cache again'] : []),
  ];
}

/** A tag that isn’t named leads to the first variant of its image. */
const namedBases = (was: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): readonly string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(now)])]
    .filter((tag) => (was[tag] ?? 'v1') !== (now[tag] ?? 'v1'))
    .map((tag) => `${tag} is another image`);
