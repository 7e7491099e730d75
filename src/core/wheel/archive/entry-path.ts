// A path in an archive, looked at before anything is written by it. Zips and tars take every string; installers refuse what leads out of
// the place of installation. Follows the source distribution format (PEP 721, “data” filter) and what pip and uv refuse in wheels.
import { type FindingList, shownPath } from './finding-list';
import { MAX_DEPTH, MAX_PATH } from './limits';

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** Tells what is wrong with an entry’s path. */
export function checkPath(entry: { readonly index: number; readonly path: string }, findings: FindingList): void {
  const { path } = entry;
  const shown = shownPath(path);
  const report = (code: Parameters<FindingList['entry']>[0], message: string) => findings.entry(code, entry, message);
  if (path === '') {
    report('path/empty', 'An entry has no name.');
    return;
  }
  if (path.length > MAX_PATH)
    report('path/long', `${shown} has ${path.length} characters: most systems can’t write it.`);
  if (/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(path)) {
    report('path/control', `${shown} has characters in it that aren’t seen: what is shown isn’t what is written.`);
  }
  if (path.includes('\\'))
    report('path/backslash', `${shown} has a backslash: on Windows it is a folder, elsewhere part of the name.`);
  if (/^[a-z]:/i.test(path))
    report('path/drive', `${shown} begins with a drive: on Windows it leads out of where it is unpacked.`);
  if (/^[/\\]/.test(path)) report('path/absolute', `${shown} is absolute: it leads out of where it is unpacked.`);
  const parts = path.replace(/\/$/, '').split('/');
  if (parts.length > MAX_DEPTH) report('path/deep', `${shown} lies ${parts.length} folders deep.`);
  if (path.split(/[/\\]/).includes('..'))
    report('path/parent', `${shown} climbs with “..”: it may lead out of where it is unpacked.`);
  if (parts.some((part, at) => part === '.' || (part === '' && at > 0))) {
    report('path/not-normal', `${shown} has a part that says nothing: the same file has another name without it.`);
  }
  const unwritable = parts.find(
    (part) => part !== '..' && part !== '.' && (DEVICE.test(part) || /[<>:"|?*]|[. ]$/.test(part)),
  );
  if (unwritable !== undefined && !/^[a-z]:/i.test(path)) {
    report('path/windows', `Windows can’t write “${shownPath(unwritable)}” in ${shown}.`);
  }
}
