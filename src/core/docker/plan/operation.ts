// The operations of a plan: what the builder’s frontend makes of a Dockerfile (LLB). An instruction that only changes the image’s
// configuration has none; it acts through the environment, user and folder of the ones after it.
import type { FileMode } from '../dockerfile';
import type { Ownership } from '../files/owner';
import type { BaseImage } from './base-image';
import type { Platform } from './platform';

/** A place among the inputs of an operation; NO_INPUT is an empty file system. */
export type InputIndex = number;

export const NO_INPUT = -1;

/** A mount of RUN. */
export type ExecMount = {
  readonly target: string;
} & (
  | {
      readonly kind: 'bind';
      readonly input: InputIndex;
      readonly source: string;
      readonly isReadOnly: boolean;
    }
  | {
      readonly kind: 'cache';
      readonly input: InputIndex;
      readonly source: string;
      readonly id: string;
      readonly sharing: 'shared' | 'private' | 'locked';
      readonly isReadOnly: boolean;
    }
  | { readonly kind: 'tmpfs'; readonly size: number }
  | { readonly kind: 'secret'; readonly id: string; readonly isRequired: boolean; readonly file: MountedFile }
  | { readonly kind: 'ssh'; readonly id: string; readonly isRequired: boolean; readonly file: MountedFile }
);

/** The owner and mode that a secret or socket is mounted with; undefined: the builder’s own. */
export type MountedFile = { readonly uid: number; readonly gid: number; readonly mode: number } | undefined;

export interface SecretVariable {
  readonly id: string;
  readonly name: string;
  readonly isRequired: boolean;
}

/** A source of COPY or ADD. */
export interface CopyAction {
  readonly input: InputIndex;
  readonly source: string;
  readonly destination: string;
  readonly ownership: Ownership | undefined;
  readonly mode: FileMode | undefined;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  readonly required: readonly string[];
  readonly unpacks: boolean;
  /** Sources in a context or a stage: links and wildcards are followed, folders give their contents. */
  readonly isPath: boolean;
}

export type Operation =
  | { readonly kind: 'image'; readonly reference: string; readonly image: BaseImage; readonly platform: Platform }
  | { readonly kind: 'context'; readonly name: string }
  | { readonly kind: 'inline'; readonly name: string; readonly content: string; readonly mode: number }
  | { readonly kind: 'download'; readonly url: string; readonly name: string; readonly checksum: string }
  | {
      readonly kind: 'git';
      readonly url: string;
      readonly checksum: string;
      readonly keepsGitFolder: boolean;
    }
  | {
      readonly kind: 'exec';
      readonly args: readonly string[];
      readonly env: readonly string[];
      readonly workdir: string;
      readonly user: string;
      readonly mounts: readonly ExecMount[];
      readonly secretVariables: readonly SecretVariable[];
      readonly network: string;
      readonly security: string;
      readonly devices: readonly string[];
      readonly platform: Platform;
      /** Reach the command, and are no part of the key. */
      readonly proxies: readonly string[];
    }
  | {
      readonly kind: 'mkdir';
      readonly path: string;
      readonly ownership: Ownership | undefined;
      readonly mode: number;
      /** What SOURCE_DATE_EPOCH says; empty: nothing. */
      readonly time: string;
    }
  | { readonly kind: 'copy'; readonly actions: readonly CopyAction[] }
  | { readonly kind: 'merge' };

/** A RUN. */
export type ExecOperation = Extract<Operation, { readonly kind: 'exec' }>;

/** One operation of a plan. The same operation on the same inputs stands once, whatever stages ask for it. */
export interface PlannedOperation {
  readonly index: number;
  readonly operation: Operation;
  /** Indices of operations before it; NO_INPUT for an empty one. The first is what it writes on. */
  readonly inputs: readonly number[];
  readonly ignoresCache: boolean;
}

/** Operations in the order in which they are planned; each stands behind its inputs. */
export interface OperationList {
  readonly operations: PlannedOperation[];
  readonly known: Map<string, number>;
}

export function emptyOperations(): OperationList {
  return { operations: [], known: new Map() };
}

/** The index of the operation: of the one that is planned already if there is the same. */
export function planOperation(
  list: OperationList,
  operation: Operation,
  inputs: readonly number[],
  ignoresCache = false,
): number {
  const key = definitionOf(operation, inputs, ignoresCache);
  const known = list.known.get(key);
  if (known !== undefined) return known;
  const index = list.operations.length;
  list.operations.push({ index, operation, inputs, ignoresCache });
  list.known.set(key, index);
  return index;
}

function definitionOf(operation: Operation, inputs: readonly number[], ignoresCache: boolean): string {
  if (operation.kind !== 'image') return JSON.stringify([operation, inputs, ignoresCache]);
  return JSON.stringify(['image', operation.reference, operation.image.digest, operation.platform]);
}
