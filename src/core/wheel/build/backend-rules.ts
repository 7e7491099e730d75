// What the backends differ in, one value each: which files they take, where a version comes from that `[project]` leaves open, which
// licence files they look for, what they refuse. Everything else of a wheel or an sdist is the same for all of them.
import type { BuildTag, Metadata, MetadataVersion, Project, TagSets, Version } from '@/core/python';
import type { BuildProblem } from './build-problem';
import type { DistributionKind, LeftOutFile, ModelledBackend } from './distribution-plan';
import type { DocumentProblem, ProjectDocument } from './project-document';
import type { ProjectFiles } from './project-files';

/** What a backend is given. */
export interface BuildInput {
  readonly kind: DistributionKind;
  readonly files: ProjectFiles;
  readonly document: ProjectDocument;
  /** Where the project’s folder lies on the simulated machine: editable wheels write it down. */
  readonly folder: string;
}

/** The same once it is known what is built. */
export interface NamedInput extends BuildInput {
  readonly project: Project;
  readonly version: Version;
  /** `greeting-0.1.0`: the name escaped, the version normalised. The sdist’s folder; `.dist-info` and `.data` begin with it. */
  readonly stem: string;
  /** The files that license-files, or without it the backend’s own patterns, match; sorted. */
  readonly licenseFiles: readonly string[];
  /** The text of METADATA and PKG-INFO. */
  readonly metadataText: string;
}

/** A file of the archive and what it holds. In an sdist, `to` begins below its folder. */
export type ChosenFile =
  | { readonly kind: 'source'; readonly to: string; readonly from: string }
  /** A source with another content than it has in the project: a script whose first line is rewritten. */
  | { readonly kind: 'changed'; readonly to: string; readonly from: string; readonly bytes: Uint8Array }
  | { readonly kind: 'written'; readonly to: string; readonly text: string };

export interface Choice {
  /** In the order of the archive. In a wheel without `.dist-info`, in an sdist without PKG-INFO at its top. */
  readonly files: readonly ChosenFile[];
  /** More files of `.dist-info`, `to` below it, beside METADATA, WHEEL, entry_points.txt and licences. */
  readonly distInfo: readonly ChosenFile[];
  /** Of a wheel: the build tag in its name, if it has one. */
  readonly build?: BuildTag;
  /** Of an editable wheel: see the plan’s. */
  readonly pathFolders: readonly string[];
  /** Files of the project that aren’t in, each with its reason. What is left out without one gets a general reason. */
  readonly leftOut: readonly LeftOutFile[];
  /** Errors and warnings. */
  readonly problems: readonly BuildProblem[];
}

/** A value, or why there is none; warnings beside. */
export interface Found<T> {
  readonly value: T | undefined;
  readonly problems: readonly BuildProblem[];
}

/** What the backend makes of a problem that the standard has with the file. */
export interface Judgement {
  readonly weight: 'error' | 'warning' | 'ignored';
  readonly toolSays: string | undefined;
}

export interface BackendRules {
  readonly backend: ModelledBackend;
  /** As WHEEL names it: `hatchling 1.33.0`. */
  readonly generator: string;
  readonly metadataVersion: MetadataVersion;
  /** The project as the backend reads it; it may fill in what is dynamic. Also said: tables of its own that can’t be used. */
  readonly readProject: (input: BuildInput) => Found<Project>;
  readonly judge: (problem: DocumentProblem, input: BuildInput) => Judgement;
  /** Its words for a readme or a licence’s file that isn’t there. */
  readonly saysMissing: (key: 'readme' | 'license', path: string, folder: string) => string;
  /** Its words where two files would have one path in a wheel, if it minds. */
  readonly saysSamePath: (path: string) => string | undefined;
  /** A version that `[project]` leaves to the backend. */
  readonly findVersion: (input: BuildInput, project: Project) => Found<Version>;
  /** The paths of the licence files, sorted: by license-files, or without it by the backend’s own patterns. */
  readonly findLicenseFiles: (input: BuildInput, project: Project) => Found<readonly string[]>;
  /** What the backend does otherwise with the metadata than [project] alone would have it. */
  readonly amendMetadata: (metadata: Metadata, project: Project) => Metadata;
  /** The tag of a wheel. */
  readonly tagsOf: (project: Project) => TagSets;
  readonly chooseFiles: (input: NamedInput) => Choice;
}
