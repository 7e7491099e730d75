// Records what the index answers for `requests` and the four projects it needs, what the chosen wheels say about
// themselves, and what the real pip would install on each machine of content/index/machines.json.
//
//   node scripts/record/index.ts            everything
//   node scripts/record/index.ts linux-cp313  the project pages, and the machines named
//
// Needs Python 3.10 or newer and the index; see tools-venv.ts.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { compactJson } from './compact-json.ts';
import type { Machine } from './machine.ts';
import { type PipReport, runPip } from './pip-report.ts';
import { type FetchedPage, fetchProjectPage, slim } from './project-page.ts';
import { toolsPython } from './tools-venv.ts';
import { root } from './versions.ts';

const projects = ['requests', 'charset-normalizer', 'idna', 'urllib3', 'certifi'];
const place = `${root}content/index`;
const today = new Date().toISOString().slice(0, 10);

const { machines }: { machines: readonly Machine[] } = JSON.parse(readFileSync(`${place}/machines.json`, 'utf8'));
const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !machines.some((machine) => machine.id === id));
if (unknown.length > 0) throw new Error(`No such machine in content/index/machines.json: ${unknown.join(', ')}.`);

for (const folder of ['metadata', 'pip-reports']) mkdirSync(`${place}/${folder}`, { recursive: true });

const pages = new Map<string, FetchedPage>();
for (const project of projects) {
  const fetched = await fetchProjectPage(project, today);
  pages.set(project, fetched);
  writeFileSync(`${place}/${project}.json`, compactJson(slim(fetched.page), ['files']));
  console.log(`${project}: ${fetched.page.files.length} files (${fetched.page.source.split(';')[0]})`);
}

const python = toolsPython();
const wheels = new Map<string, { project: string; sha256: string }>();
for (const machine of machines.filter(({ id }) => asked.length === 0 || asked.includes(id))) {
  const report: PipReport = runPip(python, machine, today);
  writeFileSync(`${place}/pip-reports/${machine.id}.json`, compactJson(report, ['install']));
  for (const { name, filename, sha256 } of report.install) wheels.set(filename, { project: name, sha256 });
  console.log(`${machine.id}: ${report.install.map(({ filename }) => filename).join(' ')}`);
}

const scratch = mkdtempSync(`${tmpdir()}/shipshape-wheels-`);

/** Fetches a file of the index into the scratch folder; refuses it when its hash is not the one promised. */
async function fetchChecked(address: string, name: string, sha256: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The index answered ${response.status} for ${name}.`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`${name}: sha256 ${found}, but the index says ${sha256}.`);
  writeFileSync(`${scratch}/${name}`, bytes);
  return `${scratch}/${name}`;
}

if (asked.length === 0) {
  for (const name of readdirSync(`${place}/metadata`)) {
    if (!wheels.has(name.replace(/\.json$/, ''))) rmSync(`${place}/metadata/${name}`);
  }
}
for (const [filename, { project, sha256 }] of wheels) {
  const target = `${place}/metadata/${filename}.json`;
  const fetched = pages.get(project);
  const address = fetched?.addresses.get(filename);
  const file = fetched?.page.files.find((candidate) => candidate.filename === filename);
  if (!address || !file) throw new Error(`pip chose ${filename}, which is not on the recorded page of ${project}.`);
  if (existsSync(target) && JSON.parse(readFileSync(target, 'utf8')).sha256 === sha256) continue;
  const promised = typeof file['core-metadata'] === 'object' ? file['core-metadata'].sha256 : undefined;
  const wheel = await fetchChecked(address, filename, sha256);
  const script = `${root}scripts/record/wheel_contents.py`;
  const said: { readonly 'metadata-sha256': string } = JSON.parse(
    execFileSync(python, [script, wheel], { encoding: 'utf8' }),
  );
  if (promised !== undefined && promised !== said['metadata-sha256']) {
    throw new Error(`${filename}: the index promises other metadata (sha256 ${promised}) than the wheel holds.`);
  }
  writeFileSync(target, compactJson({ filename, sha256, ...said }, ['record', 'requires-dist']));
}
