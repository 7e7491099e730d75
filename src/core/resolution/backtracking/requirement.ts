// What the search asks for and what it tries: pip's requirements and candidates. A project asked for with extras is a key
// of its own, `name[extra]`, whose candidates require the same version of the plain project.
import { formatRequirement, type NormalizedName, type Requirement, type SpecifierSet } from '@/core/python';
import { tidySpecifier } from '../explain/written-requirement';
import type { Wish } from './project';

/** What is pinned: `requests`, `requests[socks]`, or the key of the running Python. */
export type Key = string;

/** The key of the Python that runs. No project has such a name. */
export const PYTHON_KEY: Key = '<Python>';

/** One release of a project, with extras or without, or the Python that runs. Equal candidates are the same object. */
export interface Candidate {
  readonly key: Key;
  /** Undefined for Python. */
  readonly name: NormalizedName | undefined;
  readonly extras: readonly NormalizedName[];
  /** Its place in the releases of its project. */
  readonly place: number;
  /** Its version as the index writes it. */
  readonly version: string;
}

/** A requirement of the root or of a candidate, as the search works with it. */
export type SearchRequirement =
  | {
      readonly kind: 'versions';
      readonly key: Key;
      readonly name: NormalizedName;
      readonly extras: readonly NormalizedName[];
      readonly specifier: SpecifierSet;
      readonly wish: Wish;
      /** The requirement as it was written, for people. */
      readonly written: Requirement;
    }
  /** What a candidate with extras requires of its project: the very same release. */
  | { readonly kind: 'same-release'; readonly key: Key; readonly candidate: Candidate }
  | { readonly kind: 'python'; readonly key: Key; readonly specifier: SpecifierSet; readonly holds: boolean }
  /** A direct URL, which is not modelled: nothing satisfies it. */
  | { readonly kind: 'url'; readonly key: Key; readonly written: Requirement };

/** The key of a project with these extras, which are sorted. */
export function keyOf(name: NormalizedName, extras: readonly NormalizedName[]): Key {
  return extras.length === 0 ? name : `${name}[${extras.join(',')}]`;
}

/** A requirement in the notation of specifiers. */
export function writtenAs(requirement: SearchRequirement): string {
  switch (requirement.kind) {
    case 'versions':
      return requirement.key + tidySpecifier(requirement.specifier);
    case 'same-release':
      return `${requirement.key}==${requirement.candidate.version}`;
    case 'python':
      return `Python ${tidySpecifier(requirement.specifier)}`;
    case 'url':
      return formatRequirement(requirement.written);
  }
}
