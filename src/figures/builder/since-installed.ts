/** What was edited since the project was installed: what a program that starts now sees of it, and what takes another install. */
import { afterEdit, type EditEffect, plainText, worldOf } from '@/core/workstation';
import type { Words } from '@/figures/frame/Words';
import type { Group, Mark, Row } from '@/figures/inspector/picture';
import { sameFiles } from './files';
import { outcomeOf, PLACE, planOf, treeOf } from './outcomes';
import type { BuilderEvent, BuilderState } from './state';

type Installed = Pick<BuilderState, 'installed' | 'now'>;

/** Nothing where nothing is installed, or nothing was edited since. */
export function effectsOf({ installed, now }: Installed): readonly EditEffect[] {
  const outcome = installed === undefined ? undefined : outcomeOf(installed);
  if (installed === undefined || outcome?.kind !== 'installed' || sameFiles(installed.files, now)) return [];
  const planned = planOf({ files: now, kind: installed.how === 'editable' ? 'editable' : 'wheel' });
  const before = worldOf(treeOf(installed.files), PLACE, outcome.installation);
  return afterEdit(before, treeOf(now), planned.kind === 'planned' ? planned.plan : undefined).effects;
}

type Sight = 'seen' | 'not-seen' | 'outside';

function sightOf({ kind, isSeen }: EditEffect): Sight {
  if (kind === 'outside') return 'outside';
  return isSeen ? 'seen' : 'not-seen';
}

export function effectsBy(effects: readonly EditEffect[], sight: Sight): readonly EditEffect[] {
  return effects.filter((effect) => sightOf(effect) === sight);
}

const SIGHTS: readonly { readonly sight: Sight; readonly title: string; readonly mark: Mark }[] = [
  { sight: 'seen', title: 'Seen at once', mark: 'well' },
  { sight: 'not-seen', title: 'Only after another install', mark: 'note' },
  { sight: 'outside', title: 'Not part of what is installed', mark: 'plain' },
];

/** The edits in groups; none where nothing was edited. */
export function sinceGroups(state: BuilderState): readonly Group<BuilderEvent>[] {
  const effects = effectsOf(state);
  return SIGHTS.map(({ sight, title, mark }): Group<BuilderEvent> => {
    return { title, rows: effectsBy(effects, sight).map((effect) => effectRow(effect, mark, state)) };
  }).filter(({ rows }) => rows?.length !== 0);
}

const KINDS: Readonly<Record<EditEffect['kind'], string>> = {
  code: 'code',
  data: 'file',
  command: 'command',
  version: 'version',
  dependency: 'requirement',
  python: 'Requires-Python',
  metadata: 'field',
  layout: 'folder',
  outside: 'file',
};

function effectRow(
  { kind, subject, change, sentence }: EditEffect,
  mark: Mark,
  { now }: BuilderState,
): Row<BuilderEvent> {
  const row = { mark, name: subject, word: `${KINDS[kind]} ${change}`, says: plainText(sentence) };
  return now.has(subject) ? { ...row, event: { kind: 'opened', path: subject } } : row;
}

/** The same in a sentence, by numbers. */
export function sinceWords(state: Installed): Words {
  const effects = effectsOf(state);
  const [seen, later] = [effectsBy(effects, 'seen').length, effectsBy(effects, 'not-seen').length];
  if (seen + later === 0) return [];
  if (later === 0) return [' What was edited since is seen at once.'];
  if (seen === 0) return [' What was edited since is seen only after another install.'];
  return [
    ` Of the edits since, ${seen} ${seen === 1 ? 'is' : 'are'} seen at once, ${later} only after another install.`,
  ];
}
