/** The state of the figure: the project now, what was built of it, what is installed, and what is looked at. */
import type { Weight } from '@/figures/frame/model';
import { type Lens as BoxLens, LENSES as FILE_LENSES } from '@/figures/inspector/state';
import type { FileEvent } from '@/figures/project-files/file-row';
import type { ProjectEdit } from './edit-project';
import { addFile, changedPaths, type Files, LARGEST_FILE, MANIFEST, renameFile, sameFiles, withFile } from './files';
import type { Beginning, ProjectScene } from './scenario';

/** As what it is seen. */
export const LENSES = ['files', 'box', 'installed', 'run', 'tests'] as const;
export type Lens = (typeof LENSES)[number];

export const HOWS = ['regular', 'editable'] as const;
export type How = (typeof HOWS)[number];

export const TARGETS = ['wheel', 'sdist'] as const;
export type Target = (typeof TARGETS)[number];

export const TESTERS = ['pytest', 'python -m pytest', 'uv run pytest'] as const;
export type Tester = (typeof TESTERS)[number];

/** As what the built file is seen, once it is looked into: there is no other to compare it with. */
export const BOX_LENSES: readonly BoxLens[] = FILE_LENSES.filter((lens) => lens !== 'compared');

/** How the reader looks into the file. */
export interface Box {
  readonly lens: BoxLens;
  /** The path in it that stands open; undefined: its metadata. */
  readonly path: string | undefined;
}

export const BOX_AT_FIRST: Box = { lens: 'files', path: undefined };

/** A build that was asked for: the files as they were, and what was wanted of them. */
export interface Build {
  readonly files: Files;
  readonly kind: Target | 'editable';
}

export interface Installation {
  readonly files: Files;
  readonly how: How;
}

export interface Run {
  readonly command: string;
  /** The step that is shown; undefined: all of them. */
  readonly step: number | undefined;
}

/** How it all began: what “as at first” means to a link. */
export interface Begin {
  readonly files: Files;
  readonly built: Build | undefined;
  readonly installed: Installation | undefined;
}

export interface BuilderState {
  readonly begin: Begin;
  readonly now: Files;
  /** The last build, whatever came of it. */
  readonly built: Build | undefined;
  /** Where that failed: the last one that didn’t. */
  readonly good: Build | undefined;
  readonly installed: Installation | undefined;
  /** The last installation that was asked for, where an installer refused it. */
  readonly refused: Installation | undefined;
  readonly ran: Run | undefined;
  readonly target: Target;
  readonly how: How;
  readonly tester: Tester;
  readonly lens: Lens;
  readonly box: Box;
  /** The file that is open. */
  readonly open: string | undefined;
  /** The field of pyproject.toml that is explained, by its path with dots. */
  readonly field: string | undefined;
}

export type BuilderEvent =
  | FileEvent
  | { readonly kind: 'edited'; readonly edit: ProjectEdit }
  | { readonly kind: 'field-asked'; readonly field: string | undefined }
  | { readonly kind: 'lens-chosen'; readonly lens: Lens }
  | { readonly kind: 'box-seen'; readonly lens: BoxLens }
  | { readonly kind: 'box-opened'; readonly path: string }
  | { readonly kind: 'target-chosen'; readonly target: Target }
  | { readonly kind: 'how-chosen'; readonly how: How }
  | { readonly kind: 'tester-chosen'; readonly tester: Tester }
  | { readonly kind: 'built' }
  | { readonly kind: 'install-asked' }
  | { readonly kind: 'ran'; readonly command: string }
  | { readonly kind: 'stepped'; readonly step: number | undefined }
  /** To a stop of the walk that a slide steps through. */
  | { readonly kind: 'walked'; readonly stop: Stop };

/** A place on the walk of a slide: so far has the project come. */
export interface Stop {
  readonly isBuilt: boolean;
  readonly isInstalled: boolean;
  readonly ran: Run | undefined;
}

/** What the core is asked while something happens; core-model.ts has it. */
export interface Tools {
  readonly builds: (build: Build) => boolean;
  readonly installs: (installation: Installation) => boolean;
  readonly edit: (files: Files, edit: ProjectEdit) => Files;
}

