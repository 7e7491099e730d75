/**
 * What the inspector knows of a file, as plain data: made by the core, at build for the library’s files and in a worker for a reader’s
 * own (make-report.ts), and drawn without the core.
 */
import type { FindingWeight, RecordRowKind, Scheme, TwineVerdict, WheelContentsVerdict } from '@/core/wheel';

/** A line of the file’s tree, folders before files, each folder followed by what is in it. */
export type TreeLine =
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly name: string;
      readonly depth: number;
      readonly files: number;
      readonly size: number;
    }
  | {
      readonly kind: 'file' | 'link' | 'special';
      readonly path: string;
      /** The path with its end and what can’t be seen written out, where it is another. */
      readonly shown?: string;
      readonly name: string;
      readonly depth: number;
      readonly size: number;
      /** The beginning of its text; none of a file that is no text. */
      readonly text?: string;
      /** Whether the text goes on. */
      readonly isCut?: true;
    };

/** A row of RECORD and what became of it. */
export interface RecordLine {
  readonly path: string;
  /** As of a line of the tree. */
  readonly shown?: string;
  readonly kind: RecordRowKind;
  /** `sha256=…`, as listed and as it is; left out where it is the same. */
  readonly listed?: string;
  readonly actual?: string;
  readonly listedSize?: string;
  readonly actualSize?: number;
}

/** A field of METADATA or PKG-INFO and its values, in the words of the metadata. */
export interface FieldLine {
  readonly field: string;
  readonly values: readonly string[];
}

export interface EntryPointLine {
  readonly group: string;
  readonly name: string;
  /** `module:object`. */
  readonly value: string;
}

/** A tag and where it stands. */
export interface TagLine {
  readonly tag: string;
  readonly inName: boolean;
  readonly inWheel: boolean;
}

/** Where an installer puts a file. */
export interface PlaceLine {
  readonly scheme: Scheme;
  readonly path: string;
  readonly from:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'command'; readonly value: string }
    | { readonly kind: 'installer' };
  readonly isRewritten: boolean;
}

export interface PathFileLines {
  readonly path: string;
  readonly lines: readonly { readonly kind: 'path' | 'code' | 'comment'; readonly text: string }[];
}

export interface FindingLine {
  readonly code: string;
  readonly weight: FindingWeight;
  readonly path?: string;
  readonly message: string;
}

interface Inside {
  readonly name: string;
  /** Bytes of the file itself. */
  readonly size: number;
  /** Of the file itself, in hexadecimal. */
  readonly sha256: string;
  /** Files in it, more perhaps than the tree lists. */
  readonly files: number;
  /** Bytes of all files, unpacked. */
  readonly unpacked: number;
  readonly tree: readonly TreeLine[];
  readonly fields: readonly FieldLine[];
  /** Where the fields stand. */
  readonly metadata?: string;
  readonly findings: readonly FindingLine[];
  readonly twine: TwineVerdict;
}

export interface WheelReport extends Inside {
  readonly kind: 'wheel';
  /** Where RECORD stands. */
  readonly recordPath?: string;
  readonly record: readonly RecordLine[];
  /** Rows beyond those that are listed. */
  readonly recordMore: number;
  readonly generator?: string;
  readonly rootIsPurelib?: boolean;
  readonly tags: readonly TagLine[];
  readonly entryPoints: readonly EntryPointLine[];
  readonly places: readonly PlaceLine[];
  readonly pathFiles: readonly PathFileLines[];
  readonly contents: WheelContentsVerdict;
}

export interface SdistReport extends Inside {
  readonly kind: 'sdist';
  readonly build: 'pyproject' | 'setup-py' | 'nothing';
  /** The backend that pyproject.toml names. */
  readonly backend?: string;
  /** What it needs to build. */
  readonly buildRequires: readonly string[];
}

export type FileReport = WheelReport | SdistReport;

/** Why a file can’t be looked into: the core’s sentence. */
export interface Refusal {
  readonly kind: 'refused';
  readonly name: string;
  readonly message: string;
}

/** A file on one side or both, by its path without the version in folders that carry it. */
export interface ChangeLine {
  readonly kind: 'added' | 'removed' | 'changed' | 'time';
  readonly path: string;
  /** Of a changed file: in what. */
  readonly aspects: readonly ('content' | 'kind' | 'mode' | 'time' | 'target')[];
  readonly left?: number;
  readonly right?: number;
}

export interface ComparisonReport {
  /** The other file. */
  readonly name: string;
  readonly sha256: string;
  readonly areSame: boolean;
  readonly unchanged: number;
  readonly changes: readonly ChangeLine[];
  /** Changes beyond those that are listed. */
  readonly more: number;
  readonly fields: readonly {
    readonly field: string;
    readonly left: readonly string[];
    readonly right: readonly string[];
  }[];
}
