// What an edit of the working copy changes for those who have it installed, before they install again. A regular install is a copy; an
// editable one leads to the working copy, and what was written at installation (metadata, commands) stays as it was all the same.
// Follows PEP 660, “Limitations”; the documentation of setuptools, “Development Mode”, and of uv, “Editable”.
import type { DistributionPlan, SourceFile, SourceTree } from '@/core/wheel';
import { folderOf, joinPath, type Path } from '../lookup/path';
import { code, type Sentence, say } from '../sentence';
import type { EditEffect } from './edit-effect';
import type { Installation } from './installation';
import { recordEffects } from './record-effects';
import { type World, worldOf } from './world';

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
  const effects: EditEffect[] = fileEffects(before.tree, treeAfter, world, planAfter);
  if (installation !== undefined && planAfter !== undefined) effects.push(...recordEffects(installation, planAfter));
  effects.push(...brokenLinks(before, world));
  return { world, effects: effects.slice(0, MAX_EFFECTS) };
}

function fileEffects(
  before: SourceTree,
  after: SourceTree,
  world: World,
  plan: DistributionPlan | undefined,
): EditEffect[] {
  const sources = new Set(plan?.files.flatMap(({ source }) => (source.kind === 'source' ? [source.path] : [])));
  const old = new Map(before.map((file) => [file.path, file]));
  const now = new Map(after.map((file) => [file.path, file]));
  const effects: EditEffect[] = [];
  for (const path of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(path);
    const is = now.get(path);
    if (path === 'pyproject.toml' || (was !== undefined && is !== undefined && isSameContent(was, is))) continue;
    effects.push(
      fileEffect(path, was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', world, sources),
    );
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

/** `sources` are the files that the next installation copies. */
function fileEffect(
  path: string,
  change: EditEffect['change'],
  { place, installation }: World,
  sources: ReadonlySet<string>,
): EditEffect {
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
  if (installation.isEditable && isReached(installation, absolute))
    return effect(kind, true, say`The editable install leads to ${code(path)} itself: the next start sees it.`);
  if (copyOf(installation, path) !== undefined || isPackaged(installation, path))
    return effect(kind, false, say`site-packages has a copy of its own, as it was at installation. Install again.`);
  if (sources.has(path)) return effect(kind, false, say`It is copied only when the project is installed again.`);
  return installation.isEditable
    ? effect('outside', false, say`${code(path)} isn’t where the editable install leads.`)
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

/** A licence’s copy lies in a folder of its own beside METADATA (PEP 639). */
function copyOf({ files }: Installation, path: string): Path | undefined {
  return files.find(
    ({ from }) =>
      from.kind === 'wheel' &&
      (path === from.path || path.endsWith(`/${from.path}`) || from.path.endsWith(`.dist-info/licenses/${path}`)),
  )?.path;
}

/** Whether a new file lies beside files that were installed. */
function isPackaged({ files }: Installation, path: string): boolean {
  const folder = folderOf(`/${path}`);
  return files.some(
    ({ from }) => from.kind === 'wheel' && folderOf(from.path) !== '/' && folder.endsWith(`/${folderOf(from.path)}`),
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
