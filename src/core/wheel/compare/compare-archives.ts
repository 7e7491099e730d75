// Two archives beside each other: which files came, went and changed, and in what; and what their metadata says differently. Folders that
// carry the version in their name are taken for the same: `kit-1.0.dist-info` and `kit-1.1.dist-info`, `kit-1.0/` and `kit-1.1/`.
import { decodeMetadata, parseMetadata } from '@/core/python';
import { type Archive, type ArchiveEntry, isFile } from '../archive/archive';
import { bytesAt, type Contents, readContents } from '../inspect/contents';

/** In what a file can differ. `content` is its hash; only the time is what building again alone changes. */
export type EntryAspect = 'content' | 'kind' | 'mode' | 'time' | 'target';

/** A file in one of the archives or in both. `path` has the version taken out of folders that carry it. */
export type EntryChange =
  | { readonly kind: 'added'; readonly path: string; readonly right: ArchiveEntry }
  | { readonly kind: 'removed'; readonly path: string; readonly left: ArchiveEntry }
  | {
      readonly kind: 'changed';
      readonly path: string;
      readonly left: ArchiveEntry;
      readonly right: ArchiveEntry;
      readonly aspects: readonly EntryAspect[];
    };

/** A field of metadata and its values on both sides, in their order. */
export interface FieldChange {
  readonly field: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export interface ArchiveComparison {
  /** Whether the files are the same, byte for byte. */
  readonly areSame: boolean;
  /** In the order of paths. */
  readonly changes: readonly EntryChange[];
  readonly unchanged: number;
  readonly fields: readonly FieldChange[];
}

/** Compares two archives, of one project or of any two. */
export function compareArchives(left: Archive, right: Archive): ArchiveComparison {
  const [ours, theirs] = [namedFiles(left), namedFiles(right)];
  const changes: EntryChange[] = [];
  let unchanged = 0;
  for (const path of [...new Set([...ours.keys(), ...theirs.keys()])].toSorted()) {
    const [before, after] = [ours.get(path), theirs.get(path)];
    if (before === undefined && after !== undefined) changes.push({ kind: 'added', path, right: after.entry });
    if (before !== undefined && after === undefined) changes.push({ kind: 'removed', path, left: before.entry });
    if (before === undefined || after === undefined) continue;
    const aspects = aspectsOf(before, after);
    if (aspects.length === 0) unchanged++;
    else changes.push({ kind: 'changed', path, left: before.entry, right: after.entry, aspects });
  }
  const fields = fieldChanges(fieldsOf(left), fieldsOf(right));
  const areSame = changes.length === 0 && fields.length === 0 && left.entries.length === right.entries.length;
  return { areSame, changes, unchanged, fields };
}

interface NamedFile {
  readonly entry: ArchiveEntry;
  /** None if it can’t be read. */
  readonly hash: string | undefined;
}

/** What is no folder, by path; of several with one path the last, as Python reads them. */
function namedFiles(archive: Archive): ReadonlyMap<string, NamedFile> {
  const contents: Contents = readContents(archive);
  const named = new Map<string, NamedFile>();
  for (const entry of archive.entries) {
    if (entry.kind === 'folder') continue;
    named.set(pathOf(archive, entry), { entry, hash: contents.files.get(entry.index)?.digests.get('sha256') });
  }
  return named;
}

function pathOf({ kind }: Archive, { path }: ArchiveEntry): string {
  const slash = path.indexOf('/');
  if (slash === -1) return path;
  if (kind === 'sdist') return path.slice(slash + 1);
  return path.replace(/^([^/]+?)-[^/]+\.(dist-info|data)\//, '$1.$2/');
}

function aspectsOf(left: NamedFile, right: NamedFile): readonly EntryAspect[] {
  const [before, after] = [left.entry, right.entry];
  const differ: Readonly<Record<EntryAspect, boolean>> = {
    content: isFile(before) && isFile(after) && (left.hash !== right.hash || before.size !== after.size),
    kind: before.kind !== after.kind,
    mode: before.mode !== after.mode,
    time: before.modified !== after.modified,
    target: before.target !== after.target,
  };
  return (['content', 'kind', 'mode', 'time', 'target'] as const).filter((aspect) => differ[aspect]);
}

type Fields = ReadonlyMap<string, readonly string[]>;

/** The metadata of a wheel or an sdist, field by field, as it is written. */
function fieldsOf(archive: Archive): Fields {
  const due = archive.kind === 'wheel' ? /^[^/]+\.dist-info\/METADATA$/ : /^[^/]+\/PKG-INFO$/;
  const entry = archive.entries.find(({ path }) => due.test(path));
  const bytes = entry && bytesAt(archive, entry.path);
  const fields = new Map<string, string[]>();
  if (bytes === undefined) return fields;
  for (const { kind, text } of parseMetadata(decodeMetadata(bytes)).parts) {
    if (kind === 'ignored') continue;
    const values = fields.get(kind) ?? [];
    values.push(text);
    fields.set(kind, values);
  }
  return fields;
}

function fieldChanges(left: Fields, right: Fields): readonly FieldChange[] {
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((field) => {
    const [before, after] = [left.get(field) ?? [], right.get(field) ?? []];
    const isSame = before.length === after.length && before.every((value, at) => value === after[at]);
    return isSame ? [] : [{ field, left: before, right: after }];
  });
}
