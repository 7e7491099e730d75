// A scenario as a file: a few builds in a row on one builder whose cache was empty before the first (docs/conformance.md, layer-cache).
// It says what each RUN does, so that no command is run.
import type { FileFact } from '../effects/run-effect';
import type { ContextEntries } from '../files/build-context';

/** What a RUN does in a build; found by stage and line, and by its text where a FROM brought several triggers. */
export interface DeclaredEffect {
  readonly stage: number;
  readonly line: number;
  readonly instruction: string;
  readonly writes?: Readonly<Record<string, FileFact>> | undefined;
  readonly deletes?: readonly string[] | undefined;
  readonly exitCode?: number | undefined;
}

export interface ScenarioBuild {
  readonly dockerfile: string;
  readonly dockerfileName?: string | undefined;
  readonly dockerignore: string | null;
  readonly dockerignoreName?: string | undefined;
  readonly context: ContextEntries;
  readonly buildArgs: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  readonly target: string | null;
  readonly noCache: boolean;
  readonly noCacheFilter?: readonly string[] | undefined;
  readonly platform: string | null;
  /** Tag → variant; `v1` where a tag isn’t named. */
  readonly baseImages: Readonly<Record<string, string>>;
  readonly namedContexts?: Readonly<Record<string, ContextEntries>> | undefined;
  readonly remote?: Readonly<Record<string, { readonly content: string }>> | undefined;
  readonly allow?: readonly string[] | undefined;
  readonly ssh?: boolean | undefined;
  readonly runEffects: readonly DeclaredEffect[];
}

/** The builder that a scenario was recorded with. */
export interface RecordedWith {
  readonly engine?: string | undefined;
  readonly builder?: string | undefined;
}

/** Is this JSON the builds of a scenario? A sentence says what is wrong with it. */
export function findFault(builds: unknown): string | undefined {
  if (!Array.isArray(builds) || builds.length === 0) return 'A scenario has a list of builds.';
  for (const [at, one] of builds.entries()) {
    if (!isRecord(one)) return `Build ${at} is no object.`;
    if (typeof one['dockerfile'] !== 'string') return `Build ${at} has no text as its dockerfile.`;
    if (!isRecord(one['context'])) return `Build ${at} has no table as its context.`;
    for (const name of ['buildArgs', 'baseImages']) {
      const table = one[name];
      const isTable = isRecord(table) && Object.values(table).every((value) => typeof value === 'string');
      if (!isTable) return `Build ${at} has no table of texts as its ${name}.`;
    }
    const effects = one['runEffects'];
    if (!Array.isArray(effects) || !effects.every(isRecord)) return `Build ${at} has no list of runEffects.`;
    const ignore = one['dockerignore'];
    if (ignore !== undefined && ignore !== null && typeof ignore !== 'string') {
      return `Build ${at} has something else than text as its dockerignore.`;
    }
    for (const [path, entry] of Object.entries(one['context'])) {
      if (!isEntry(entry)) return `Build ${at}: the entry ${path} of the context is none that is known.`;
    }
  }
  return undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function isEntry(entry: unknown): boolean {
  if (!isRecord(entry)) return false;
  const { content, repeat, count, symlink, dir, tar } = entry;
  if (tar !== undefined)
    return (
      isRecord(tar) &&
      Object.values(tar).every((one) => (isRecord(one) && !('tar' in one) ? isEntry(one) : isRecord(one)))
    );
  if (repeat !== undefined) return typeof repeat === 'string' && typeof count === 'number';
  return typeof content === 'string' || typeof symlink === 'string' || dir === true;
}
