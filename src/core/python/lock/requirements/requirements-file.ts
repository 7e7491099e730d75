// What a requirements file holds: pip's documentation, "Requirements File Format". Reading it is
// parse-requirements-file.ts, writing it format-requirements-file.ts, the rules of hashes check-hashes.ts.
import type { Marker } from '../../marker';
import type { Span } from '../../problem';
import type { Requirement } from '../../requirement';
import type { RequirementsOption } from './requirements-options';

/** What a line asks to be installed. What stands on the disk is unknown here, so a path is what looks like one. */
export type RequirementsTarget =
  | { readonly kind: 'requirement'; readonly requirement: Requirement }
  | { readonly kind: 'url'; readonly url: string; readonly marker: Marker | undefined }
  | { readonly kind: 'path'; readonly path: string; readonly marker: Marker | undefined };

/** A hash that a line gives; a file must have one of a line's. */
export interface RequirementHash {
  readonly algorithm: 'sha256' | 'sha384' | 'sha512';
  readonly digest: string;
}

/** A value of an option that stands on a line of its own, such as `-r other.txt`. */
export interface GivenOption {
  readonly option: RequirementsOption;
  /** Empty for options without a value. */
  readonly value: string;
  readonly at: Span;
}

/** A line as pip joins it: continuation lines are part of the first. `line` is the number of that one, from 1. */
export type RequirementsLine =
  | {
      readonly kind: 'install';
      readonly target: RequirementsTarget;
      readonly isEditable: boolean;
      readonly hashes: readonly RequirementHash[];
      /** `--config-settings`: what is handed to the build backend, as written, in order. */
      readonly configSettings: readonly string[];
      readonly line: number;
      readonly at: Span;
    }
  | { readonly kind: 'options'; readonly options: readonly GivenOption[]; readonly line: number; readonly at: Span };

/** A `${NAME}` in the file, and whether it was replaced. */
export interface UsedVariable {
  readonly name: string;
  readonly isReplaced: boolean;
  readonly at: Span;
}

export interface RequirementsFile {
  readonly lines: readonly RequirementsLine[];
  readonly variables: readonly UsedVariable[];
}
