// What Go is asked: the main module's `require`, `exclude` and `replace`, and the `require` of every module version there is
// (Go modules reference, "go.mod files").

/** A module at a version, both as go.mod writes them: `example.com/lib/v2 v2.1.0`. */
export interface GoModule {
  readonly path: string;
  readonly version: string;
}

/** `replace path version => by`; without a version all versions are meant. */
export interface GoReplacement {
  readonly path: string;
  readonly version: string | undefined;
  readonly by: GoModule;
}

export interface GoProblem {
  /** The main module's own path. */
  readonly module: string;
  readonly require: readonly GoModule[];
  readonly exclude: readonly GoModule[];
  readonly replace: readonly GoReplacement[];
  /** Path → version → what that version requires. */
  readonly modules: ReadonlyMap<string, ReadonlyMap<string, readonly GoModule[]>>;
}

export function formatGoModule({ path, version }: GoModule): string {
  return `${path} ${version}`;
}
