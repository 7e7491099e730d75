// Records which file pip and uv take from a project's page: the small pages of installer-cases.ts, each made for one question, and
// every release of content/scenarios/wheel on the machines of content/index/release-reports (there uv alone; pip's answers stand
// in the reports).
//
//   npm run record:installers
//
// Needs Python 3.11 or newer and, to install the tools, the index.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compactJson } from './compact-json.ts';
import { type Ask, CASES, MACHINES } from './installer-cases.ts';
import { type AskedMachine, askedMachines } from './machine-matrix.ts';
import { platformsOf } from './pip-report.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

const python = toolsPython();

function take(tool: 'pip' | 'uv', asks: readonly object[]): readonly (string | null)[] {
  const input = JSON.stringify({ tool, asks });
  const script = `${root}scripts/record/installer_choice.py`;
  return JSON.parse(execFileSync(python, [script], { env: plainPipEnvironment(), input, encoding: 'utf8' }));
}

const recorded = new Date().toISOString().slice(0, 10);
const folder = `${root}content/index/installers/`;

const platforms = new Map(
  Object.entries(MACHINES).map(([id, environment]) => [id, platformsOf(python, { environment })] as const),
);
const asks = CASES.map((ask: Ask) => {
  const machine = MACHINES[ask.machine];
  const [major, minor] = machine.python;
  const own = `${machine.implementation}${major}${minor}${machine.freeThreaded ? 't' : ''}`;
  return { ...ask, machine, abis: machine.abis ?? [own], platformTags: platforms.get(ask.machine) };
});
const byPip = take('pip', asks);
const byUv = take('uv', asks);
const cases = CASES.map((ask, index) => ({ ...ask, pip: byPip[index] ?? null, uv: byUv[index] ?? null }));
const choices = {
  about: 'Which file of a page pip and uv take: what was fetched last, from an index that has these files alone.',
  recorded,
  pip: versionOf('pip'),
  uv: versionOf('uv'),
  command: 'npm run record:installers',
  machines: Object.entries(MACHINES).map(([id, machine]) => ({ id, ...machine })),
  cases,
};
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}choices.json`, compactJson(choices, ['machines', 'cases']));

interface Scenario {
  readonly id: string;
  readonly project: string;
  readonly version: string;
  readonly release: { readonly files: readonly object[] };
}

function recordRelease({ id, project, version, release }: Scenario, machines: readonly AskedMachine[]): object {
  const asked = machines.map(({ environment }) => ({
    machine: { ...environment, pythonFullVersion: `${environment.python.join('.')}.0` },
    requirement: `${project}==${version}`,
    files: release.files,
  }));
  const found = take('uv', asked);
  const files = [...new Set(found)];
  const takes = files.map((file) => ({
    file,
    on: machines.flatMap((machine, index) => (found[index] === file ? [machine.id] : [])),
  }));
  return { release: id, takes };
}

const scenarios = readdirSync(`${root}content/scenarios/wheel`).sort();
const machines = askedMachines();
const releases = {
  about: 'Which file of a release uv takes on each machine of content/index/release-reports/machines.json.',
  recorded,
  uv: versionOf('uv'),
  command: 'npm run record:installers',
  releases: scenarios.map((name) =>
    recordRelease(JSON.parse(readFileSync(`${root}content/scenarios/wheel/${name}`, 'utf8')), machines),
  ),
};
writeFileSync(`${folder}uv-releases.json`, compactJson(releases, ['releases']));
