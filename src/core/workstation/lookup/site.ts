/**
 * What Lib/site.py does to sys.path at every start: work the entries out, drop what stands there twice, and add the
 * site-packages folders with their .pth files. Follows CPython 3.13's site.py, PEP 370 (user site) and PEP 405.
 */
import { type Invocation, type Option, pythonVariable, type Startup } from './interpreter';
import { isFolder, type Machine, namesIn, realPath, textOf } from './machine';
import { absolutePath, joinPath, type Path } from './path';
import type { Omission, Origin, SearchEntry } from './sys-path';

/**
 * The path after site.py has run over `before`; what it leaves out is added to `omissions`.
 * The order is: the environment's site-packages, the user's, the installation's.
 */
export function runSite(
  machine: Machine,
  invocation: Invocation,
  { interpreter, environment, basePrefix }: Startup,
  before: readonly SearchEntry[],
  omissions: Omission[],
): SearchEntry[] {
  const entries: SearchEntry[] = [];
  const add = (folder: Path, origin: Origin) => {
    if (!entries.some((entry) => entry.folder === folder)) entries.push({ shown: folder, folder, origin });
  };
  const addSite = (site: Path, origin: Origin) => {
    add(site, origin);
    for (const { folder, file } of pthFolders(machine, site)) add(folder, { kind: 'pth', file });
  };
  for (const { folder, origin } of before) add(absolutePath('/', folder), origin); // PYTHONHOME may have a `..`

  const below = (prefix: Path) => {
    const folders = interpreter.siteFolders.map((folder) => joinPath(prefix, folder));
    return folders.filter((folder) => isFolder(machine, folder));
  };

  if (environment !== undefined) {
    for (const site of below(environment.prefix)) addSite(site, { kind: 'site-packages', of: 'environment' });
  }
  const user = userSite(invocation, interpreter.version);
  if (user !== undefined && isFolder(machine, user)) {
    const by = noUserSiteBy(invocation) ?? (environment?.includesSystem === false ? 'environment' : undefined);
    if (by === undefined) addSite(user, { kind: 'user-site' });
    else omissions.push({ kind: 'user-site', folder: user, by });
  }
  const installed = below(basePrefix);
  if (environment === undefined || environment.includesSystem) {
    for (const site of installed) addSite(site, { kind: 'site-packages', of: 'installation' });
  } else if (installed.length > 0) {
    omissions.push({ kind: 'installation-site', folders: installed, by: 'environment' });
  }
  return entries;
}

function userSite(invocation: Invocation, version: string): Path | undefined {
  const home = invocation.environment.get('HOME') ?? '';
  // site.py reads PYTHONUSERBASE itself, so -E doesn't hide it.
  const base = invocation.environment.get('PYTHONUSERBASE') || (home === '' ? '' : `${home}/.local`);
  return base === '' ? undefined : absolutePath(invocation.folder, `${base}/lib/python${version}/site-packages`);
}

function noUserSiteBy(invocation: Invocation): '-s' | '-I' | 'PYTHONNOUSERSITE' | undefined {
  const option = isolating(invocation.options, '-s');
  if (option !== undefined) return option;
  return pythonVariable(invocation, 'PYTHONNOUSERSITE') === '' ? undefined : 'PYTHONNOUSERSITE';
}

/** The folders that the .pth files of a site-packages folder name, in order. Lines with `import` aren't modelled. */
function pthFolders(machine: Machine, site: Path): readonly { readonly folder: Path; readonly file: Path }[] {
  const folders: { folder: Path; file: Path }[] = [];
  for (const name of namesIn(machine, site)) {
    if (!name.endsWith('.pth') || name.startsWith('.')) continue;
    const file = joinPath(site, name);
    for (const line of (textOf(machine, file) ?? '').split('\n')) {
      if (line.startsWith('#') || line.trim() === '' || /^import[ \t]/.test(line)) continue;
      const folder = absolutePath(site, line.trimEnd());
      if (realPath(machine, folder) !== undefined) folders.push({ folder, file });
    }
  }
  return folders;
}

/** The option itself, or -I which implies it. */
export function isolating<O extends Option>(options: readonly Option[], option: O): O | '-I' | undefined {
  if (options.includes(option)) return option;
  return options.includes('-I') ? '-I' : undefined;
}
