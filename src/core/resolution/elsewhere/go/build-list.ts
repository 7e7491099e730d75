// Minimal version selection (Go modules reference, "Minimal version selection (MVS)"): walk the graph of requirements from the
// main module, and of each module take the highest version that anybody on the way asked for. There is no search: nothing
// is undone, and nothing newer than what was asked for is looked at.
import { formatGoModule, type GoModule, type GoProblem } from './go-problem';
import { compareGoVersions } from './go-version';

/** Who asks for a module, and at which version; `by` is undefined for the main module. */
export interface GoAsk {
  readonly by: GoModule | undefined;
  readonly version: string;
}

/** A module of the build list. */
export interface GoBuilt extends GoModule {
  /** What is built in its place (`replace`). */
  readonly replacedBy: GoModule | undefined;
  /** Every minimum, from every module version that the walk came through, also those that aren't built. */
  readonly asks: readonly GoAsk[];
}

export type GoAnswer =
  | { readonly kind: 'built'; readonly buildList: readonly GoBuilt[] }
  | {
      readonly kind: 'failed';
      /** Is there the module, without this version of it? */
      readonly hasModule: boolean;
      readonly missing: GoModule;
      readonly by: GoModule | undefined;
    };

/**
 * The build list: each module once, by path.
 *
 * Graph pruning and lazy loading (from `go 1.17` on) are left out: the whole graph is walked, as for `go 1.16`. So are the
 * `go` and `toolchain` lines, `retract`, which counts only for upgrades, and replacement by a folder.
 */
export function buildList(problem: GoProblem): GoAnswer {
  const excluded = new Set(problem.exclude.map(formatGoModule));
  const replacementOf = replacementsOf(problem);
  const asks = new Map<string, GoAsk[]>();
  const seen = new Set<string>();
  const queue: { readonly module: GoModule; readonly by: GoModule | undefined }[] = [];
  const require = (required: readonly GoModule[], by: GoModule | undefined) => {
    for (const module of required) {
      // The main module is always itself, and a requirement on an excluded version is as if it weren't there (since Go 1.16).
      if (module.path === problem.module || excluded.has(formatGoModule(module))) continue;
      const known = asks.get(module.path) ?? [];
      asks.set(module.path, known);
      known.push({ by, version: module.version });
      if (seen.has(formatGoModule(module))) continue;
      seen.add(formatGoModule(module));
      queue.push({ module, by });
    }
  };
  require(problem.require, undefined);
  for (const { module, by } of queue) {
    const read = replacementOf(module) ?? module;
    const versions = problem.modules.get(read.path);
    const required = versions?.get(read.version);
    if (required === undefined) {
      return { kind: 'failed', hasModule: versions !== undefined, missing: read, by };
    }
    require(required, module);
  }
  const built = [...asks].map(([path, all]): GoBuilt => {
    const version = highestOf(all);
    return { path, version, replacedBy: replacementOf({ path, version }), asks: all };
  });
  return { kind: 'built', buildList: built.sort((left, right) => (left.path < right.path ? -1 : 1)) };
}

/** The highest of the minimums. */
function highestOf(asks: readonly GoAsk[]): string {
  let highest = '';
  for (const { version } of asks) {
    if (highest === '' || compareGoVersions(version, highest) > 0) highest = version;
  }
  return highest;
}

/** What stands in for a module version; a replacement of this one version comes before one of all versions. */
function replacementsOf({ replace }: GoProblem): (module: GoModule) => GoModule | undefined {
  const byKey = new Map<string, GoModule>();
  for (const { path, version, by } of replace) byKey.set(formatGoModule({ path, version: version ?? '' }), by);
  return (module) => byKey.get(formatGoModule(module)) ?? byKey.get(formatGoModule({ ...module, version: '' }));
}
