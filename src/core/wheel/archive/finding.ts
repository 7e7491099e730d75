// What is wrong with an archive or unusual in it: a code, the place and a sentence. How much it weighs is the code’s: the table below.

/**
 * `danger`: could write outside the place of installation, run or hide something. `wrong`: breaks the format, so that installers refuse
 * it or disagree about it. `note`: allowed and worth knowing.
 */
export type FindingWeight = 'danger' | 'wrong' | 'note';

/** What each finding is about, in a few words, and how much it weighs. */
export const ARCHIVE_FINDINGS = {
  'archive/name': about('wrong', 'The file’s name tells what it is.'),
  'archive/format': about('wrong', 'The bytes are the archive that the name promises.'),
  'archive/too-large': about('wrong', 'The archive is small enough to be read here.'),
  'archive/too-many-entries': about('danger', 'The archive has no more files than real ones have.'),
  'archive/unpacked-size': about('danger', 'Unpacked, the files fit into memory.'),
  'archive/ratio': about('danger', 'The files aren’t packed beyond belief.'),
  'archive/broken': about('wrong', 'The archive can be read to its end.'),
  'archive/tar-broken': about('wrong', 'The tar can be read to its end.'),
  'archive/directory': about('danger', 'The zip’s directory is of one mind with itself.'),
  'archive/prepended': about('wrong', 'Nothing stands before the archive.'),
  'archive/trailing': about('wrong', 'Nothing stands after the archive.'),
  'archive/gap': about('wrong', 'Nothing stands between the files.'),
  'archive/zip64': about('note', 'Zip64 is for archives of more than four gigabytes.'),
  'path/empty': about('wrong', 'A file has a name.'),
  'path/absolute': about('danger', 'A path begins at the archive’s root, not at the disk’s.'),
  'path/drive': about('danger', 'A path names no drive of Windows.'),
  'path/parent': about('danger', 'A path doesn’t climb with “..”.'),
  'path/backslash': about('danger', 'A path has “/” between its parts.'),
  'path/not-normal': about('wrong', 'A path has no “.” and no empty part.'),
  'path/control': about('danger', 'A path has only characters that are seen.'),
  'path/long': about('wrong', 'A path isn’t longer than systems take.'),
  'path/deep': about('wrong', 'Folders aren’t nested beyond measure.'),
  'path/windows': about('note', 'Windows can write the path too.'),
  'path/encoding': about('wrong', 'A name beyond ASCII is marked as UTF-8.'),
  'entry/duplicate': about('danger', 'A path is there once.'),
  'entry/duplicate-case': about('wrong', 'Two paths differ in more than case or spelling.'),
  'entry/file-and-folder': about('wrong', 'A path is a file or a folder.'),
  'entry/link': about('note', 'A file is a file and no link.'),
  'entry/link-leaves': about('danger', 'A link stays in the archive.'),
  'entry/through-link': about('danger', 'No file is written through a link.'),
  'entry/special': about('danger', 'A file is no device and no pipe.'),
  'entry/mode': about('danger', 'A file doesn’t ask for another user’s rights.'),
  'entry/encrypted': about('wrong', 'Nothing is encrypted.'),
  'entry/method': about('wrong', 'Files are stored or deflated.'),
  'entry/local-header': about('danger', 'A file’s own header says what the directory says.'),
  'entry/outside': about('wrong', 'A file’s bytes lie in the archive.'),
  'entry/overlap': about('danger', 'No two files share bytes.'),
  'entry/size-impossible': about('danger', 'A file’s size is one that its packed bytes can have.'),
  'content/too-large': about('note', 'A file is small enough to be read here.'),
  'content/broken': about('wrong', 'A file’s packed bytes can be unpacked.'),
  'content/size': about('danger', 'A file has the size that is declared.'),
  'content/crc': about('wrong', 'A file has the checksum that is declared.'),
  'content/hidden': about('wrong', 'Nothing stands behind a file’s packed bytes.'),
} as const satisfies Readonly<Record<string, { readonly weight: FindingWeight; readonly about: string }>>;

export type ArchiveFindingCode = keyof typeof ARCHIVE_FINDINGS;

/** A finding and its place: the entry’s number in the archive’s list and its path, none for the archive as a whole. */
export interface ArchiveFinding {
  readonly code: ArchiveFindingCode;
  readonly entry: number | undefined;
  readonly path: string | undefined;
  /** One sentence: what is so, and what follows from it or what to do. */
  readonly message: string;
}

function about(weight: FindingWeight, text: string): { readonly weight: FindingWeight; readonly about: string } {
  return { weight, about: text };
}

/** A finding about the archive as a whole. */
export function archiveFinding(code: ArchiveFindingCode, message: string): ArchiveFinding {
  return { code, entry: undefined, path: undefined, message };
}

/** A finding about one entry. */
export function entryFinding(
  code: ArchiveFindingCode,
  entry: { readonly index: number; readonly path: string },
  message: string,
): ArchiveFinding {
  return { code, entry: entry.index, path: entry.path, message };
}
