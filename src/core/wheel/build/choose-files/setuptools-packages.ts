// Which packages and modules setuptools 84 finds ("Package Discovery and Namespace Packages"): those that are named, those that
// `packages.find` finds, or by itself: all of src/, or what lies beside pyproject.toml and has none of the names that it keeps for other things.
import type { BuildInput } from '../backend-rules';
import { type BuildProblem, buildError } from '../build-problem';
import { type Effort, type GlobStyle, matchesParts } from '../glob';
import type { ProjectFiles } from '../project-files';
import type { PackageSearch, SetuptoolsSettings } from './setuptools-settings';

/** What is found. */
export interface FoundPackages {
  /** With dots: `greeting.words`. */
  readonly packages: readonly string[];
  readonly modules: readonly string[];
  /** From packages to the folders that they lie in; “” for all that aren’t named. */
  readonly packageDir: ReadonlyMap<string, string>;
  /** Whether nobody named packages or modules. */
  readonly isAutomatic: boolean;
  readonly problems: readonly BuildProblem[];
}

/** Python’s `fnmatch`: `*` takes everything, dots and “/” too. */
const FNMATCH: GlobStyle = { stars: 'flat', dots: 'plain', backslash: 'plain' };

/** Folders beside pyproject.toml that are no packages of the project, and what lies in them. */
const RESERVED_PACKAGES: readonly string[] = withInside([
  ...['ci', 'bin', 'debian', 'doc', 'docs', 'documentation', 'manpages', 'news', 'newsfragments', 'changelog'],
  ...['test', 'tests', 'unit_test', 'unit_tests', 'example', 'examples', 'scripts', 'tools', 'util', 'utils'],
  ...['python', 'build', 'dist', 'venv', 'env', 'requirements', 'tasks', 'fabfile', 'site_scons'],
  ...['benchmark', 'benchmarks', 'exercise', 'exercises', 'htmlcov', '[._]*'],
]);

const RESERVED_MODULES: readonly string[] = [
  ...['setup', 'conftest', 'test', 'tests', 'example', 'examples', 'build', 'toxfile', 'noxfile', 'pavement', 'dodo'],
  ...['tasks', 'fabfile', '[Ss][Cc]onstruct', 'conanfile', 'manage', 'benchmark', 'benchmarks'],
  ...['exercise', 'exercises', '[._]*'],
];

/** Excluded wherever packages are looked for. */
const NEVER: readonly string[] = ['ez_setup', '*__pycache__'];

/** The packages and modules of a project. */
export function findSetuptoolsPackages(
  { files, document }: BuildInput,
  settings: SetuptoolsSettings,
  effort: Effort,
): FoundPackages {
  const folders = foldersOf(files);
  const { packages, pyModules, packageDir } = settings;
  const named = { packageDir, isAutomatic: false, problems: [] };
  if (packages !== undefined && !('where' in packages)) return { ...named, packages, modules: pyModules ?? [] };
  if (packages !== undefined) {
    const found = searchPackages(packages, packageDir, folders, files, effort);
    return { ...named, ...found, modules: pyModules ?? [] };
  }
  if (pyModules !== undefined) return { ...named, packages: [], modules: pyModules };
  const automatic = { packageDir, isAutomatic: true, modules: [], problems: [] };
  const told = [...packageDir].filter(([name]) => name !== '');
  if (told.length > 0) {
    const within = told.flatMap(([name, path]) => [
      name,
      ...walkPackages(normal(path), folders, () => true, NEVER, ['*'], effort).map((inner) => `${name}.${inner}`),
    ]);
    return { ...automatic, packages: within };
  }
  const src = normal(packageDir.get('') ?? 'src');
  if (src === '' || folders.has(src)) {
    return {
      ...automatic,
      packages: walkPackages(src, folders, () => true, NEVER, ['*'], effort),
      modules: modulesIn(src, files),
      packageDir: new Map([['', src]]),
    };
  }
  return findFlat(folders, files, effort, automatic, document.project?.name ?? 'greeting');
}

/** Where a package lies: the nearest name that `package-dir` has, and the rest of the name below it. */
export function packageFolder(name: string, packageDir: ReadonlyMap<string, string>): string {
  const parts = name.split('.');
  for (let length = parts.length; length > 0; length--) {
    const folder = packageDir.get(parts.slice(0, length).join('.'));
    if (folder !== undefined) return joined(normal(folder), ...parts.slice(length));
  }
  return joined(normal(packageDir.get('') ?? ''), ...parts);
}

