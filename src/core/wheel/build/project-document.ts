// The project’s pyproject.toml as a build reads it: first whoever starts the build, for `[build-system]` (the build system interface, PEP
// 517 and PEP 518), then the backend, for everything else. What the first can’t read is a problem of the stage *parse*.
import {
  type BuildSystem,
  type ParsedPyproject,
  type Project,
  parsePyproject,
  parseToml,
  placeOf,
  type Span,
  type TomlTable,
  type TomlValue,
} from '@/core/python';
import type { BuildProblem, SourcePlace } from './build-problem';
import { type ProjectFiles, textOf } from './project-files';

export const PYPROJECT = 'pyproject.toml';

/** Longer ones are no project’s; the reader of TOML isn’t asked. */
const MAX_DOCUMENT = 1_000_000;

/** A problem that reading found in the file, before anybody has said what it means for the build. */
export type DocumentProblem = ParsedPyproject['problems'][number];

export interface ProjectDocument {
  /** “” if there is no file. */
  readonly text: string;
  readonly root: TomlTable;
  readonly buildSystem: BuildSystem;
  /** What could be read of `[project]`; `undefined` if the file has none, or none with a name. */
  readonly project: Project | undefined;
  /** Of everything but `[build-system]`, by the standard. Which of them ends a build is the backend’s matter. */
  readonly problems: readonly DocumentProblem[];
  readonly warnings: readonly DocumentProblem[];
}

export type ReadDocument =
  | { readonly kind: 'read'; readonly document: ProjectDocument }
  | { readonly kind: 'failed'; readonly problems: readonly BuildProblem[] };

/** Reads the file, or says why nobody can. Without a file, what holds without one. */
export function readDocument(files: ProjectFiles): ReadDocument {
  const file = files.get(PYPROJECT);
  const text = file === undefined ? '' : textOf(file);
  if (text === undefined) {
    return failed([parseError('not-utf-8', 'pyproject.toml isn’t UTF-8: save it as UTF-8.', undefined, NO_TOML)]);
  }
  if (text.length > MAX_DOCUMENT) {
    const message = 'pyproject.toml has more than a million characters: it isn’t read here.';
    return failed([parseError('too-long', message, undefined, undefined)]);
  }
  const toml = parseToml(text);
  if (toml.value === undefined) {
    return failed(toml.problems.map(({ code, at, message }) => parseError(code, message, placeIn(text, at), NO_TOML)));
  }
  const { draft, problems, warnings } = parsePyproject(text);
  const isOfBuildSystem = ({ path }: DocumentProblem) => /^build-system(?:\.|$)/.test(path ?? '');
  const unusable = problems.filter(isOfBuildSystem);
  if (draft === undefined || unusable.length > 0) {
    return failed(
      unusable.map((found) =>
        parseError(found.code, found.message, placeIn(text, found.at), wordsForBuildSystem(found)),
      ),
    );
  }
  const { buildSystem, project } = draft;
  return { kind: 'read', document: { text, root: toml.value, buildSystem, project, problems, warnings } };
}

function failed(problems: readonly BuildProblem[]): ReadDocument {
  return { kind: 'failed', problems };
}

function parseError(
  code: string,
  message: string,
  at: SourcePlace | undefined,
  toolSays: string | undefined,
): BuildProblem {
  return { stage: 'parse', weight: 'error', code, message, at, saidBy: 'frontend', toolSays };
}

/** What uv 0.13 says in front of its own words for what is wrong with the TOML. */
const NO_TOML = 'cause: Invalid `pyproject.toml`';

/** pip 26.3 on `requires`; other mistakes in the table each tool words in its own way. */
function wordsForBuildSystem({ code, path }: DocumentProblem): string | undefined {
  if (path !== 'build-system.requires') return undefined;
  if (code === 'pyproject/missing-key') return 'The [build-system] table is missing the mandatory `requires` key.';
  return code === 'pyproject/wrong-type'
    ? 'This package has an invalid `build-system.requires` key in pyproject.toml.'
    : undefined;
}

/** A stretch of pyproject.toml as a place in it. */
export function placeIn(text: string, { start, end }: Span, file = PYPROJECT): SourcePlace {
  return { file, from: start, to: end, ...placeOf(text, start) };
}

/** The value at the path of keys in the file, and nothing if a key is missing on the way. */
export function valueAt(root: TomlTable, keys: readonly string[]): TomlValue | undefined {
  let value: TomlValue | undefined = root;
  for (const key of keys) {
    value = value?.kind === 'table' ? value.entries.get(key)?.value : undefined;
  }
  return value;
}

/** Where the value at the path of keys stands, or the nearest table that is there. */
export function placeOfKeys({ text, root }: ProjectDocument, keys: readonly string[]): SourcePlace | undefined {
  for (let length = keys.length; length > 0; length--) {
    const value = valueAt(root, keys.slice(0, length));
    if (value !== undefined) return placeIn(text, value.at);
  }
  return undefined;
}
