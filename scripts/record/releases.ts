// Records what the wheel decoder's scenarios need: the file list of a release as the index gives it, what its source distribution
// says about building it, and which file the real pip takes on each of many machines.
//
//   npm run record:releases              every scenario in content/scenarios/wheel
//   npm run record:releases -- psutil    the ones named
//   npm run record:releases -- --again   asks pip again about the releases as they are recorded
//
// An author writes the rest of a scenario (docs/add-a-scenario.md); the script adds `release` and `expects` to it, and writes
// content/index/release-reports. Needs Python 3.11 or newer and the index.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { compactJson } from './compact-json.ts';
import { abisOf } from './machine.ts';
import { type AskedMachine, askedMachines, presetMachines } from './machine-matrix.ts';
import { platformsOf } from './pip-report.ts';
import { fetchProjectPage } from './project-page.ts';
import { plainPipEnvironment, toolsPython } from './tools-venv.ts';
import { root, versionOf, versions } from './versions.ts';

/** What an author wrote. Other keys stay as they are. */
interface Scenario {
  readonly id: string;
  readonly project: string;
  readonly version: string;
  /** What this script added before. */
  readonly release?: { readonly files: readonly object[] };
}

const scenarios = `${root}content/scenarios/wheel`;
const reports = `${root}content/index/release-reports`;
const today = new Date().toISOString().slice(0, 10);
const python = toolsPython();
const { PIP_INDEX_URL: _index, PIP_FIND_LINKS: _links, ...env } = plainPipEnvironment();
const runPython = (script: string, args: readonly string[], input = ''): string =>
  execFileSync(python, [`${root}scripts/record/${script}`, ...args], { env, input, encoding: 'utf8' });

/** The version in a file's name, as far as its place tells: `psutil-7.2.2.tar.gz`, `psutil-7.2.2-cp36-…`. */
function versionIn(filename: string): string | undefined {
  if (filename.endsWith('.whl')) return filename.split('-')[1];
  return /-([^-]+)\.(?:tar\.gz|zip)$/.exec(filename)?.[1];
}

/** The backend, requirements and kinds of source of a source distribution, which is thrown away afterwards. */
async function readSdist(address: string, filename: string, sha256: string): Promise<object> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The index answered ${response.status} for ${filename}.`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${filename}: sha256 ${found}, but the index says ${sha256}.`);
  const scratch = mkdtempSync(`${tmpdir()}/shipshape-sdist-`);
  try {
    writeFileSync(`${scratch}/${filename}`, bytes);
    return JSON.parse(runPython('sdist_facts.py', [`${scratch}/${filename}`]));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The release as the index lists it. */
async function recordRelease({ project, version }: Scenario) {
  const { page, addresses } = await fetchProjectPage(project, today);
  const listed = page.files.filter(({ filename }) => versionIn(filename) === version);
  if (listed.length === 0) throw new Error(`The page of ${project} lists no file of ${version}.`);
  const files = listed.map((file) => ({
    filename: file.filename,
    ...(file['requires-python'] ? { 'requires-python': file['requires-python'] } : {}),
    ...(file.yanked ? { yanked: file.yanked } : {}),
    size: file.size,
    uploaded: file['upload-time'].slice(0, 10),
  }));
  const sdist = listed.find(({ filename }) => !filename.endsWith('.whl'));
  const address = new URL(addresses.get(sdist?.filename ?? '') ?? '', `${versions.indexes.pypi.simple}${project}/`);
  return {
    recorded: today,
    source: page.source.split(';')[0] ?? '',
    files,
    ...(sdist ? { sdist: await readSdist(address.href, sdist.filename, sdist.hashes.sha256) } : {}),
  };
}

/** What pip takes on each machine, in the machines' order; null where it finds nothing. */
function askPip(
  way: 'finder' | 'command',
  release: object,
  machines: readonly AskedMachine[],
): readonly (string | null)[] {
  const asked = machines.map(({ id, environment }) => ({
    python: environment.python,
    implementation: environment.implementation,
    abis: abisOf(environment),
    platforms: platformTags.get(id),
  }));
  return JSON.parse(runPython('release_choice.py', [way], JSON.stringify({ release, machines: asked })));
}

const presets = presetMachines();
const machines = askedMachines();
const platformTags = new Map(
  [...presets, ...machines].map(({ id, environment }) => [id, platformsOf(python, { environment })] as const),
);

mkdirSync(reports, { recursive: true });
const isAgain = process.argv.includes('--again');
const asked = process.argv.slice(2).filter((word) => word !== '--again');
const ids = readdirSync(scenarios).map((name) => name.replace(/\.json$/, ''));
const unknown = asked.filter((id) => !ids.includes(id));
if (unknown.length > 0) throw new Error(`No such scenario in content/scenarios/wheel: ${unknown.join(', ')}.`);

writeFileSync(
  `${reports}/machines.json`,
  compactJson({ about: 'The machines of the reports beside this file.', machines }, ['machines']),
);
for (const id of asked.length === 0 ? ids : asked) {
  const place = `${scenarios}/${id}.json`;
  const scenario: Scenario = JSON.parse(readFileSync(place, 'utf8'));
  const release = (isAgain ? scenario.release : undefined) ?? (await recordRelease(scenario));
  const given = { project: scenario.project, version: scenario.version, files: release.files };
  const byCommand = askPip('command', given, presets);
  const expects = presets.map((preset, index) => ({ machine: preset.id, takes: byCommand[index] ?? null }));
  writeFileSync(place, scenarioJson({ ...scenario, release, expects }));

  const byFinder = askPip('finder', given, machines);
  const takes = [...new Set(byFinder)].map((file) => ({
    file,
    on: machines.filter((_, index) => byFinder[index] === file).map((machine) => machine.id),
  }));
  const report = {
    release: id,
    recorded: today,
    pip: versionOf('pip'),
    how: "pip's package finder over an index with this release alone: the recorded names, Requires-Python and yanked marks",
    takes,
  };
  writeFileSync(`${reports}/${id}.json`, compactJson(report, ['takes']));
  console.log(
    `${id}: ${release.files.length} files, ${new Set(byFinder).size} of them taken on ${machines.length} machines`,
  );
}

/** Like compactJson, with the release's files a line each. */
function scenarioJson({ release, ...rest }: { release: object; expects: object }): string {
  const inner = compactJson(release, ['files']).trimEnd().replaceAll('\n', '\n  ');
  return compactJson({ ...rest, release: 0 }, ['expects']).replace('"release": 0', () => `"release": ${inner}`);
}
