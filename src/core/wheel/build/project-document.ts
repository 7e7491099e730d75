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
import { type BuildProblem, buildError, type SourcePlace } from './build-problem';
import type { FrontendRules, Refusal } from './frontends/frontend-rules';
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
  /** Where whoever starts the build stops, as errors, the one first that it meets first. */
  readonly refused: readonly BuildProblem[];
  /** The others, by the standard. Which of them ends a build is the backend’s matter. */
  readonly problems: readonly DocumentProblem[];
  readonly warnings: readonly DocumentProblem[];
}

export type ReadDocument =
  | { readonly kind: 'read'; readonly document: ProjectDocument }
  | { readonly kind: 'failed'; readonly problems: readonly BuildProblem[] };

/** Reads the file as the frontend does, or says why it can’t. Without a file, what holds without one. `folder` is the project’s. */
export function readDocument(files: ProjectFiles, frontend: FrontendRules, folder: string): ReadDocument {
  const file = files.get(PYPROJECT);
  const text = file === undefined ? '' : textOf(file);
  const saysNoToml = frontend.saysNoToml(folder);
  if (text === undefined) {
    return failed([parseError('not-utf-8', 'pyproject.toml isn’t UTF-8: save it as UTF-8.', undefined, saysNoToml)]);
  }
  if (text.length > MAX_DOCUMENT) {
    const message = 'pyproject.toml has more than a million characters: it isn’t read here.';
    return failed([parseError('too-long', message, undefined, undefined)]);
  }
  const toml = parseToml(text);
  if (toml.value === undefined) {
    return failed(
      toml.problems.map(({ code, at, message }) => parseError(code, message, placeIn(text, at), saysNoToml)),
    );
  }
  const root = toml.value;
  const { draft, problems, warnings } = parsePyproject(text);
  const judge = frontend.judgeIn({ text, root });
  const judged = [...problems, ...frontend.readOwnTables({ text, root })].map((problem) => {
    return { problem, refusal: judge(problem) };
  });
  const refused = judged
    .flatMap(({ problem, refusal }) => (refusal === undefined ? [] : [{ problem, refusal }]))
    .toSorted((one, other) => one.refusal.turn - other.refusal.turn)
    .map(({ problem, refusal }) => refusalError(text, problem, refusal));
  const others = judged.flatMap(({ problem, refusal }) => (refusal === undefined ? [problem] : []));
  if (draft === undefined) return failed(refused);
  const { buildSystem, project } = draft;
  return { kind: 'read', document: { text, root, buildSystem, project, refused, problems: others, warnings } };
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

function refusalError(
  text: string,
  { code, message, at }: DocumentProblem,
  { stage, toolSays }: Refusal,
): BuildProblem {
  return buildError(code, message, { stage, at: placeIn(text, at), saidBy: 'frontend', toolSays });
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

/** The value at a path as problems have it: `project.dependencies[0]`. */
export function valueOfPath(root: TomlTable, path: string): TomlValue | undefined {
  let value: TomlValue | undefined = root;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    if (value?.kind === 'array') value = value.items[Number(step)];
    else value = value?.kind === 'table' ? valueAt(value, [step]) : undefined;
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
