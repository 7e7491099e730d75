// File names of source distributions: the source distribution format specification (PEP 625), "Source distribution file
// name", with the older `.zip` and names that are not normalised, as installers still accept them.
import { type NormalizedName, normalizeName } from './name';
import { type Parsed, type Part, partAt, problemAt } from './problem';
import type { Version } from './version';
import { parseVersion } from './version-parse';

/** What a source distribution's file name says. */
export interface SdistFilename {
  readonly name: NormalizedName;
  readonly version: Version;
}

export type SdistFilenamePart = 'name' | 'version' | 'extension';

const EXTENSIONS = ['.tar.gz', '.zip'] as const;

/**
 * Reads the file name of a source distribution (source distribution format, "Source distribution file name"). The version begins after the last `-`.
 *
 * Problems: `sdist-name/extension`, `sdist-name/version-missing`, `sdist-name/project`, `sdist-name/version`.
 *
 * @example parseSdistFilename('python-dateutil-2.9.0.tar.gz').value.name // → 'python-dateutil'
 */
export function parseSdistFilename(filename: string): Parsed<SdistFilename, SdistFilenamePart> {
  const extension = EXTENSIONS.find((candidate) => filename.endsWith(candidate));
  if (extension === undefined) {
    const message = 'The file name of a source distribution ends in “.tar.gz”, or in “.zip” as older ones do.';
    return { value: undefined, parts: [], problems: [problemAt('sdist-name/extension', 0, filename.length, message)] };
  }
  const end = filename.length - extension.length;
  const parts: Part<SdistFilenamePart>[] = [];
  const dash = filename.slice(0, end).lastIndexOf('-');
  const nameEnd = dash === -1 ? end : dash;
  if (nameEnd > 0) parts.push(partAt('name', filename, 0, nameEnd));
  if (dash !== -1) parts.push(partAt('version', filename, dash + 1, end));
  parts.push(partAt('extension', filename, end, filename.length));
  const fail = (code: string, start: number, to: number, message: string) => ({
    value: undefined,
    parts,
    problems: [problemAt(code, start, to, message)],
  });
  if (dash === -1) {
    return fail(
      'sdist-name/version-missing',
      end,
      end,
      'After the name come “-” and the version, such as kit-1.0.tar.gz.',
    );
  }
  if (dash === 0) return fail('sdist-name/project', 0, 1, 'The project’s name is missing before the “-”.');
  const version = parseVersion(filename.slice(dash + 1, end));
  if (version.value === undefined) {
    return fail('sdist-name/version', dash + 1, end, 'After the last “-” comes the version, such as 1.0.');
  }
  return { value: { name: normalizeName(filename.slice(0, nameEnd)), version: version.value }, parts, problems: [] };
}
