// What reaches the builder of a build context: .dockerignore. The public face of this folder; nothing outside imports past it.

export { cleanPath } from './clean-path';
export { IGNORE_FILE, ignoreFileFor } from './ignore-file-name';
export {
  BAD_PATTERN,
  compileIgnore,
  type IgnoreMatcher,
  type IgnoreVerdict,
  judgePath,
  type RefusedPatterns,
} from './matcher';
export type { IgnorePattern } from './pattern';
export { type IgnoreFile, type IgnoreLine, readIgnoreFile } from './read-ignore-file';
export { type IgnoreWalk, walkIgnoring } from './walk';
