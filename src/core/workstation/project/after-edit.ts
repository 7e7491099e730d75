// What an edit of the working copy changes for those who have it installed, before they install again. A regular install is a copy; an
// editable one leads to the working copy, and what was written at installation (metadata, commands) stays as it was all the same.
// Follows PEP 660, “Limitations”; the documentation of setuptools, “Development Mode”, and of uv, “Editable”.
import { type EntryPoint, formatRequirement, formatSpecifierSet, formatVersion } from '@/core/python';
import type { DistributionPlan, SourceFile, SourceTree } from '@/core/wheel';
import { folderOf, joinPath, type Path } from '../lookup/path';
import { code, type Sentence, say } from '../sentence';
import { isCommand } from './install-distribution';
import type { Installation } from './installation';
import { type World, worldOf } from './world';

export interface EditEffect {
  readonly kind: 'code' | 'data' | 'command' | 'version' | 'dependency' | 'python' | 'layout' | 'outside';
  /** What was changed: a path, the name of a command, a field. */
  readonly subject: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Whether a program that starts now sees it. */
  readonly isSeen: boolean;
  readonly sentence: Sentence;
}

export interface AfterEdit {
  /** The machine with the edited working copy, and what is installed as it was. */
  readonly world: World;
  readonly effects: readonly EditEffect[];
}

/** More effects than anyone reads. */
const MAX_EFFECTS = 200;

/**
 * Compares the working copy before and after. `planAfter` is what a build of the edited tree would give; without it, as when it can’t
 * be built, only files are compared.
 *
 * @example afterEdit(world, treeWithNewScript, plan).effects[0].isSeen // → false, editable or not
 */
export function afterEdit(before: World, treeAfter: SourceTree, planAfter?: DistributionPlan): AfterEdit {
  const { place, installation } = before;
  const world = worldOf(treeAfter, place, installation);
  const effects: EditEffect[] = fileEffects(before.tree, treeAfter, world);
  if (installation !== undefined && planAfter !== undefined) effects.push(...recordEffects(installation, planAfter));
  effects.push(...brokenLinks(before, world));
  return { world, effects: effects.slice(0, MAX_EFFECTS) };
}

