/** The environment after an installation: what the installer wrote where, what it wrote itself, and what the launcher says. */
import type { InstalledFile } from '@/core/workstation';
import type { Group, Row } from '@/figures/inspector/picture';
import { bytesWord } from '@/figures/layer-cache/amounts';
import { seenWith } from './crate-picture';
import { outcomeOf, PLACE } from './outcomes';
import type { SeenPicture } from './picture';
import { sinceGroups } from './since-installed';
import type { BuilderEvent, BuilderState } from './state';

const decoder = new TextDecoder();

/** Characters of a text that is shown whole. */
const LONGEST_TEXT = 1_200;

export function installedPicture(state: BuilderState, isHidden: boolean): SeenPicture {
  const { installed } = state;
  if (isHidden) return seenWith({ says: ['Covered: say first which files an installer writes, and where.'] });
  const outcome = installed === undefined ? undefined : outcomeOf(installed);
  if (outcome?.kind !== 'installed') return seenWith({ says: ['Nothing is installed yet.'] });
  const { files, name, version, isEditable, installer, along } = outcome.installation;
  const folders = new Map<string, InstalledFile[]>();
  for (const file of files) {
    const folder = placeOf(file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return seenWith({
    says: [
      { code: `${name} ${version}` },
      `, installed by ${installer}${isEditable ? ' as editable: the code stays in the project’s folder' : ''}.`,
    ],
    groups: [
      ...sinceGroups(state),
      ...[...folders].map(
        ([folder, own]): Group<BuilderEvent> => ({ title: folder, rows: own.map((file) => fileRow(file, folder)) }),
      ),
      ...(along.length === 0
        ? []
        : [{ title: 'Installed along', rows: along.map((one) => alongRow(one.name, one.version)) }]),
    ],
    texts: files.filter(isTold).map(({ path, content }) => ({
      title: path.slice(PLACE.environment.length + 1),
      text: decoder.decode(content).slice(0, LONGEST_TEXT),
    })),
  });
}

/** The folder by which a file is listed: `bin`, or site-packages. */
function placeOf(path: string): string {
  const site = /^(.*\/site-packages)\//.exec(path)?.[1];
  return site ?? path.slice(0, path.lastIndexOf('/'));
}

function fileRow({ path, content, from }: InstalledFile, folder: string): Row<BuilderEvent> {
  const words = {
    wheel: 'from the wheel',
    launcher: 'written by the installer for an entry point',
    installer: 'written by the installer',
  };
  return {
    mark: from.kind === 'wheel' ? 'well' : 'plain',
    name: path.slice(folder.length + 1),
    word: `${words[from.kind]}, ${bytesWord(content.length)}`,
  };
}

/** Texts that tell how it is held together: launchers, `.pth` files, direct_url.json. */
function isTold({ path, from }: InstalledFile): boolean {
  return from.kind === 'launcher' || path.endsWith('.pth') || path.endsWith('direct_url.json');
}

function alongRow(name: string, version: string): Row<BuilderEvent> {
  return { mark: 'plain', name: `${name} ${version}`, word: 'because the metadata requires it' };
}
