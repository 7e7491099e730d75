/**
 * The state as it stands in links, exercises and drafts. Everything may be left out, and is then as at first:
 *
 *     { files: { 'README.md': '…', 'old.py': null },   what is otherwise than in the scenario; null: it is gone
 *       built: { kind: 'wheel', files: { … } },        the last build; null: none. `files` as above; left out: as they are now
 *       good: { kind: 'wheel', files: { … } },         where that failed: the last that didn’t
 *       installed: { how: 'editable', files: { … } },  null: nothing
 *       refused: { how: 'regular', files: { … } },     what an installer refused last
 *       run: 'greet', step: 2,                         what is run; the step that is shown, left out: all
 *       target: 'sdist', how: 'editable', tester: 'python -m pytest', lens: 'run',
 *       box: { lens: 'record', path: 'greeting/__init__.py' },   how the built file is looked into; left out: its files, its metadata
 *       open: 'README.md',                             null: no file; left out: pyproject.toml
 *       field: 'project.scripts' }                     the field that is explained
 */
import { isObject, type Json } from '@/core/exercise';
import { changedPaths, type Files, isProject, LARGEST_FILE, sameFiles, sorted } from './files';
import type { ProjectScene } from './scenario';
import {
  BOX_AT_FIRST,
  BOX_LENSES,
  type Box,
  type Build,
  type BuilderState,
  firstState,
  HOWS,
  type Installation,
  isSame,
  isSameBuild,
  LENSES,
  LONGEST_BOX_PATH,
  LONGEST_COMMAND,
  LONGEST_FIELD,
  openAtFirst,
  TARGETS,
  TESTERS,
} from './state';

type Written = { readonly [key: string]: Json };

export function writeState(state: BuilderState): Json {
  const { begin, now, built, good, installed, refused, ran, target, how, tester, lens, box, open, field } = state;
  const filesOf = (files: Files): Written => (sameFiles(files, now) ? {} : { files: writeFiles(begin.files, files) });
  const build = (one: Build | undefined): Json =>
    one === undefined ? null : { kind: one.kind, ...filesOf(one.files) };
  const installation = (one: Installation | undefined): Json =>
    one === undefined ? null : { how: one.how, ...filesOf(one.files) };
  return {
    ...(sameFiles(begin.files, now) ? {} : { files: writeFiles(begin.files, now) }),
    ...(isSameBuild(built, begin.built) ? {} : { built: build(built) }),
    ...(good === undefined ? {} : { good: build(good) }),
    ...(isSame(installed, begin.installed) ? {} : { installed: installation(installed) }),
    ...(refused === undefined ? {} : { refused: installation(refused) }),
    ...(ran === undefined ? {} : { run: ran.command }),
    ...(ran?.step === undefined ? {} : { step: ran.step }),
    ...(target === 'wheel' ? {} : { target }),
    ...(how === (begin.installed?.how ?? 'regular') ? {} : { how }),
    ...(tester === 'pytest' ? {} : { tester }),
    ...(lens === 'files' ? {} : { lens }),
    ...writeBox(box),
    ...(open === openAtFirst(begin.files) ? {} : { open: open ?? null }),
    ...(field === undefined ? {} : { field }),
  };
}

function writeBox({ lens, path }: Box): Written {
  if (lens === BOX_AT_FIRST.lens && path === undefined) return {};
  return { box: { ...(lens === BOX_AT_FIRST.lens ? {} : { lens }), ...(path === undefined ? {} : { path }) } };
}

function writeFiles(first: Files, files: Files): Json {
  return Object.fromEntries(changedPaths(first, files).map((path) => [path, files.get(path) ?? null]));
}