function fileEffects(before: SourceTree, after: SourceTree, world: World): EditEffect[] {
  const old = new Map(before.map((file) => [file.path, file]));
  const now = new Map(after.map((file) => [file.path, file]));
  const effects: EditEffect[] = [];
  for (const path of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(path);
    const is = now.get(path);
    if (path === 'pyproject.toml' || (was !== undefined && is !== undefined && isSameContent(was, is))) continue;
    effects.push(fileEffect(path, was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', world));
  }
  return effects;
}

function isSameContent(a: SourceFile, b: SourceFile): boolean {
  if (typeof a.content === 'string' && typeof b.content === 'string') return a.content === b.content;
  const [first, second] = [bytesOf(a.content), bytesOf(b.content)];
  return first.length === second.length && first.every((byte, at) => byte === second[at]);
}

const encoder = new TextEncoder();

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? encoder.encode(content) : content;
}

function fileEffect(path: string, change: EditEffect['change'], world: World): EditEffect {
  const { place, installation } = world;
  const isCode = path.endsWith('.py');
  const effect = (kind: EditEffect['kind'], isSeen: boolean, sentence: Sentence): EditEffect => ({
    kind,
    subject: path,
    change,
    isSeen,
    sentence,
  });
  const kind = isCode ? 'code' : 'data';
  const absolute = joinPath(place.project, path);
  if (installation === undefined) return effect(kind, false, say`Nothing is installed.`);
  if (installation.isEditable) {
    return isReached(installation, absolute)
      ? effect(kind, true, say`The editable install leads to ${code(path)} itself: the next start sees it.`)
      : effect('outside', false, say`${code(path)} isn’t where the editable install leads.`);
  }
  const copy = copyOf(installation, path);
  return copy !== undefined || isPackaged(installation, path)
    ? effect(kind, false, say`site-packages has a copy of its own, as it was at installation. Install again.`)
    : effect('outside', false, say`${code(path)} isn’t part of what is installed.`);
}

/** Whether an editable install leads to a file: it lies in a folder of the search path, or in a package that the finder knows. */
function isReached({ links }: Installation, file: Path): boolean {
  return links.some((link) => {
    if (link.kind === 'finder')
      return [...link.mapping.values()].some((target) => file.startsWith(`${target}/`) || file === `${target}.py`);
    return link.folders.some((folder) => file.startsWith(`${folder}/`));
  });
}

function copyOf({ files }: Installation, path: string): Path | undefined {
  return files.find(({ from }) => from.kind === 'wheel' && (path === from.path || path.endsWith(`/${from.path}`)))
    ?.path;
}

/** Whether a new file lies beside files that were installed. */
function isPackaged({ files }: Installation, path: string): boolean {
  const folder = folderOf(`/${path}`);
  return files.some(
    ({ from }) => from.kind === 'wheel' && folderOf(from.path) !== '/' && folder.endsWith(`/${folderOf(from.path)}`),
  );
}

const UNTIL = say`It was written when the project was installed, and stays until it is installed again`;

/** What the installer wrote, against what it would write now. */
function recordEffects({ metadata, entryPoints, isEditable }: Installation, after: DistributionPlan): EditEffect[] {
  const effects: EditEffect[] = [];
  const even = isEditable ? say`, editable or not.` : say`.`;
  const add = (kind: EditEffect['kind'], subject: string, change: EditEffect['change'], what: Sentence) =>
    effects.push({ kind, subject, change, isSeen: false, sentence: say`${what} ${UNTIL}${even}` });
  const [oldVersion, newVersion] = [formatVersion(metadata.version), formatVersion(after.metadata.version)];
  if (oldVersion !== newVersion) {
    add('version', newVersion, 'changed', say`The installed metadata still says ${code(oldVersion)}.`);
  }
  const old = commandsOf(entryPoints);
  const now = commandsOf(after.entryPoints);
  for (const [name, target] of now) {
    const was = old.get(name);
    if (was === undefined) add('command', name, 'added', say`There is no file ${code(name)} yet.`);
    else if (was !== target) add('command', name, 'changed', say`The file ${code(name)} still calls ${code(was)}.`);
  }
  for (const name of old.keys()) {
    if (!now.has(name)) add('command', name, 'removed', say`The file ${code(name)} is still there.`);
  }
  const oldNeeds = metadata.requiresDist.map(formatRequirement);
  const newNeeds = after.metadata.requiresDist.map(formatRequirement);
  for (const need of newNeeds) {
    if (!oldNeeds.includes(need)) add('dependency', need, 'added', say`Nobody has asked for ${code(need)} yet.`);
  }
  for (const need of oldNeeds) {
    if (!newNeeds.includes(need)) add('dependency', need, 'removed', say`The metadata still requires ${code(need)}.`);
  }
  const pythons = [metadata.requiresPython, after.metadata.requiresPython].map((set) =>
    set === undefined ? '' : formatSpecifierSet(set),
  );
  if (pythons[0] !== pythons[1])
    add(
      'python',
      pythons[1] ?? '',
      'changed',
      say`The installed metadata has ${code(pythons[0] || 'no Requires-Python')}.`,
    );
  return effects;
}

function commandsOf(entryPoints: readonly EntryPoint[]): ReadonlyMap<string, string> {
  return new Map(
    entryPoints.filter(isCommand).map(({ name, module, attribute }) => [name, `${module}:${attribute ?? ''}`]),
  );
}

/** Folders that an editable install leads to and that the edit has taken away. */
function brokenLinks(before: World, { installation, machine }: World): EditEffect[] {
  const targets = (installation?.links ?? []).flatMap((link) =>
    link.kind === 'path' ? link.folders : [...link.mapping.values()],
  );
  return targets
    .filter((target) => before.machine.entries.has(target) && !machine.entries.has(target))
    .map((target) => ({
      kind: 'layout',
      subject: target,
      change: 'removed',
      isSeen: true,
      sentence: say`The editable install leads to ${code(target)}, and that isn’t there any more. Install again.`,
    }));
}
