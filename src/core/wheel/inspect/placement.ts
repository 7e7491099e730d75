// Where an installer puts the files of a wheel: the root goes to purelib or platlib, as WHEEL says; below `.data`, a folder names the
// place; entry points become commands. Follows the binary distribution format (PEP 427), “Installing a wheel” and “The .data directory”.
import type { EntryPoint } from '@/core/python';
import { type Archive, isFile } from '../archive/archive';
import type { FileFacts } from './contents';

/** The places of Python’s sysconfig that installers know. On most systems the first two are one folder, site-packages. */
export const SCHEMES = ['purelib', 'platlib', 'headers', 'scripts', 'data'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A file in the environment. */
export interface Placement {
  readonly scheme: Scheme;
  /** Below the scheme’s folder. */
  readonly path: string;
  /** Where it comes from: a file of the wheel, by its number; an entry point that becomes a command; or what installers add. */
  readonly from:
    | { readonly kind: 'file'; readonly entry: number }
    | { readonly kind: 'entry-point'; readonly entryPoint: EntryPoint }
    | { readonly kind: 'installer' };
  /** Changed on the way: a script’s first line `#!python` becomes the environment’s Python, and RECORD is written anew. */
  readonly isRewritten: boolean;
}

/** A file of `.data` that no installer has a place for. */
export interface Misplaced {
  readonly entry: number;
  readonly path: string;
  readonly scheme: string;
}

/** What stands in front of a script that is to be run by whichever Python it is installed for. */
const PYTHON_LINE = '#!python';

/** Places the files of a wheel; folders aren’t installed as such. */
export function placeFiles(
  archive: Archive,
  wheel: { readonly distInfo: string; readonly rootIsPurelib: boolean; readonly entryPoints: readonly EntryPoint[] },
  files: ReadonlyMap<number, FileFacts>,
): { readonly placements: readonly Placement[]; readonly misplaced: readonly Misplaced[] } {
  const { distInfo } = wheel;
  const data = `${distInfo.slice(0, -'.dist-info'.length)}.data/`;
  const root: Scheme = wheel.rootIsPurelib ? 'purelib' : 'platlib';
  const placements: Placement[] = [];
  const misplaced: Misplaced[] = [];
  for (const { index, path } of archive.entries.filter(isFile)) {
    const from = { kind: 'file', entry: index } as const;
    if (!path.startsWith(data)) {
      placements.push({ scheme: root, path, from, isRewritten: path === `${distInfo}/RECORD` });
      continue;
    }
    const [named = '', ...rest] = path.slice(data.length).split('/');
    const scheme = SCHEMES.find((known) => known === named);
    if (scheme === undefined || rest.length === 0) misplaced.push({ entry: index, path, scheme: named });
    else
      placements.push({
        scheme,
        path: rest.join('/'),
        from,
        isRewritten: scheme === 'scripts' && isPythonScript(files.get(index)),
      });
  }
  for (const entryPoint of wheel.entryPoints) {
    if (entryPoint.group !== 'console_scripts' && entryPoint.group !== 'gui_scripts') continue;
    placements.push({
      scheme: 'scripts',
      path: entryPoint.name,
      from: { kind: 'entry-point', entryPoint },
      isRewritten: false,
    });
  }
  placements.push({ scheme: root, path: `${distInfo}/INSTALLER`, from: { kind: 'installer' }, isRewritten: false });
  return { placements, misplaced };
}

function isPythonScript(facts: FileFacts | undefined): boolean {
  if (facts === undefined || facts.beginning.length < PYTHON_LINE.length) return false;
  return [...PYTHON_LINE].every((character, at) => character.charCodeAt(0) === facts.beginning[at]);
}
