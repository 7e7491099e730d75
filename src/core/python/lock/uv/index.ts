// `uv.lock`: reading, and comparing two.

export { type ChangedUvPackage, diffUvLocks, type UvChange, type UvLockDifference } from './diff-uv-locks';
export { type ParsedUvLock, parseUvLock } from './parse-uv-lock';
export { describeUvSource } from './read-uv-source';
export type {
  UvConflictItem,
  UvDependency,
  UvFile,
  UvLock,
  UvManifest,
  UvOptions,
  UvPackage,
  UvRequirement,
  UvSource,
} from './uv-lock';
