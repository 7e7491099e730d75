// Downloading a wheel and comparing its hash with the one that the index gave.
import type { NormalizedName } from '@/core/python';
import type { IndexFile, WheelMetadata } from './index-answer';
import type { InstallProblem, InstallStep } from './step';

/** The steps, and the problem if the file is not the one that the index speaks of. Without a hash nothing is compared. */
export function fetchWheel(
  project: NormalizedName,
  file: IndexFile,
  metadata: WheelMetadata,
): { readonly steps: readonly InstallStep[]; readonly problem: InstallProblem | undefined } {
  const { filename, size } = file;
  const download: InstallStep = { kind: 'download', project, filename, size };
  const expected = file.hashes.sha256;
  const got = metadata.sha256 ?? expected;
  if (expected === undefined || got === undefined) return { steps: [download], problem: undefined };
  const check: InstallStep = { kind: 'check-hash', project, filename, algorithm: 'sha256', expected, got };
  const problem: InstallProblem | undefined =
    got === expected ? undefined : { kind: 'hash-mismatch', project, filename };
  return { steps: [download, check], problem };
}
