/** What every page needs to know of the site: its name, its addresses under the base path, the version it was built from. */
import site from '~content/site.json';
import packageJson from '../package.json';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** An address of the site from its root (`/glossary/`) → the address under the base path (`/course/glossary/`). */
export const href = (path: string): string => base + path.replace(/^\//, '');

export const { name, tagline, description, browsers } = site;
export const version: string = packageJson.version;

/** The public repository, where the build was told of one (`REPOSITORY_URL`): reports then open there, prefilled. */
export const repository: string | undefined = import.meta.env['REPOSITORY_URL'] || undefined;
export const commit: string | undefined = import.meta.env['COMMIT']?.slice(0, 10) || undefined;
export const build: string = commit ? `${version} (${commit})` : version;
