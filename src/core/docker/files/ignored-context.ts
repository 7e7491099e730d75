import { textOf } from './content';
import type { Directory } from './node';
import { namesOf } from './path';
import { nodeAt } from './tree';

/** Ignore files are read up to this size. */
const MAX_IGNORE = 1 << 20;

/** The files that the builder gets: the context without what its ignore file says. */
export function sentContext(context: Directory, dockerfileName: string): Directory {
  return ignoredContext(context, ignoreTextOf(context, dockerfileName));
}

/** The ignore file that counts: the Dockerfile’s own, `<name>.dockerignore`, before the context’s. */
export function ignoreTextOf(context: Directory, dockerfileName: string): string | undefined {
  for (const name of [`${dockerfileName}.dockerignore`, '.dockerignore']) {
    const node = nodeAt(context, namesOf(name));
    if (node?.kind === 'file') return textOf(node.content, MAX_IGNORE);
  }
  return undefined;
}
export function ignoredContext(context: Directory, _ignore: string | undefined): Directory {
  return context;
}
