// What an installer does with a wheel: it refuses it, or writes its files into the environment, with a program for each command and
// records of what it did. Follows the binary distribution format, “Installing a wheel”; the recording of installed projects; PEP 660.
import { sha256 } from '@noble/hashes/sha2.js';
import { type EntryPoint, formatRecord, formatVersion, type RecordEntry } from '@/core/python';
import { type DistributionPlan, type PlannedFile, toBase64Url } from '@/core/wheel';
import { absolutePath, folderOf, type Path } from '../lookup/path';
import { code, say } from '../sentence';
import { editableLinks } from './editable-link';
import { installProblem } from './install-problem';
import type { InstalledFile, InstallOutcome } from './installation';
import { launcherText } from './launcher';
import { binOf, featureVersion, sitePackagesOf, type Workplace } from './workplace';

/** More files or bytes than a page can lay out at once. */
const MAX_FILES = 2_000;
const MAX_BYTES = 16 * 1024 * 1024;

/** Where the wheel was taken from: the project’s folder (`pip install .`), or a file, whose sha256 goes into direct_url.json. */
export type TakenFrom =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly path: Path; readonly sha256: string };

const encoder = new TextEncoder();

/**
 * Installs a built distribution into the place’s environment. A plan of kind `editable` is an editable install.
 *
 * @example installDistribution(plan, USUAL_WORKPLACE).installation.files.map(({ path }) => path)[0] // → '/home/you/greeting/.venv/bin/greet'
 */
