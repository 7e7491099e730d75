/**
 * From the whole recordings of content/index to the scenario that a page ships: the releases and wheels that the machines
 * look at, of each file only what the installer reads of it. The true totals stay beside.
 */
import {
  type IndexAnswer,
  type IndexFile,
  type RecordedIndex,
  trimIndex,
  type WheelMetadata,
} from '@/core/workstation';
import type { InstallScenario, ScenarioCheck, ScenarioMachine, ShippedMetadata } from './scenario';

/** The recordings, whole. */
export interface Recordings {
  readonly wanted: string;
  readonly first: string;
  readonly machines: readonly ScenarioMachine[];
  readonly check: ScenarioCheck;
  readonly index: RecordedIndex;
}

/** The scenario over which every machine takes the same steps as over the recordings. */
export function trimScenario({ wanted, first, machines, check, index }: Recordings): InstallScenario {
  const trimmed = trimIndex(index, [wanted], machines);
  const fetched = new Set(trimmed.metadata.map(({ filename }) => filename));
  return {
    wanted,
    first,
    machines: machines.map(
      ({ id, label, short, among, environment, pythonFullVersion, markers, sitePackages, bin }) => {
        return { id, label, short, among, environment, pythonFullVersion, markers, sitePackages, bin };
      },
    ),
    check,
    projects: trimmed.projects.map((answer) => shipAnswer(answer, fetched)),
    metadata: trimmed.metadata.map(shipMetadata),
  };
}

function shipAnswer(
  { project, versions, files, fileCount, releaseCount }: IndexAnswer,
  fetched: ReadonlySet<string>,
): IndexAnswer {
  return {
    project,
    versions,
    ...(fileCount === undefined ? {} : { fileCount }),
    ...(releaseCount === undefined ? {} : { releaseCount }),
    files: files.map((file) => shipFile(file, fetched.has(file.filename))),
  };
}

/** Hash, size and where the metadata is are read of the file that is taken; what may exclude a file is read of each. */
function shipFile(file: IndexFile, isTaken: boolean): IndexFile {
  const { filename, hashes, size } = file;
  const requires = file['requires-python'];
  const beside = file['core-metadata'];
  return {
    filename,
    hashes: isTaken ? hashes : {},
    ...(requires ? { 'requires-python': requires } : {}),
    ...(file.yanked ? { yanked: file.yanked } : {}),
    ...(isTaken && size !== undefined ? { size } : {}),
    ...(isTaken && beside !== undefined ? { 'core-metadata': beside } : {}),
  };
}

function shipMetadata(wheel: WheelMetadata): ShippedMetadata {
  const { filename, sha256, name, version, record = [] } = wheel;
  return {
    filename,
    ...(sha256 === undefined ? {} : { sha256 }),
    name,
    version,
    'requires-python': wheel['requires-python'] ?? null,
    'requires-dist': wheel['requires-dist'],
    ...(wheel['metadata-size'] === undefined ? {} : { 'metadata-size': wheel['metadata-size'] }),
    'entry-points': wheel['entry-points'] ?? null,
    record: record.map(({ path, size }) => ({ path, size })),
  };
}
