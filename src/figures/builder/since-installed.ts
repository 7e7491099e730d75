/** What was edited since the project was installed: what a program that starts now sees of it, and what takes another install. */
import { afterEdit, type EditEffect, plainText } from '@/core/workstation';
import type { Words } from '@/figures/frame/Words';
import type { Group, Mark, Row } from '@/figures/inspector/picture';
import { type Files, MANIFEST, sameFiles } from './files';
import { stringsOf } from './manifest-text';
import { isInstallable, keyOf, planOf, remembered, treeOf, worldNow } from './outcomes';
import type { BuilderEvent, BuilderState } from './state';

type Installed = Pick<BuilderState, 'installed' | 'now'>;

const effects = remembered<readonly EditEffect[]>();

/** Nothing where nothing is installed, or nothing was edited since. */
export function effectsOf({ installed, now }: Installed): readonly EditEffect[] {
  if (installed === undefined || !isInstallable(installed) || sameFiles(installed.files, now)) return [];
  return effects(now, keyOf(installed), () => {
    const planned = planOf({ files: now, kind: installed.how === 'editable' ? 'editable' : 'wheel' });
    const before = worldNow({ now: installed.files, installed });
    const plan = planned.kind === 'planned' ? planned.plan : undefined;
    return withoutReadme(afterEdit(before, treeOf(now), plan).effects, now);
  });
}

/** A readme is edited once: where its text became another Description, nothing is said of the file beside that. */
function withoutReadme(found: readonly EditEffect[], now: Files): readonly EditEffect[] {
  if (!found.some(isDescription)) return found;
  const readmes = readmesOf(now);
  return found.filter(({ subject }) => !readmes.includes(subject));
}

const isDescription = ({ kind, subject }: EditEffect): boolean => kind === 'metadata' && subject === 'Description';

const README_FIELDS = ['project.readme', 'project.readme.file', 'tool.setuptools.dynamic.readme'];

/** The files from which the description is read. */
function readmesOf(files: Files): readonly string[] {
  const text = files.get(MANIFEST) ?? '';
  return README_FIELDS.flatMap((field) => stringsOf(text, field)).filter((path) => files.has(path));
}

type Sight = 'seen' | 'not-seen' | 'outside';

function sightOf({ kind, isSeen }: EditEffect): Sight {
  if (kind === 'outside') return 'outside';
  return isSeen ? 'seen' : 'not-seen';
}

export function effectsBy(found: readonly EditEffect[], sight: Sight): readonly EditEffect[] {
  return found.filter((effect) => sightOf(effect) === sight);
}

const SIGHTS: readonly { readonly sight: Sight; readonly title: string; readonly mark: Mark }[] = [
  { sight: 'seen', title: 'Seen at once', mark: 'well' },
  { sight: 'not-seen', title: 'Only after another install', mark: 'note' },
  { sight: 'outside', title: 'Not part of what is installed', mark: 'plain' },
];

/** The edits in groups; none where nothing was edited. */
export function sinceGroups(state: BuilderState): readonly Group<BuilderEvent>[] {
  const found = effectsOf(state);
  return SIGHTS.map(({ sight, title, mark }): Group<BuilderEvent> => {
    return { title, rows: effectsBy(found, sight).map((effect) => effectRow(effect, mark, state)) };
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

function effectRow(effect: EditEffect, mark: Mark, { now }: BuilderState): Row<BuilderEvent> {
  const { kind, subject, change, sentence } = effect;
  const [readme] = isDescription(effect) ? readmesOf(now) : [];
  const from = readme === undefined ? '' : `, by ${readme}`;
  const row = { mark, name: subject, word: `${KINDS[kind]} ${change}${from}`, says: plainText(sentence) };
  const path = readme ?? subject;
  return now.has(path) ? { ...row, event: { kind: 'opened', path } } : row;
}

/** The same in a sentence, by numbers. */
export function sinceWords(state: Installed): Words {
  const found = effectsOf(state);
  const [seen, later] = [effectsBy(found, 'seen').length, effectsBy(found, 'not-seen').length];
  if (seen + later === 0) return [];
  if (later === 0) return [' What was edited since is seen at once.'];
  if (seen === 0) return [' What was edited since is seen only after another install.'];
  return [
    ` Of the edits since, ${seen} ${seen === 1 ? 'is' : 'are'} seen at once, ${later} only after another install.`,
  ];
}
