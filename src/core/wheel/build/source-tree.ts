// A project as it lies in its folder: the "source tree" of the build system interface (PEP 517, "Source trees").

/** One file of a project. */
export interface SourceFile {
  /** Relative to the project’s folder, with “/” between its parts: `src/greeting/__init__.py`. */
  readonly path: string;
  /** Its bytes; a text is written as UTF-8. */
  readonly content: string | Uint8Array;
  /** Whether its owner may run it; what isn’t said may not be run. */
  readonly isExecutable?: boolean;
}

/** The files of a project, each path once. Folders are in their files’ paths; an empty folder isn’t there, as in git. */
export type SourceTree = readonly SourceFile[];
