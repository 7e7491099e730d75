// Who starts a build: the frontends of the build system interface (PEP 517, “Build frontend”). They differ in what of pyproject.toml they
// look at themselves, before they ask a backend; a fault that one of them stops at, another leaves to the backend.
import type { TomlTable } from '@/core/python';
import type { DocumentProblem } from '../project-document';

/** `uv build`, `pip wheel` and `pip install`, `python -m build`. */
export type Frontend = 'uv' | 'pip' | 'build';

/** A pyproject.toml whose TOML can be read. */
export interface ReadToml {
  readonly text: string;
  readonly root: TomlTable;
}

/** How a frontend stops at a problem with the file. */
export interface Refusal {
  /** *parse* if it hasn’t got the backend’s environment yet, *build* if it has, and then can’t go on. */
  readonly stage: 'parse' | 'build';
  /** The frontend stops at the problem with the lowest number, and never comes to the others. */
  readonly turn: number;
  /** Its own line, as far as it can be told; a line that goes on with the words of a parser ends with a colon. */
  readonly toolSays: string | undefined;
}

export interface FrontendRules {
  /** What it says where the file is no TOML. `folder` is the project’s. */
  readonly saysNoToml: (folder: string) => string;
  /** How it stops at each problem of the file; `undefined` for what it doesn’t look at or doesn’t mind. */
  readonly judgeIn: (toml: ReadToml) => (problem: DocumentProblem) => Refusal | undefined;
  /** The backend’s line as it comes out of the frontend. */
  readonly relays: (line: string, root: TomlTable) => string;
  /** Problems with tables that nobody else reads. */
  readonly readOwnTables: (toml: ReadToml) => readonly DocumentProblem[];
}