export function installDistribution(
  plan: DistributionPlan,
  place: Workplace,
  from: TakenFrom = { kind: 'folder' },
): InstallOutcome {
  const needs = installProblem(plan, place);
  if (needs.kind === 'refused') return { kind: 'failed', stage: 'install', problem: needs.problem };
  const bytes = plan.files.reduce((sum, { content }) => sum + content.length, 0);
  if (plan.files.length > MAX_FILES || bytes > MAX_BYTES) {
    const message = say`This is more than is laid out here: ${plan.files.length} files, ${bytes} bytes.`;
    return {
      kind: 'failed',
      stage: 'install',
      problem: { code: 'too-large', message, toolSays: undefined, saidBy: place.installer },
    };
  }
  const site = sitePackagesOf(place);
  const infoName = plan.files
    .map(({ path }) => /^([^/]+\.dist-info)\//.exec(path)?.[1])
    .find((name) => name !== undefined);
  const distInfo = `${site}/${infoName ?? `${plan.metadata.name}-${formatVersion(plan.metadata.version)}.dist-info`}`;
  const files: InstalledFile[] = [];
  for (const file of plan.files) {
    const target = targetOf(file, place, plan);
    if (target === undefined) {
      const message = say`The wheel holds ${code(file.path)}: for that part of a ${code('.data')} folder an installer has no place.`;
      const problem = { code: 'unknown-scheme' as const, message, toolSays: undefined, saidBy: place.installer };
      return { kind: 'failed', stage: 'install', problem };
    }
    if (target.path === `${distInfo}/RECORD`) continue;
    files.push({ ...target, from: { kind: 'wheel', path: file.path } });
  }
  for (const entryPoint of plan.entryPoints) {
    if (!isCommand(entryPoint)) continue;
    const text = launcherText(entryPoint, `${binOf(place)}/python`, place.installer);
    const path = `${binOf(place)}/${entryPoint.name}`;
    files.push({ path, content: encoder.encode(text), isExecutable: true, from: { kind: 'launcher', entryPoint } });
  }
  const note = (name: string, text: string): void => {
    files.push({
      path: `${distInfo}/${name}`,
      content: encoder.encode(text),
      isExecutable: false,
      from: { kind: 'installer' },
    });
  };
  note('INSTALLER', place.installer === 'pip' ? 'pip\n' : 'uv');
  note('REQUESTED', '');
  note('direct_url.json', directUrlText(place, from, plan.kind === 'editable'));
  files.sort((a, b) => (relativeTo(site, a.path) < relativeTo(site, b.path) ? -1 : 1));
  const record = recordText(files, site, `${distInfo}/RECORD`);
  note('RECORD', record);
  return {
    kind: 'installed',
    installation: {
      name: plan.metadata.name,
      version: formatVersion(plan.metadata.version),
      isEditable: plan.kind === 'editable',
      installer: place.installer,
      metadata: plan.metadata,
      entryPoints: plan.entryPoints,
      files,
      links: editableLinks(files, plan, place),
      along: needs.along,
      distInfo,
    },
  };
}

export function isCommand({ group }: EntryPoint): boolean {
  return group === 'console_scripts' || group === 'gui_scripts';
}

/** Where a file of the wheel goes; `undefined` below a `.data` folder that no installer knows. */
function targetOf(
  file: PlannedFile,
  place: Workplace,
  plan: DistributionPlan,
): Pick<InstalledFile, 'path' | 'content' | 'isExecutable'> | undefined {
  const { content, isExecutable } = file;
  const data = /^[^/]+\.data\/([^/]+)\/(.+)$/.exec(file.path);
  if (data === null) {
    const path = absolutePath(sitePackagesOf(place), file.path);
    return { path, content, isExecutable };
  }
  const [, scheme = '', below = ''] = data;
  const folder = schemeFolder(scheme, place, plan.metadata.name);
  if (folder === undefined) return undefined;
  const path = absolutePath(folder, below);
  // pip leaves a script as executable as it is in the wheel, uv makes it so.
  return scheme === 'scripts'
    ? { path, content: withPythonLine(content, place), isExecutable: isExecutable || place.installer === 'uv' }
    : { path, content, isExecutable };
}

function schemeFolder(scheme: string, place: Workplace, name: string): Path | undefined {
  switch (scheme) {
    case 'purelib':
    case 'platlib':
      return sitePackagesOf(place);
    case 'scripts':
      return binOf(place);
    case 'data':
      return place.environment;
    case 'headers':
      return `${place.environment}/include/site/python${featureVersion(place)}/${name}`;
    default:
      return undefined;
  }
}

/** `#!python` at the head of a script becomes the environment’s Python. */
function withPythonLine(content: Uint8Array, place: Workplace): Uint8Array {
  const marker = encoder.encode('#!python');
  if (!marker.every((byte, at) => content[at] === byte)) return content;
  const line = encoder.encode(`#!${binOf(place)}/python`);
  const whole = new Uint8Array(line.length + content.length - marker.length);
  whole.set(line);
  whole.set(content.subarray(marker.length), line.length);
  return whole;
}

function directUrlText(place: Workplace, from: TakenFrom, isEditable: boolean): string {
  const source =
    from.kind === 'folder'
      ? ['dir_info', isEditable ? '{"editable": true}' : '{}']
      : ['archive_info', `{"hash": "sha256=${from.sha256}", "hashes": {"sha256": "${from.sha256}"}}`];
  const url = `"url": "file://${from.kind === 'folder' ? place.project : from.path}"`;
  if (place.installer === 'pip') return `{"${source[0]}": ${source[1]}, ${url}}`;
  return `{${url}, "${source[0]}": ${from.kind === 'folder' ? source[1] : '{}'}}`.replace(/(?<=[:,]) /g, '');
}

function relativeTo(site: Path, path: Path): string {
  if (path.startsWith(`${site}/`)) return path.slice(site.length + 1);
  // lib/python3.13/site-packages is three folders below the environment
  const environment = folderOf(folderOf(folderOf(site)));
  return `../../..${path.slice(environment.length)}`;
}

function recordText(files: readonly InstalledFile[], site: Path, record: Path): string {
  const entries: RecordEntry[] = files.map(({ path, content }) => ({
    path: relativeTo(site, path),
    hash: { algorithm: 'sha256', digest: toBase64Url(sha256(content)) },
    size: content.length,
  }));
  entries.push({ path: relativeTo(site, record), hash: undefined, size: undefined });
  return formatRecord(entries.sort((a, b) => (a.path < b.path ? -1 : 1)));
}