/** Whether a name is one of an identifier’s form. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name);
}

/** The parts of a path with “/” between them; “” where it leads to the project’s own folder. */
export function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/** A folder as settings name it, without “./” and “/” at its end. */
export function normal(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

/** Whether one of Python’s `fnmatch` patterns takes a text. */
export function matchesAny(patterns: readonly string[], text: string, effort: Effort): boolean {
  return patterns.some((pattern) => matchesParts([pattern], [text], FNMATCH, effort));
}

type Folders = ReadonlyMap<string, readonly string[]>;

/** For each folder, also the project’s own, the names of the folders in it, in order. */
function foldersOf(files: ProjectFiles): Folders {
  const inside = new Map<string, Set<string>>([['', new Set()]]);
  for (const path of files.keys()) {
    const parts = path.split('/').slice(0, -1);
    let folder = '';
    for (const part of parts) {
      inside.get(folder)?.add(part);
      folder = joined(folder, part);
      if (!inside.has(folder)) inside.set(folder, new Set());
    }
  }
  return new Map([...inside].map(([folder, names]) => [folder, [...names].sort()]));
}

/** The packages below a folder, by their dotted names: each folder before those in it. */
function walkPackages(
  where: string,
  folders: Folders,
  looksLikePackage: (folder: string, name: string) => boolean,
  exclude: readonly string[],
  include: readonly string[],
  effort: Effort,
): readonly string[] {
  const found: string[] = [];
  const open = [''];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const folder = joined(where, ...name.split('.'));
    for (const child of folders.get(folder) ?? []) {
      const inner = name === '' ? child : `${name}.${child}`;
      if (child.includes('.') || !looksLikePackage(joined(folder, child), inner)) continue;
      if (matchesAny(include, inner, effort) && !matchesAny(exclude, inner, effort)) found.push(inner);
      if (!exclude.includes(`${inner}*`) && !exclude.includes(`${inner}.*`)) open.push(inner);
    }
  }
  return found.sort();
}

function modulesIn(folder: string, files: ProjectFiles): readonly string[] {
  const inside = folder === '' ? '' : `${folder}/`;
  return [...files.keys()].flatMap((path) => {
    const name = path.startsWith(inside) ? path.slice(inside.length) : '/';
    return !name.includes('/') && name.endsWith('.py') && isIdentifier(name.slice(0, -3)) ? [name.slice(0, -3)] : [];
  });
}

/** `packages.find`: one folder is where all packages lie, several are told apart. */
function searchPackages(
  { where, include, exclude, namespaces }: PackageSearch,
  packageDir: ReadonlyMap<string, string>,
  folders: Folders,
  files: ProjectFiles,
  effort: Effort,
): Pick<FoundPackages, 'packages' | 'packageDir'> {
  const places = [...new Set(where.map(normal))];
  const filled = new Map(packageDir);
  const only = places.length === 1 ? places[0] : undefined;
  if (only !== undefined && only !== '' && !filled.has('')) filled.set('', only);
  const looksLikePackage = (folder: string): boolean => namespaces || files.has(`${folder}/__init__.py`);
  const packages = places.flatMap((place) => {
    const found = walkPackages(place, folders, looksLikePackage, [...NEVER, ...exclude], include, effort);
    if (place !== '' && filled.get('') !== place) {
      for (const name of withoutNested(found)) filled.set(name, joined(place, ...name.split('.')));
    }
    return found;
  });
  return { packages, packageDir: filled };
}

/** What lies beside pyproject.toml: one package, or else one module; two of either are refused. */
function findFlat(
  folders: Folders,
  files: ProjectFiles,
  effort: Effort,
  automatic: Omit<FoundPackages, 'packages'>,
  projectName: string,
): FoundPackages {
  const looksLikePackage = (_folder: string, name: string): boolean => {
    const [root = '', ...inner] = name.split('.');
    return (isIdentifier(root) || root.endsWith('-stubs')) && inner.every(isIdentifier);
  };
  const packages = walkPackages('', folders, looksLikePackage, [...NEVER, ...RESERVED_PACKAGES], ['*'], effort);
  const own = packages.filter((name) => !name.split('.')[0]?.endsWith('-stubs'));
  const top = withoutNested(own);
  if (top.length > 0) {
    return { ...automatic, packages, problems: top.length > 1 ? [severalFound('packages', top, projectName)] : [] };
  }
  const modules = modulesIn('', files).filter((name) => !matchesAny(RESERVED_MODULES, name, effort));
  return {
    ...automatic,
    packages,
    modules,
    problems: modules.length > 1 ? [severalFound('modules', modules, projectName)] : [],
  };
}

function severalFound(kind: 'packages' | 'modules', names: readonly string[], projectName: string): BuildProblem {
  const shown = names.slice(0, 20).map((name) => `'${name}'`);
  const key = kind === 'packages' ? 'packages' : 'py-modules';
  const message = `Beside pyproject.toml lie several folders or modules that could be meant: ${names.slice(0, 20).join(', ')}. Move the code to src/, or name it: ${key} = ["${projectName.toLowerCase().replaceAll(/[-.]+/g, '_')}"] in [tool.setuptools].`;
  const toolSays = `error: Multiple top-level ${kind} discovered in a flat-layout: [${shown.join(', ')}].`;
  return buildError('several-top-level', message, { toolSays });
}

/** Names that lie in no other of the names; the shortest first. */
function withoutNested(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  const isNested = (name: string): boolean => {
    for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1)) {
      if (all.has(name.slice(0, at))) return true;
    }
    return false;
  };
  return names.filter((name) => !isNested(name)).sort((left, right) => left.length - right.length);
}

function withInside(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [name, `${name}.*`]);
}
