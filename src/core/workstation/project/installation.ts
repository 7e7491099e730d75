// What an installer has written into an environment for one distribution: the binary distribution format, “Installing a wheel”; the
// recording of installed projects; PEP 660 for editable ones.
import type { EntryPoint, Metadata } from '@/core/python';
import type { Path } from '../lookup/path';
import type { Sentence } from '../sentence';
import type { ReleaseAtHand, Workplace } from './workplace';

export type InstalledFrom =
  | { readonly kind: 'wheel'; readonly path: string }
  /** A command’s file, written for an entry point. */
  | { readonly kind: 'launcher'; readonly entryPoint: EntryPoint }
  /** INSTALLER, REQUESTED, direct_url.json and RECORD as it is once installed. */
  | { readonly kind: 'installer' };

export interface InstalledFile {
  readonly path: Path;
  readonly content: Uint8Array;
  readonly isExecutable: boolean;
  readonly from: InstalledFrom;
}

/** How an editable install leads to the working copy. */
export type EditableLink =
  /** A `.pth` file puts folders of the project on the search path. */
  | { readonly kind: 'path'; readonly file: Path; readonly folders: readonly Path[] }
  /** A `.pth` file starts code that hooks into the import system and maps names to places: setuptools’ finder. */
  | {
      readonly kind: 'finder';
      readonly file: Path;
      readonly finder: Path;
      readonly mapping: ReadonlyMap<string, Path>;
    };

export interface Installation {
  readonly name: string;
  readonly version: string;
  readonly isEditable: boolean;
  readonly installer: 'pip' | 'uv';
  readonly metadata: Metadata;
  readonly entryPoints: readonly EntryPoint[];
  /** In the order in which RECORD lists them. */
  readonly files: readonly InstalledFile[];
  readonly links: readonly EditableLink[];
  /** What was installed along because the distribution requires it. */
  readonly along: readonly ReleaseAtHand[];
  /** The folder of site-packages that holds the records. */
  readonly distInfo: Path;
}

export interface InstallFailure {
  /** A word that tests and exercises name it by. */
  readonly code:
    | 'requires-python'
    | 'tag'
    | 'dependency-missing'
    | 'dependency-version'
    | 'not-a-wheel'
    | 'unknown-scheme'
    | 'too-large';
  /** For a reader. */
  readonly message: Sentence;
  /** The last line that the installer prints. */
  readonly toolSays: string | undefined;
  readonly saidBy: Workplace['installer'];
}

export type InstallOutcome =
  | { readonly kind: 'installed'; readonly installation: Installation }
  | { readonly kind: 'failed'; readonly stage: 'install'; readonly problem: InstallFailure };
