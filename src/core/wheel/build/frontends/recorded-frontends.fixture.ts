// What uv build, pip wheel and python -m build made of projects with one fault each (`npm run record:frontends`).
import type { ModelledBackend } from '../distribution-plan';
import { BUILD_SYSTEMS } from '../recorded-builds.fixture';
import type { SourceTree } from '../source-tree';
import type { Frontend } from './frontend-rules';

interface RecordedManifest {
  readonly id: string;
  readonly says: string;
  readonly above?: readonly string[];
  /** Instead of the backend’s own `[build-system]`. */
  readonly system?: readonly string[];
  readonly pyproject: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

/** How a frontend ended. *requirements*: what the build requires can’t be had. */
export type RecordedEnd =
  | { readonly stage: 'built' }
  | { readonly stage: 'parse' | 'requirements' | 'build'; readonly exit: number; readonly lines: readonly string[] };

export interface RecordedFrontends extends Readonly<Partial<Record<Frontend, RecordedEnd>>> {
  readonly manifest: string;
  readonly backend: ModelledBackend;
  readonly tree: SourceTree;
}

/** Reads the texts of manifests.jsonl and frontends.jsonl. */
export function readRecordedFrontends(manifests: string, frontends: string): readonly RecordedFrontends[] {
  const byId = new Map(
    linesOf(manifests).map((line) => {
      const manifest: RecordedManifest = JSON.parse(line);
      return [manifest.id, manifest];
    }),
  );
  return linesOf(frontends)
    .slice(1)
    .map((line) => {
      const recorded: Omit<RecordedFrontends, 'tree'> = JSON.parse(line);
      const manifest = byId.get(recorded.manifest);
      if (manifest === undefined) throw new Error(`manifests.jsonl has no ${recorded.manifest}.`);
      return { ...recorded, tree: treeOf(manifest, recorded.backend) };
    });
}

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

/** The project that the recorder laid out. */
function treeOf({ above = [], system, pyproject, files }: RecordedManifest, backend: ModelledBackend): SourceTree {
  const text = [...above, ...(system ?? ['[build-system]', ...BUILD_SYSTEMS[backend]]), '', ...pyproject];
  const all = {
    'src/greeting/__init__.py': 'def main():\n    print("Hello!")\n',
    'README.md': '# greeting\n',
    ...files,
    'pyproject.toml': `${text.join('\n')}\n`,
  };
  return Object.entries(all).map(([path, content]) => ({ path, content }));
}
