/** Paths of a project that has a Dockerfile beside its files. */
import * as project from '@/figures/project-files/file-path';

/** The Dockerfile stands beside the files: it is always there, and is chosen or written as a whole. */
export const DOCKERFILE = 'Dockerfile';
export const IGNORE_FILE = '.dockerignore';

/** What is wrong with a path by itself, in a sentence; undefined: it can be one. */
export function pathFault(path: string): string | undefined {
  if (path === DOCKERFILE) return `${DOCKERFILE} is there already.`;
  if (path.startsWith(`${DOCKERFILE}/`)) return `${DOCKERFILE} is a file, so nothing can be in it.`;
  return project.pathFault(path);
}

/** Why a file can’t stand at a path beside those that are there; undefined: it can. */
export function pathRefusal(there: Iterable<string>, path: string): string | undefined {
  return pathFault(path) ?? project.pathRefusal(there, path);
}
