/**
 * What the figure is given: a small project, its Dockerfile in one or more arrangements, and the images that it may start from.
 * content/scenarios/layer-project/*.yaml; schema.ts says what an author may write.
 */
import type { ContextEntries, ContextEntry, DeclaredBase, ProjectBuild } from '@/core/docker';
import type { Fact } from '@/core/exercise';
import type { Tap } from './edit-files';
import { sorted } from './files-now';
import type { LayerPicture } from './picture';

/** A file of the project: its text, or its size alone. */
export type ProjectFile =
  | { readonly text: string; readonly mode?: string | undefined }
  | { readonly size: number; readonly mode?: string | undefined };

/** One way of writing the project’s Dockerfile. */
export interface Arrangement {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** A change that the scenario makes a promise about: after a first build with this Dockerfile, this is done. */
export interface PromisedChange {
  readonly dockerfile: string;
  readonly change?: Readonly<Record<string, Tap>> | undefined;
  readonly arguments?: Readonly<Record<string, string>> | undefined;
  readonly target?: string | undefined;
}

export interface Project {
  readonly id: string;
  /** What to do, in one line; code stands between backticks. */
  readonly task: string;
  readonly dockerfiles: readonly [Arrangement, ...Arrangement[]];
  readonly files: Readonly<Record<string, ProjectFile>>;
  readonly bases: Readonly<Record<string, DeclaredBase>>;
  /** Names of secrets that the builder is given. */
  readonly secrets: readonly string[];
  /** Build arguments that can be set, each with the values that can be chosen; the first is the Dockerfile’s own. */
  readonly arguments: Readonly<Record<string, readonly string[]>>;
  /** What a slide steps through; at build they are held against the builder. */
  readonly promised: readonly PromisedChange[];
}

/** A project as a page is sent it. */
export interface LayerScenario extends Project {
  /** The first state, drawn at build, so that the builder’s rules are loaded with the first event and not with the page. */
  readonly drawn: { readonly picture: LayerPicture; readonly facts: readonly (readonly [string, Fact])[] };
}

/** A file as it is now. `lines` are empty lines that edits have put at its end; `touched` counts changes of its time alone. */
export interface FileNow {
  readonly text: string | undefined;
  readonly size: number;
  readonly lines: number;
  readonly touched: number;
  readonly mode: string;
}

/** All that a build is asked for. */
export interface Setup {
  /** The id of an arrangement, or the reader’s own text. */
  readonly dockerfile: { readonly id: string } | { readonly text: string };
  readonly files: ReadonlyMap<string, FileNow>;
  readonly arguments: ReadonlyMap<string, string>;
  readonly target: string | undefined;
  readonly ignoresCache: boolean;
}

/** A project, opened. */
export interface ProjectScene {
  readonly scenario: Project;
  readonly first: Setup;
}

/** A scenario, opened. */
export interface LayerScene extends ProjectScene {
  readonly scenario: LayerScenario;
}

/** The mode of a file that nobody changed. */
export const PLAIN_MODE = '0644';

export function openScene<Opened extends Project>(scenario: Opened): { scenario: Opened; first: Setup } {
  return { scenario, first: firstSetup(scenario) };
}

function firstSetup({ dockerfiles, files }: Project): Setup {
  return {
    dockerfile: { id: dockerfiles[0].id },
    files: sorted(new Map(Object.entries(files).map(([path, file]) => [path, fileNow(file)]))),
    arguments: new Map(),
    target: undefined,
    ignoresCache: false,
  };
}

/** A file of a scenario as it is before anything is done to it. */
export function fileNow(file: ProjectFile): FileNow {
  const text = 'text' in file ? file.text : undefined;
  const size = 'size' in file ? file.size : 0;
  return { text, size, lines: 0, touched: 0, mode: file.mode ?? PLAIN_MODE };
}

/** The Dockerfile’s text. */
export function dockerfileOf({ dockerfiles }: Project, { dockerfile }: Setup): string {
  if ('text' in dockerfile) return dockerfile.text;
  return (dockerfiles.find(({ id }) => id === dockerfile.id) ?? dockerfiles[0]).text;
}

/** What the builder is asked for. */
export function buildOf(scenario: Project, setup: Setup): ProjectBuild {
  return {
    dockerfile: dockerfileOf(scenario, setup),
    files: entriesOf(setup.files),
    arguments: setup.arguments,
    target: setup.target,
    ignoresCache: setup.ignoresCache,
  };
}

const tables = new WeakMap<Setup['files'], ContextEntries>();
const entries = new WeakMap<FileNow, ContextEntry>();

/** The same files give the same table, and a file that nobody changed the same entry: the core hashes it once. */
function entriesOf(files: Setup['files']): ContextEntries {
  const table = tables.get(files) ?? Object.fromEntries([...files].map(([path, file]) => [path, entryOf(file)]));
  tables.set(files, table);
  return table;
}

function entryOf(file: FileNow): ContextEntry {
  const entry = entries.get(file) ?? newEntry(file);
  entries.set(file, entry);
  return entry;
}

function newEntry({ text, size, lines, touched, mode }: FileNow): ContextEntry {
  if (text === undefined) return { repeat: '.', count: size + lines, mode };
  return { content: text + '\n'.repeat(lines), mode, mtime: touched };
}
