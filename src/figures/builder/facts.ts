/** What an exercise may ask about the figure. */
import type { Fact, Facts } from '@/core/exercise';
import { formatMetadata, parseMetadata } from '@/core/python';
import type { Walk } from '@/core/workstation';
import { fieldLines } from '@/figures/inspector/field-lines';
import { shownPlan } from './crate-picture';
import { backendOf, layoutOf } from './edit-project';
import { MANIFEST } from './files';
import { commandsOf, outcomeOf, planOf, testsOf, walkOf } from './outcomes';
import { problemsNow } from './present';
import { effectsBy, effectsOf } from './since-installed';
import { type BuilderState, changesNow, TESTERS } from './state';
import { stopOf } from './stations';

/**
 * Of the last build: `built` (none, wheel, sdist, editable: what was asked for and came out), `files` (paths in the archive), `left-out`
 * (paths of the project), `tag`, `commands`, `entry-points` (`group name = value`), and of its metadata a list each: `metadata name`,
 * `metadata requires-dist`, …, and all of them as `metadata` (`version 0.1.0`). Of how far it comes: `stage` (where it stops: parse, build, install, run; none: nowhere so far),
 * `problems` (codes of what building now would say, errors only), `warnings`. Of the project: `backend`, `layout`, `text` (of pyproject.toml), `paths`,
 * `changed` (paths, since the build), and of each file that has one its text: `file README.md`. Of what is installed: `installed` (none,
 * regular, editable), `version-installed`, `seen` and `not-seen` (what was edited since, and whether another install
 * is needed to see it: paths, commands, requirements, fields of METADATA), `runs` (the commands that do) and `stops` (`greet at import`), `runs greet` for each command (ok, or the station that stops it), `data-found` (no look-up of
 * a file fails in them), `data-from` (working-directory: a path counts from where the command was started; code: all are whole; none),
 * `tests-import pytest` for each way of testing (working-copy, installed, nothing). And `open`, `lens`, `field`.
 */
export function factsOf(state: BuilderState): Facts {
  return new Map<string, Fact>([...buildFacts(state), ...projectFacts(state), ...installedFacts(state)]);
}

type Named = readonly [string, Fact];

const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();

function buildFacts(state: BuilderState): readonly Named[] {
  const { built, now } = state;
  const plan = shownPlan(state);
  const isBuilt = built !== undefined && planOf(built).kind === 'planned';
  const problems = problemsNow(state);
  const codes = (weight: string) => sorted(problems.filter((one) => one.weight === weight).map(({ code }) => code));
  return [
    ['built', isBuilt ? built.kind : 'none'],
    ['stage', stopOf(state)?.stage ?? 'none'],
    ['problems', codes('error')],
    ['warnings', codes('warning')],
    ['files', plan?.files.map(({ path }) => path) ?? []],
    ['left-out', plan?.leftOut.map(({ path }) => path) ?? []],
    ['tag', plan?.tag ?? 'none'],
    ['commands', sorted(plan?.entryPoints.filter(isCommand).map(({ name }) => name) ?? [])],
    ['entry-points', sorted(plan?.entryPoints.map(pointLine) ?? [])],
    ...metadataFacts(plan === undefined ? '' : (formatMetadata(plan.metadata).text ?? '')),
    ['backend', backendOf(now) ?? 'other'],
  ];
}

const isCommand = ({ group }: { readonly group: string }): boolean => group === 'console_scripts';

interface Point {
  readonly group: string;
  readonly name: string;
  readonly module: string;
  readonly attribute: string | undefined;
}

function pointLine({ group, name, module, attribute }: Point): string {
  return `${group} ${name} = ${module}${attribute === undefined ? '' : `:${attribute}`}`;
}

/** Every field as a list of its own, and all of them in one, which is there before the first build too. */
function metadataFacts(text: string): readonly Named[] {
  const lines = text === '' ? [] : fieldLines(parseMetadata(text));
  return [
    ['metadata', lines.flatMap(({ field, values }) => values.map((value) => `${field} ${value}`))],
    ...lines.map(({ field, values }): Named => [`metadata ${field}`, values]),
  ];
}

function projectFacts(state: BuilderState): readonly Named[] {
  const { now, open, lens, field } = state;
  return [
    ['layout', layoutOf(now) ?? 'none'],
    ['text', now.get(MANIFEST) ?? ''],
    ['paths', [...now.keys()]],
    ['changed', changesNow(state)],
    ...[...now].map(([path, text]): Named => [`file ${path}`, text]),
    ['open', open ?? ''],
    ['lens', lens],
    ['field', field ?? ''],
  ];
}

function installedFacts(state: BuilderState): readonly Named[] {
  const { installed } = state;
  const outcome = installed === undefined ? undefined : outcomeOf(installed);
  const version = outcome?.kind === 'installed' ? outcome.installation.version : 'none';
  const since = effectsOf(state);
  const walks = commandsOf(state).map((command) => ({ command, walk: walkOf(state, command) }));
  const files = walks.flatMap(({ walk }) => walk.steps.filter(({ station }) => station === 'file'));
  return [
    ['installed', outcome?.kind === 'installed' ? (installed?.how ?? 'none') : 'none'],
    ['version-installed', version],
    ['seen', sorted(effectsBy(since, 'seen').map(({ subject }) => subject))],
    ['not-seen', sorted(effectsBy(since, 'not-seen').map(({ subject }) => subject))],
    ['runs', walks.flatMap(({ command, walk }) => (endOf(walk) === 'ok' ? [command] : []))],
    ['stops', walks.flatMap(({ command, walk }) => (endOf(walk) === 'ok' ? [] : [`${command} at ${endOf(walk)}`]))],
    ...walks.map(({ command, walk }): Named => [`runs ${command}`, endOf(walk)]),
    ...TESTERS.map((tester): Named => [`tests-import ${tester}`, testsOf(state, tester).gets.kind]),
    ['data-found', files.length > 0 && files.every(({ outcome: found }) => found === 'found')],
    ['data-from', fromWhere(files.map(({ subject }) => subject))],
  ];
}

function fromWhere(paths: readonly string[]): string {
  if (paths.length === 0) return 'none';
  return paths.every((path) => path.startsWith('/')) ? 'code' : 'working-directory';
}

function endOf({ end, steps }: Walk): string {
  if (end.kind === 'not-modelled') return 'not-modelled';
  return end.kind === 'runs' ? 'ok' : (steps.at(-1)?.station ?? 'shell');
}
