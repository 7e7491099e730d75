// What is the same for every archive that a backend writes: where the bytes of each file come from, that no path is taken twice, and a
// reason for every file of the project that isn’t in it.
import { shownPath } from '../archive/finding-list';
import type { BuildInput, ChosenFile } from './backend-rules';
import { type BuildProblem, buildError } from './build-problem';
import type { LeftOutFile, PlannedFile } from './distribution-plan';

/** The files of an archive with their bytes, or what keeps them from being one. */
export interface MadeArchive {
  readonly filename: string;
  readonly files: readonly PlannedFile[];
  readonly leftOut: readonly LeftOutFile[];
  readonly tag: string | undefined;
  readonly problems: readonly BuildProblem[];
}

const encoder = /* @__PURE__ */ new TextEncoder();

/** A file that the backend writes. */
export function writtenFile(path: string, text: string): PlannedFile {
  return { path, content: encoder.encode(text), isExecutable: false, source: { kind: 'written' } };
}

/** What a backend has chosen, below a folder of the archive. */
export function plannedFile(chosen: ChosenFile, input: BuildInput, folder = ''): readonly PlannedFile[] {
  const path = `${folder}${chosen.to}`;
  if (chosen.kind === 'written') return [writtenFile(path, chosen.text)];
  const file = input.files.get(chosen.from);
  if (file === undefined) return [];
  const content = chosen.kind === 'changed' ? chosen.bytes : file.bytes;
  return [{ path, content, isExecutable: file.isExecutable, source: { kind: 'source', path: chosen.from } }];
}

/** Paths that two files of the archive would have; `toolSays` words it as the backend does. */
export function checkPaths(
  files: readonly PlannedFile[],
  toolSays: (path: string) => string | undefined,
): readonly BuildProblem[] {
  const seen = new Set<string>();
  const problems: BuildProblem[] = [];
  for (const { path } of files) {
    if (seen.has(path)) {
      const message = `Two files would be ${shownPath(path)} in the archive: let one of them go elsewhere.`;
      problems.push(buildError('same-path', message, { toolSays: toolSays(path) }));
    } else if (path.startsWith('/') || path.split('/').includes('..')) {
      problems.push(buildError('path', `${shownPath(path)} would lie outside of the place of installation.`));
    }
    seen.add(path);
  }
  return problems;
}

/** Each file of the project that no file of the archive comes from, in the order of the tree. */
export function leftOutOf(
  input: BuildInput,
  files: readonly PlannedFile[],
  told: readonly LeftOutFile[],
  because: string,
): readonly LeftOutFile[] {
  const taken = new Set(files.flatMap(({ source }) => (source.kind === 'source' ? [source.path] : [])));
  const reasons = new Map(told.map((file) => [file.path, file]));
  return [...input.files.keys()].flatMap((path) => (taken.has(path) ? [] : [reasons.get(path) ?? { path, because }]));
}
