// A smaller index for a page: of each project only the releases that the given machines look at, with the true counts kept
// beside, so that the steps told are the same.
import { formatVersion, normalizeName } from '@/core/python';
import {
  countsOf,
  type IndexAnswer,
  type IndexFile,
  type RecordedIndex,
  releaseFiles,
  type WheelMetadata,
} from './index-answer';
import { installSteps } from './install-steps';
import type { TargetMachine } from './target-machine';

/**
 * The answers that installing any of `wanted` on any of `machines` needs. `installSteps` over them takes the same steps as
 * over the whole index; other requirements or machines may find less than there is.
 */
export function trimIndex(
  index: RecordedIndex,
  wanted: readonly string[],
  machines: readonly TargetMachine[],
  wheelsOnly = false,
): RecordedIndex {
  const releases = new Map<string, Set<string>>();
  const wheels = new Set<string>();
  for (const machine of machines) {
    for (const requirement of wanted) {
      const { steps } = installSteps({ wanted: requirement, machine, index, wheelsOnly });
      for (const step of steps) {
        if (step.kind === 'choose') wheels.add(step.filename);
        if (step.kind !== 'list-files') continue;
        const kept = releases.get(step.project) ?? new Set<string>();
        releases.set(step.project, kept);
        for (const version of step.lookedAt) kept.add(version);
      }
    }
  }
  return {
    projects: index.projects.flatMap((answer) => {
      const kept = releases.get(normalizeName(answer.project));
      return kept === undefined ? [] : [trimAnswer(answer, kept, wheels)];
    }),
    metadata: index.metadata.filter(({ filename }) => wheels.has(filename)).map(trimMetadata),
  };
}

/** Of a file that is not chosen, only what tells why is kept. */
function trimAnswer(answer: IndexAnswer, kept: ReadonlySet<string>, wheels: ReadonlySet<string>): IndexAnswer {
  const looked = releaseFiles(answer).filter(({ version }) => kept.has(formatVersion(version)));
  const files = looked.map(({ file }): IndexFile => {
    if (wheels.has(file.filename)) return file;
    const requires = file['requires-python'];
    return {
      filename: file.filename,
      hashes: {},
      ...(requires ? { 'requires-python': requires } : {}),
      ...(file.yanked ? { yanked: file.yanked } : {}),
    };
  });
  const { files: fileCount, releases: releaseCount } = countsOf(answer);
  return { ...answer, versions: [...kept], files, fileCount, releaseCount };
}

/** What no step reads is left out, hashes of RECORD's lines above all. */
function trimMetadata(wheel: WheelMetadata): WheelMetadata {
  const { filename, sha256, name, version, record } = wheel;
  const size = wheel['metadata-size'];
  return {
    filename,
    ...(sha256 === undefined ? {} : { sha256 }),
    name,
    version,
    'requires-python': wheel['requires-python'] ?? null,
    'requires-dist': wheel['requires-dist'],
    ...(size === undefined ? {} : { 'metadata-size': size }),
    'entry-points': wheel['entry-points'] ?? null,
    ...(record === undefined ? {} : { record: record.map(({ path, size: bytes }) => ({ path, size: bytes })) }),
  };
}