export function firstState({ project, files }: ProjectScene): BuilderState {
  const begin: Begin = { files, ...begun(files, project.begins) };
  return {
    begin,
    now: files,
    built: begin.built,
    good: undefined,
    installed: begin.installed,
    refused: undefined,
    ran: undefined,
    target: 'wheel',
    how: project.begins === 'editable' ? 'editable' : 'regular',
    tester: 'pytest',
    lens: 'files',
    box: BOX_AT_FIRST,
    open: openAtFirst(files),
    field: undefined,
  };
}

/** The manifest, where there is one. */
export const openAtFirst = (files: Files): string | undefined => (files.has(MANIFEST) ? MANIFEST : undefined);

function begun(files: Files, begins: Beginning): Omit<Begin, 'files'> {
  switch (begins) {
    case 'source':
      return { built: undefined, installed: undefined };
    case 'built':
      return { built: { files, kind: 'wheel' }, installed: undefined };
    case 'installed':
      return { built: { files, kind: 'wheel' }, installed: { files, how: 'regular' } };
    case 'editable':
      return { built: { files, kind: 'editable' }, installed: { files, how: 'editable' } };
  }
}

/** The state after an event; the very same one where nothing changes, for then there is nothing to undo. */
export function update(state: BuilderState, event: BuilderEvent, tools: Tools): BuilderState {
  const { now, open } = state;
  switch (event.kind) {
    case 'opened':
      return event.path === open || !canOpen(now, event.path)
        ? state
        : { ...state, open: event.path, field: undefined };
    case 'typed':
      return withNow(state, typed(now, event.path, event.text));
    case 'added': {
      const added = withNow(state, addFile(now, event.path));
      return added === state ? state : { ...added, open: event.path, field: undefined };
    }
    case 'renamed': {
      const renamed = withNow(state, renameFile(now, event.path, event.to));
      return renamed !== state && open === event.path ? { ...renamed, open: event.to } : renamed;
    }
    case 'deleted':
      return withNow(state, withFile(now, event.path, undefined));
    case 'taken-back':
      return withNow(state, withFile(now, event.path, comparedWith(state).get(event.path)));
    case 'edited':
      return withNow(state, tools.edit(now, event.edit));
    case 'field-asked':
      return event.field === state.field || (event.field?.length ?? 0) > LONGEST_FIELD
        ? state
        : { ...state, field: event.field };
    case 'lens-chosen':
      return event.lens === state.lens ? state : { ...state, lens: event.lens };
    case 'box-seen':
      return event.lens === state.box.lens ? state : { ...state, box: { ...state.box, lens: event.lens } };
    case 'box-opened':
      return event.path === state.box.path || event.path.length > LONGEST_BOX_PATH
        ? state
        : { ...state, box: { ...state.box, path: event.path } };
    case 'target-chosen':
      return event.target === state.target ? state : { ...state, target: event.target };
    case 'how-chosen':
      return event.how === state.how ? state : { ...state, how: event.how };
    case 'tester-chosen':
      return event.tester === state.tester ? state : { ...state, tester: event.tester };
    case 'built':
      return seenAs(withBuild(state, { files: now, kind: state.target }, tools), 'files', ['box', 'tests']);
    case 'install-asked':
      return withInstallation(state, tools);
    case 'ran':
      return event.command.length > LONGEST_COMMAND || isRunning(state, event.command)
        ? state
        : { ...state, ran: { command: event.command, step: undefined }, lens: 'run' };
    case 'stepped': {
      const { ran } = state;
      return ran === undefined || ran.step === event.step ? state : { ...state, ran: { ...ran, step: event.step } };
    }
    case 'walked':
      return walkedTo(state, event.stop);
  }
}

export const LONGEST_COMMAND = 120;
export const LONGEST_FIELD = 200;
/** Of a file in an archive: a project’s path, below the folders that the archive adds. */
export const LONGEST_BOX_PATH = 400;

function isRunning({ ran, lens }: BuilderState, command: string): boolean {
  return lens === 'run' && ran?.command === command && ran.step === undefined;
}

/** What isn’t there any more isn’t open either. */
function withNow(state: BuilderState, now: Files): BuilderState {
  if (now === state.now || sameFiles(now, state.now)) return state;
  return { ...state, now, open: openAfter(state, now) };
}

