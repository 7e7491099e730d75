// What a build is going to write, before it is packed: every file of a distribution, where it comes from and why it is in. The
// wheel: binary distribution format specification; the sdist: source distribution format; editable wheels: PEP 660.
import type { EntryPoint, Metadata } from '@/core/python';
import type { BuildProblem } from './build-problem';

export type DistributionKind = 'wheel' | 'sdist' | 'editable';

/** Where a file of the archive comes from. */
export type FileSource =
  | { readonly kind: 'source'; readonly path: string }
  /** Written by the backend: METADATA, WHEEL, RECORD, entry_points.txt, PKG-INFO, the `.pth` of an editable wheel. */
  | { readonly kind: 'written' };

export interface PlannedFile {
  /** In the archive, with “/” between its parts. */
  readonly path: string;
  readonly content: Uint8Array;
  readonly isExecutable: boolean;
  readonly source: FileSource;
}

/** A file of the project that isn’t in the distribution, and why. */
export interface LeftOutFile {
  readonly path: string;
  /** A sentence for a reader: which rule of the backend leaves it out. */
  readonly because: string;
}

export interface DistributionPlan {
  readonly kind: DistributionKind;
  /** `greeting-0.1.0-py3-none-any.whl`, `greeting-0.1.0.tar.gz`. */
  readonly filename: string;
  /** The backend whose rules chose the files. */
  readonly backend: ModelledBackend;
  /** In the order of the archive; in a wheel the `.dist-info` folder last, RECORD at its end. */
  readonly files: readonly PlannedFile[];
  readonly leftOut: readonly LeftOutFile[];
  readonly metadata: Metadata;
  readonly entryPoints: readonly EntryPoint[];
  /** Of a wheel, as its name has them: `py3-none-any`. */
  readonly tag: string | undefined;
  /** Of an editable wheel: the folders of the project that its `.pth` puts on the search path, relative, “” for the project’s own. */
  readonly pathFolders: readonly string[];
}

/** The backends whose choice of files is modelled. */
export type ModelledBackend = 'hatchling' | 'setuptools' | 'uv_build';

export type PlannedDistribution =
  | { readonly kind: 'planned'; readonly plan: DistributionPlan; readonly warnings: readonly BuildProblem[] }
  | { readonly kind: 'failed'; readonly problems: readonly BuildProblem[] };
