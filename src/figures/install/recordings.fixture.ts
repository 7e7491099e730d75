/** The recordings of content/index, whole: for the script that writes the scenario, and for tests. Reads files. */
import { readdirSync, readFileSync } from 'node:fs';
import type { IndexAnswer, RecordedIndex, WheelMetadata } from '@/core/workstation';
import type { ScenarioMachine } from './scenario';
import type { Recordings } from './trim-scenario';

const folder = new URL('../../../content/index/', import.meta.url);

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
const namesIn = (path: string) => readdirSync(new URL(path, folder)).filter((name) => name.endsWith('.json'));

/** What pip would install on a machine. */
export interface PipReport {
  readonly preset: string;
  readonly recorded: string;
  readonly pipVersion: string;
  readonly command: string;
  readonly platforms: readonly string[];
  readonly install: readonly { name: string; version: string; filename: string; sha256: string }[];
}

/** The chips, in their order: Pythons on one kind of machine, then other machines. */
const chips = [
  ['linux-cp38', '3.8', 'pythons'],
  ['linux-cp39', '3.9', 'pythons'],
  ['linux-cp313', '3.13', 'pythons'],
  ['linux-cp314', '3.14', 'pythons'],
  ['linux-cp314t', '3.14t', 'pythons'],
  ['pypy-310', 'PyPy', 'pythons'],
  ['linux-arm64-cp312', 'arm64', 'elsewhere'],
  ['alpine-cp313', 'Alpine', 'elsewhere'],
  ['macos-cp313-arm64', 'macOS', 'elsewhere'],
  ['windows-cp313', 'Windows', 'elsewhere'],
] as const;

export function readReports(): readonly PipReport[] {
  return namesIn('pip-reports/').map((name) => read<PipReport>(`pip-reports/${name}`));
}

export function readRecordings(): Recordings {
  const { machines } = read<{ machines: readonly Omit<ScenarioMachine, 'short' | 'among'>[] }>('machines.json');
  const projects = namesIn('./')
    .map((name) => read<Partial<IndexAnswer>>(name))
    .filter((answer): answer is IndexAnswer => answer.files !== undefined);
  const index: RecordedIndex = {
    projects,
    metadata: namesIn('metadata/').map((name) => read<WheelMetadata>(`metadata/${name}`)),
  };
  const reports = readReports();
  const versions = new Set(reports.map(({ pipVersion }) => pipVersion));
  const [version = ''] = versions;
  if (versions.size !== 1) throw new Error('The reports in content/index/pip-reports come from more than one pip.');
  return {
    wanted: 'requests',
    machines: chips.flatMap(([id, short, among]) =>
      machines.filter((machine) => machine.id === id).map((machine) => ({ ...machine, short, among })),
    ),
    first: 'linux-cp313',
    check: {
      tool: 'pip',
      version,
      recorded: reports.map(({ recorded }) => recorded).sort()[0] ?? '',
      machines: reports.length,
      native: namesIn('native/').length,
    },
    index,
  };
}