/** A stranger’s JSON → a state, or undefined when it is none. */
export function readState(scene: ProjectScene, json: Json): BuilderState | undefined {
  if (!isObject(json)) return undefined;
  const first = firstState(scene);
  const now = readFiles(first.now, json['files'], first.now);
  if (now === undefined) return undefined;
  const built = readBuild(first, now, json['built'], first.built);
  const good = readBuild(first, now, json['good'], undefined);
  const installed = readInstallation(first, now, json['installed'], first.installed);
  const refused = readInstallation(first, now, json['refused'], undefined);
  const ran = readRun(json);
  const words = readWords(first, json);
  const box = readBox(json['box']);
  const open = json['open'] === undefined ? first.open : (json['open'] ?? undefined);
  const field = json['field'];
  if (built === 'none' || good === 'none' || installed === 'none' || refused === 'none') return undefined;
  if (ran === 'none' || words === undefined || box === undefined) return undefined;
  if (open !== undefined && (typeof open !== 'string' || !canStandOpen(now, open, json))) return undefined;
  if (field !== undefined && (typeof field !== 'string' || field.length > LONGEST_FIELD)) return undefined;
  return {
    begin: first.begin,
    now,
    built,
    good,
    installed,
    refused,
    ran,
    ...words,
    box,
    open: open !== undefined && now.has(open) ? open : undefined,
    field,
  };
}

/** Where pyproject.toml is gone, nothing is open when nothing is said. */
function canStandOpen(now: Files, open: string, json: Written): boolean {
  return now.has(open) || json['open'] === undefined;
}

function readFiles(first: Files, json: Json | undefined, otherwise: Files): Files | undefined {
  if (json === undefined) return otherwise;
  if (!isObject(json)) return undefined;
  const files = new Map(first);
  for (const [path, text] of Object.entries(json)) {
    if (text === null) files.delete(path);
    else if (typeof text === 'string' && text.length <= LARGEST_FILE) files.set(path, text);
    else return undefined;
  }
  return isProject(files) ? sorted(files) : undefined;
}

function readBuild(
  first: BuilderState,
  now: Files,
  json: Json | undefined,
  otherwise: Build | undefined,
): Build | undefined | 'none' {
  if (json === undefined) return otherwise;
  if (json === null) return undefined;
  if (!isObject(json)) return 'none';
  const files = readFiles(first.now, json['files'], now);
  const kind = [...TARGETS, 'editable' as const].find((one) => one === json['kind']);
  return files === undefined || kind === undefined ? 'none' : { files, kind };
}

function readInstallation(
  first: BuilderState,
  now: Files,
  json: Json | undefined,
  otherwise: Installation | undefined,
): Installation | undefined | 'none' {
  if (json === undefined) return otherwise;
  if (json === null) return undefined;
  if (!isObject(json)) return 'none';
  const files = readFiles(first.now, json['files'], now);
  const how = HOWS.find((one) => one === json['how']);
  return files === undefined || how === undefined ? 'none' : { files, how };
}

/** Steps beyond the last are shown as all of them. */
const MOST_STEPS = 1_000;

function readRun({ run, step }: Written): BuilderState['ran'] | 'none' {
  if (run === undefined) return step === undefined ? undefined : 'none';
  if (typeof run !== 'string' || run === '' || run.length > LONGEST_COMMAND) return 'none';
  if (step === undefined) return { command: run, step };
  const isStep = typeof step === 'number' && Number.isInteger(step) && step >= 0 && step < MOST_STEPS;
  return isStep ? { command: run, step } : 'none';
}

function readBox(json: Json = {}): Box | undefined {
  if (!isObject(json)) return undefined;
  const lens = BOX_LENSES.find((one) => one === (json['lens'] ?? BOX_AT_FIRST.lens));
  const path = json['path'];
  if (lens === undefined || (path !== undefined && typeof path !== 'string')) return undefined;
  return path !== undefined && path.length > LONGEST_BOX_PATH ? undefined : { lens, path };
}

function readWords(
  first: BuilderState,
  json: Written,
): Pick<BuilderState, 'target' | 'how' | 'tester' | 'lens'> | undefined {
  const target = TARGETS.find((one) => one === (json['target'] ?? first.target));
  const how = HOWS.find((one) => one === (json['how'] ?? first.how));
  const tester = TESTERS.find((one) => one === (json['tester'] ?? first.tester));
  const lens = LENSES.find((one) => one === (json['lens'] ?? first.lens));
  if (target === undefined || how === undefined || tester === undefined || lens === undefined) return undefined;
  return { target, how, tester, lens };
}
