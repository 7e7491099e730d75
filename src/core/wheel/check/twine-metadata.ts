// Where twine looks for metadata: in a wheel the shortest path with METADATA in it, in an sdist PKG-INFO in the one folder at the top.
// Follows twine 7.0.0.
import type { Archive, ArchiveEntry } from '../archive/archive';
import { readEntry } from '../archive/read-entry';

export type MetadataSearch =
  | { readonly kind: 'found'; readonly bytes: Uint8Array; readonly entry: ArchiveEntry }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'crashed'; readonly why: string };

/** Finds the metadata that twine reads. */
export function findMetadata(archive: Archive): MetadataSearch {
  return archive.kind === 'wheel' ? inWheel(archive) : inSdist(archive);
}

function inWheel(archive: Archive): MetadataSearch {
  const paths = archive.entries.flatMap(({ path }) => (path.includes('METADATA') ? [path] : []));
  const searched: string[] = [];
  for (const path of paths.toSorted(bySegments)) {
    const content = contentOf(archive, path);
    if (content.kind !== 'found' || saysVersion(content.bytes)) return content;
    searched.push(path);
  }
  const message = `No METADATA in archive or METADATA missing 'Metadata-Version': ${archive.name} (searched ${searched.join(',')})`;
  return { kind: 'refused', message };
}

/** Fewer parts first, then part by part. */
function bySegments(left: string, right: string): number {
  const [a, b] = [left.split('/'), right.split('/')];
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

function inSdist(archive: Archive): MetadataSearch {
  const root = commonFolder(archive.entries.map(({ path }) => path));
  if (root === undefined) return { kind: 'crashed', why: 'There is no folder that all files have in common.' };
  if (root === '' || root === '/' || root === '.') {
    return { kind: 'refused', message: `Too many top-level members in sdist archive: ${archive.name}` };
  }
  const path = `${root}/PKG-INFO`;
  const missing = `No PKG-INFO in archive or PKG-INFO missing 'Metadata-Version': ${archive.name}`;
  const entry = archive.entries.findLast((each) => each.path.replace(/\/$/, '') === path);
  if (entry === undefined) return { kind: 'refused', message: missing };
  if (entry.kind !== 'file') return { kind: 'refused', message: `PKG-INFO is not a regular file: ${archive.name}` };
  const content = contentOf(archive, path);
  return content.kind !== 'found' || saysVersion(content.bytes) ? content : { kind: 'refused', message: missing };
}

/** As Python’s `os.path.commonpath`: `.` and empty parts count for nothing; absolute and other paths together have none. */
function commonFolder(paths: readonly string[]): string | undefined {
  const absolute = paths.filter((path) => path.startsWith('/')).length;
  if (paths.length === 0 || (absolute > 0 && absolute < paths.length)) return undefined;
  const parts = paths.map((path) => path.split('/').filter((part) => part !== '' && part !== '.'));
  const [first = []] = parts;
  let shared = first.length;
  for (const each of parts) {
    let same = 0;
    while (same < shared && same < each.length && each[same] === first[same]) same++;
    shared = same;
  }
  return (absolute > 0 ? '/' : '') + first.slice(0, shared).join('/');
}

/** Of two files with one path, Python takes the later. */
function contentOf(archive: Archive, path: string): MetadataSearch {
  const entry = archive.entries.findLast((each) => each.path === path);
  const content = entry && readEntry(entry);
  if (entry === undefined || content?.kind !== 'read') return { kind: 'crashed', why: `${path} can’t be read.` };
  if (content.finding !== undefined && content.finding.code !== 'content/hidden') {
    return { kind: 'crashed', why: content.finding.message };
  }
  return { kind: 'found', bytes: content.bytes, entry };
}

const VERSION_FIELD = /* @__PURE__ */ new TextEncoder().encode('Metadata-Version');

/** Whether the bytes have `Metadata-Version` in them, anywhere. */
function saysVersion(bytes: Uint8Array): boolean {
  const [first = 0] = VERSION_FIELD;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    const start = at;
    if (VERSION_FIELD.every((byte, index) => bytes[start + index] === byte)) return true;
  }
  return false;
}
