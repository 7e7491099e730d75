// The recorded builds of hatchling, setuptools and uv_build, and the small projects that they are of (`npm run record:builds`).
import type { DistributionKind, ModelledBackend } from './distribution-plan';
import type { SourceTree } from './source-tree';

interface RecordedTree {
  readonly id: string;
  readonly says: string;
  readonly pyproject: readonly string[];
  readonly tool?: Partial<Readonly<Record<ModelledBackend, readonly string[]>>>;
  readonly files: Readonly<Record<string, string>>;
  readonly executable?: readonly string[];
}

/** What came of one build, as builds.py writes it. */
export interface RecordedBuild {
  readonly refuses?: { readonly raises?: string; readonly says: string };
  readonly warnings?: readonly string[];
  readonly file: string;
  /** By path: sixteen digits of the SHA-256, and the mode where it isn’t 644. */
  readonly entries: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly metadata: string;
  readonly entryPoints?: string;
  /** Other files of `.dist-info`. */
  readonly beside?: Readonly<Record<string, string>>;
  /** What pip put where, or its last line. */
  readonly installs?: readonly string[] | { readonly refuses: string };
}

export type RecordedCase = { readonly tree: string; readonly backend: ModelledBackend } & Readonly<
  Record<DistributionKind, RecordedBuild>
>;

export const BUILD_SYSTEMS: Readonly<Record<ModelledBackend, readonly string[]>> = {
  hatchling: ['requires = ["hatchling"]', 'build-backend = "hatchling.build"'],
  setuptools: ['requires = ["setuptools"]', 'build-backend = "setuptools.build_meta"'],
  uv_build: ['requires = ["uv_build>=0.13,<0.14"]', 'build-backend = "uv_build"'],
};

/** The recordings, read from their two files. */
export interface RecordedBuilds {
  /** The releases that were asked. */
  readonly tools: Readonly<Record<string, string>>;
  readonly cases: readonly RecordedCase[];
  /** A recorded project. Throws for one that isn’t in trees.json. */
  readonly tree: (id: string) => RecordedTree;
}

/** Reads the texts of trees.json and builds.jsonl. */
export function readRecordedBuilds(trees: string, builds: string): RecordedBuilds {
  const listed: readonly RecordedTree[] = JSON.parse(trees);
  const byId = new Map(listed.map((tree) => [tree.id, tree]));
  const [head = '{}', ...lines] = builds.trimEnd().split('\n');
  const tree = (id: string): RecordedTree => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`trees.json has no ${id}: run npm run record:builds.`);
    return found;
  };
  return { tools: JSON.parse(head).tools, cases: lines.map((line) => resolved(JSON.parse(line))), tree };
}

/** “as the wheel” stands for what the wheel’s entry has. */
function resolved(recorded: RecordedCase): RecordedCase {
  const whole = (build: RecordedBuild): RecordedBuild => {
    const entries = Object.entries(build).map(([key, value]) => [
      key,
      value === 'as the wheel' ? recorded.wheel[key as keyof RecordedBuild] : value,
    ]);
    return Object.fromEntries(entries);
  };
  return { ...recorded, sdist: whole(recorded.sdist), editable: whole(recorded.editable) };
}

/** A project’s files, with the pyproject.toml that the backend was given. */
export function sourceTree(tree: RecordedTree, backend: ModelledBackend): SourceTree {
  const { tool, pyproject: project, files: given, executable } = tree;
  const own = tool?.[backend] ?? [];
  const pyproject = [
    '[build-system]',
    ...BUILD_SYSTEMS[backend],
    '',
    ...project,
    ...(own.length > 0 ? ['', ...own] : []),
  ];
  const files = { ...given, 'pyproject.toml': `${pyproject.join('\n')}\n` };
  return Object.entries(files).map(([path, content]) => ({
    path,
    content,
    isExecutable: executable?.includes(path) === true,
  }));
}
