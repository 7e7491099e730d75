// What `pyproject.toml` says: the pyproject.toml specification (PEP 518, PEP 621, PEP 639, PEP 735, PEP 794). Reading it is
// parse-pyproject.ts, and what it becomes in a distribution metadata-of-project.ts.
import type { EntryPoint, ImportName, LicenseExpression, ProjectUrl } from '../metadata';
import type { NormalizedName } from '../name';
import type { Requirement } from '../requirement';
import type { SpecifierSet } from '../specifier';
import type { TomlTable } from '../toml';
import type { Version } from '../version';
import type { DependencyGroups } from './dependency-groups';

/** The program that builds: a module and, if it is an object in the module, its name there ("build-backend"). */
export interface BuildBackend {
  readonly module: string;
  readonly object: string | undefined;
}

/** `[build-system]`, with what holds where it is silent. */
export interface BuildSystem {
  /** Whether the file has the table; without it, setuptools builds as it did before there was one. */
  readonly isDeclared: boolean;
  readonly requires: readonly Requirement[];
  readonly backend: BuildBackend;
  /** Folders in the project from which the backend is loaded; an empty list where it comes from `requires`. */
  readonly backendPath: readonly string[];
}

/** Where the description is: in a file, or here. */
export type ProjectReadme =
  | { readonly kind: 'file'; readonly file: string; readonly contentType: string }
  | { readonly kind: 'text'; readonly text: string; readonly contentType: string };

/** The licence: an expression, or in the old way a text or the path of one. */
export type ProjectLicense =
  | { readonly kind: 'expression'; readonly expression: LicenseExpression }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'text'; readonly text: string };

/** An author or maintainer: a name, an address, or both. */
export interface Person {
  readonly name: string | undefined;
  readonly email: string | undefined;
}

/** An extra and what it adds. */
export interface ProjectExtra {
  readonly name: NormalizedName;
  /** The name as the file has it. */
  readonly written: string;
  readonly requirements: readonly Requirement[];
}

/** The keys of `[project]`. What isn't there is `undefined` or empty; what is dynamic, too. */
export interface Project {
  readonly name: string;
  readonly normalizedName: NormalizedName;
  /** `undefined` if it is dynamic. */
  readonly version: Version | undefined;
  readonly description: string | undefined;
  readonly readme: ProjectReadme | undefined;
  readonly requiresPython: SpecifierSet | undefined;
  readonly license: ProjectLicense | undefined;
  /** Patterns; an empty list says that no licence file is to be taken. */
  readonly licenseFiles: readonly string[] | undefined;
  readonly authors: readonly Person[];
  readonly maintainers: readonly Person[];
  readonly keywords: readonly string[];
  readonly classifiers: readonly string[];
  readonly urls: readonly ProjectUrl[];
  /** Of `scripts`, `gui-scripts` and `entry-points`, in this order. */
  readonly entryPoints: readonly EntryPoint[];
  readonly dependencies: readonly Requirement[];
  readonly extras: readonly ProjectExtra[];
  /** An empty list says that there is nothing to import. */
  readonly importNames: readonly ImportName[] | undefined;
  readonly importNamespaces: readonly ImportName[] | undefined;
  readonly dynamic: readonly ProjectKey[];
}

export interface Pyproject {
  readonly buildSystem: BuildSystem;
  /** `undefined` if the backend provides everything. */
  readonly project: Project | undefined;
  readonly dependencyGroups: DependencyGroups | undefined;
  /** `[tool]` belongs to the tools: nothing in it is looked at but a few misspelt names. */
  readonly tool: TomlTable | undefined;
}

/** The keys of `[project]`, and whether a backend may add to a value that is there (PEP 808). */
const KEYS = {
  name: 'whole',
  version: 'whole',
  description: 'whole',
  readme: 'whole',
  'requires-python': 'whole',
  license: 'whole',
  'license-files': 'added-to',
  authors: 'added-to',
  maintainers: 'added-to',
  keywords: 'added-to',
  classifiers: 'added-to',
  urls: 'added-to',
  scripts: 'added-to',
  'gui-scripts': 'added-to',
  'entry-points': 'added-to',
  dependencies: 'added-to',
  'optional-dependencies': 'added-to',
  'import-names': 'added-to',
  'import-namespaces': 'added-to',
} as const;

export type ProjectKey = keyof typeof KEYS;

/** The keys of `[project]` but `dynamic`, in the order of the specification's sections. */
export const PROJECT_KEYS: readonly ProjectKey[] = /* @__PURE__ */ Object.keys(KEYS) as ProjectKey[];

export function isProjectKey(key: string): key is ProjectKey {
  return Object.hasOwn(KEYS, key);
}

/** Whether a key may have a value and be listed in `dynamic` too: lists and tables, to which a backend may add (PEP 808). */
export function mayBeAddedTo(key: ProjectKey): boolean {
  return KEYS[key] === 'added-to';
}