/** A file that was moved with its folder stays open. */
function openAfter({ now: before, open }: BuilderState, now: Files): string | undefined {
  if (open === undefined || now.has(open)) return open;
  const text = before.get(open);
  const moved = [...now].filter(
    ([path, other]) => other === text && !before.has(path) && nameOf(path) === nameOf(open),
  );
  return moved.length === 1 ? moved[0]?.[0] : undefined;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function canOpen(files: Files, path: string | undefined): boolean {
  return path === undefined || files.has(path);
}

function typed(files: Files, path: string, text: string): Files {
  const before = files.get(path);
  if (before === undefined || text.length > Math.max(LARGEST_FILE, before.length)) return files;
  return withFile(files, path, text);
}

/** Where a button leads: what came of it is seen, unless the lens shows that too. */
function seenAs(state: BuilderState, lens: Lens, alsoThere: readonly Lens[]): BuilderState {
  return state.lens === lens || alsoThere.includes(state.lens) ? state : { ...state, lens };
}

function withBuild(state: BuilderState, built: Build, { builds }: Tools): BuilderState {
  const { built: before } = state;
  if (before?.kind === built.kind && sameFiles(before.files, built.files)) return state;
  const good = builds(built) ? undefined : lastGood(state, builds);
  return { ...state, built, good, refused: undefined };
}

function lastGood({ built, good }: BuilderState, builds: Tools['builds']): Build | undefined {
  return built !== undefined && builds(built) ? built : good;
}

/** A wheel is installed as it was built; an editable install builds by itself, from the files as they are. */
function withInstallation(state: BuilderState, tools: Tools): BuilderState {
  const { how, now, built } = state;
  if (how === 'editable') {
    const build: Build = { files: now, kind: 'editable' };
    const after = withBuild(state, build, tools);
    return tools.builds(build) ? installed(after, { files: now, how }, tools) : after;
  }
  if (built === undefined || built.kind === 'editable' || !tools.builds(built)) return state;
  return installed(state, { files: built.files, how }, tools);
}

/** What was run of an older installation says nothing of the new one. */
function installed(state: BuilderState, wanted: Installation, { installs }: Tools): BuilderState {
  if (!installs(wanted)) return isSame(state.refused, wanted) ? state : { ...state, refused: wanted };
  const seen = seenAs(state, 'installed', ['tests']);
  if (isSame(state.installed, wanted) && state.refused === undefined) return seen;
  return { ...seen, installed: wanted, refused: undefined, ran: undefined };
}

export function isSame(left: Installation | undefined, right: Installation | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.how === right.how && sameFiles(left.files, right.files);
}

export function walkedTo(state: BuilderState, { isBuilt, isInstalled, ran }: Stop): BuilderState {
  const { now, target, how } = state;
  const kind = how === 'editable' && isInstalled ? 'editable' : target;
  return {
    ...state,
    built: isBuilt ? { files: now, kind } : undefined,
    good: undefined,
    installed: isInstalled ? { files: now, how } : undefined,
    refused: undefined,
    ran,
    lens: ran === undefined ? (isInstalled ? 'installed' : 'files') : 'run',
  };
}

/** With what the files are compared: the last build, or, before any, the project as it was. */
export function comparedWith({ built, begin }: BuilderState): Files {
  return built?.files ?? begin.files;
}

/** Files that are otherwise than they were built, or, before any build, than at first. */
export function changesNow(state: BuilderState): readonly string[] {
  return changedPaths(comparedWith(state), state.now);
}

/** Nothing has been done yet. */
export function isFirstState(state: BuilderState): boolean {
  const {
    begin,
    now,
    built,
    installed: standing,
    refused,
    ran,
    target,
    tester,
    lens,
    box,
    open,
    field,
    good,
    how,
  } = state;
  return (
    sameFiles(now, begin.files) &&
    isSameBuild(built, begin.built) &&
    isSame(standing, begin.installed) &&
    [good, refused, ran, field].every((one) => one === undefined) &&
    target === 'wheel' &&
    how === (begin.installed?.how ?? 'regular') &&
    tester === 'pytest' &&
    lens === 'files' &&
    box.lens === BOX_AT_FIRST.lens &&
    box.path === undefined &&
    open === openAtFirst(begin.files)
  );
}

export function isSameBuild(left: Build | undefined, right: Build | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.kind === right.kind && sameFiles(left.files, right.files);
}

/** Letters are strokes: a run of them is one step of undo. */
export function weigh({ kind }: BuilderEvent): Weight {
  return kind === 'typed' ? 'stroke' : 'step';
}
