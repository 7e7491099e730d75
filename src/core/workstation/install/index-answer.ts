// What a package index answers an installer: the simple repository API in its JSON form (PEP 691; sizes and upload times by
// PEP 700, yanked files by PEP 592), and the metadata file beside a wheel (PEP 658, PEP 714). The names of fields are those
// of the API and of the recordings in content/index.
import {
  type ListedFile,
  type NormalizedName,
  normalizeName,
  type ReleaseFile as ReleaseFileOf,
  readReleaseFile,
} from '@/core/python';

/** One file of a project, as the project's page lists it. */
export interface IndexFile extends ListedFile {
  readonly hashes: { readonly sha256?: string };
  readonly size?: number;
  readonly 'upload-time'?: string;
  /** Whether the index has the wheel's metadata as a file of its own, with the hash of it where it is told. */
  readonly 'core-metadata'?: boolean | { readonly sha256?: string };
}

/** A project's page. `fileCount` and `releaseCount` are told where files were left out: see trim-index.ts. */
export interface IndexAnswer {
  readonly project: string;
  readonly versions: readonly string[];
  readonly files: readonly IndexFile[];
  readonly fileCount?: number;
  readonly releaseCount?: number;
}

/** What a wheel says of itself, and what is in it. */
export interface WheelMetadata {
  readonly filename: string;
  readonly sha256?: string;
  readonly name: string;
  readonly version: string;
  readonly 'requires-python'?: string | null;
  readonly 'requires-dist': readonly string[];
  readonly 'metadata-size'?: number;
  readonly 'entry-points'?: { readonly console_scripts?: Readonly<Record<string, string>> } | null;
  readonly record?: readonly RecordEntry[];
}

/** A line of the wheel's RECORD. RECORD itself has neither hash nor size; no step reads the hash. */
export interface RecordEntry {
  readonly path: string;
  readonly hash?: string;
  readonly size: number | null;
}

/** The answers that an installation may ask for. */
export interface RecordedIndex {
  readonly projects: readonly IndexAnswer[];
  readonly metadata: readonly WheelMetadata[];
}

/** A file whose name could be read. */
export type ReleaseFile = ReleaseFileOf<IndexFile>;

/** The project's page among the answers, by the name in normal form. */
export function answerFor(index: RecordedIndex, project: NormalizedName): IndexAnswer | undefined {
  return index.projects.find((answer) => normalizeName(answer.project) === project);
}

/** The wheels and source distributions of a page, in its order. Eggs, installers and files of other projects are none. */
export function releaseFiles(answer: IndexAnswer): readonly ReleaseFile[] {
  const project = normalizeName(answer.project);
  return answer.files.flatMap((file) => readReleaseFile(file, project, 'pip') ?? []);
}

/** How many files and releases the page has, those that were left out included. */
export function countsOf(answer: IndexAnswer): { readonly files: number; readonly releases: number } {
  return { files: answer.fileCount ?? answer.files.length, releases: answer.releaseCount ?? answer.versions.length };
}
