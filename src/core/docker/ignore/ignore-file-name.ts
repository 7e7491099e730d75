// Which ignore file a build reads: Docker docs, “Build context”, “.dockerignore files”. One that is named after the Dockerfile, beside it,
// comes before the one at the root of the context; they don’t add up.

export const IGNORE_FILE = '.dockerignore';

/**
 * The name of the file that counts, or undefined without one.
 *
 * @param dockerfile the Dockerfile’s path in the context
 * @param has whether the context has a file of that path
 * @example ignoreFileFor('docker/web.Dockerfile', (path) => path === '.dockerignore') // → '.dockerignore'
 */
export function ignoreFileFor(dockerfile: string, has: (path: string) => boolean): string | undefined {
  return [`${dockerfile}${IGNORE_FILE}`, IGNORE_FILE].find(has);
}
