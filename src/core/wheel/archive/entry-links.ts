// Links and other things in an archive that are no files. A link can lead out of the tree, and a file can be written through one.
// Follows the source distribution format (PEP 721, “data” filter); a wheel has no links at all.
import type { ArchiveEntry, ArchiveKind } from './archive';
import { ancestorIn } from './entry-names';
import { type FindingList, shownPath } from './finding-list';

/** The bits that lend a file’s owner or group to whoever runs it. */
const LENT_RIGHTS = 0o6000;

/** Tells of links, of what they lead to, of devices and of lent rights. */
export function checkLinks(entries: readonly ArchiveEntry[], kind: ArchiveKind, findings: FindingList): void {
  const links = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const { path, target } = entry;
    const shown = shownPath(path);
    const above = ancestorIn(path, links);
    if (above !== undefined) {
      findings.entry('entry/through-link', entry, `${shown} would be written through the link ${shownPath(above)}.`);
    }
    if (entry.kind === 'special')
      findings.entry('entry/special', entry, `${shown} is a device or a pipe, which no distribution needs.`);
    if (entry.mode !== undefined && (entry.mode & LENT_RIGHTS) !== 0) {
      findings.entry(
        'entry/mode',
        entry,
        `${shown} would run with its owner’s rights (mode ${entry.mode.toString(8)}): installers drop that.`,
      );
    }
    if (entry.kind !== 'symbolic-link' && entry.kind !== 'hard-link') continue;
    links.set(path, entry);
    if (target !== undefined && leaves(entry, target)) {
      findings.entry('entry/link-leaves', entry, `${shown} is a link to ${shownPath(target)}, outside of the archive.`);
    } else if (kind === 'wheel') {
      findings.entry(
        'entry/link',
        entry,
        `${shown} is a link: wheels have none, and pip and uv write a file that holds the link’s text.`,
      );
    } else {
      const to = target === undefined ? '' : ` to ${shownPath(target)}`;
      findings.entry('entry/link', entry, `${shown} is a link${to}: Windows often can’t make it.`);
    }
  }
}

/** Whether a link’s target lies outside of the archive. A symbolic link starts from its folder, a hard link from the root. */
function leaves({ path, kind }: ArchiveEntry, target: string): boolean {
  if (/^[/\\]|^[a-z]:/i.test(target)) return true;
  const folder = kind === 'symbolic-link' ? path.split('/').slice(0, -1) : [];
  let depth = 0;
  for (const part of [...folder, ...target.split(/[/\\]/)]) {
    if (part === '' || part === '.') continue;
    depth += part === '..' ? -1 : 1;
    if (depth < 0) return true;
  }
  return false;
}
