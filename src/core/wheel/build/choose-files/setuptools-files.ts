// Which files setuptools 84 takes ("Data Files Support", "Controlling files in the distribution"). Into an sdist: the packages, what the
// standards want and what MANIFEST.in adds. Into a wheel: the packages’ modules and those other files that are data of a package, because
// package-data names them or because they are in the sdist, too.
import type { NamedInput } from '../backend-rules';
import { type BuildProblem, buildError, buildWarning } from '../build-problem';
import { Effort, matchesParts } from '../glob';
import { PYPROJECT, placeOfKeys } from '../project-document';
import { compareInWalk, textOf } from '../project-files';
import { applyTemplate, SETUPTOOLS_GLOB } from './manifest-template';
import { referencedByDynamic } from './setuptools-dynamic';
import {
  type FoundPackages,
  findSetuptoolsPackages,
  isIdentifier,
  joined,
  matchesAny,
  normal,
  packageFolder,
} from './setuptools-packages';
import { readSetuptoolsSettings, type SetuptoolsSettings } from './setuptools-settings';

/** Data that is taken without being named: what type checkers read. */
const IMPLICIT_DATA: readonly string[] = ['*.pyi', 'py.typed'];

/** The first of these is in every sdist. */
const READMES: readonly string[] = ['README', 'README.rst', 'README.txt', 'README.md'];

/** Files of version control, and folders of tools at the project’s top. */
const NEVER_IN_SDIST = /(?:^|\/)(?:RCS|CVS|\.svn|\.hg|\.git|\.bzr|_darcs)\/|^(?:\.tox|\.nox|\.venv)\//;

/** A file of the project and where it goes in a wheel. */
export interface InstalledFile {
  readonly from: string;
  readonly to: string;
}

/** One choosing: the settings, what was found, and what both take. */
export class SetuptoolsFiles {
  readonly settings: SetuptoolsSettings;
  readonly found: FoundPackages;
  readonly problems: BuildProblem[] = [];
  private readonly effort = new Effort();
  private readonly paths: readonly string[];

  constructor(private readonly input: NamedInput) {
    this.settings = readSetuptoolsSettings(input);
    this.found = findSetuptoolsPackages(input, this.settings, this.effort);
    this.paths = [...input.files.keys()];
    this.problems.push(...this.found.problems, ...this.missingFolders());
  }

  /** The names that the wheel makes importable: top_level.txt. */
  get topLevel(): readonly string[] {
    const names = [...this.found.packages, ...this.found.modules].map((name) => name.split('.')[0] ?? name);
    return [...new Set(names)].sort();
  }

  /** Where `.egg-info` stands in the sdist. */
  get eggInfo(): string {
    const name = this.input.project.name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').replaceAll('-', '_');
    return joined(normal(this.found.packageDir.get('') ?? ''), `${name}.egg-info`);
  }

  /** What the wheel installs: modules, and data of packages. */
  installed(): readonly InstalledFile[] {
    const inSdist = this.settings.includePackageData ? this.sources() : new Set<string>();
    const fromSdist = this.dataFromSdist(inSdist);
    const files = new Map<string, InstalledFile>();
    const take = (from: string, to: string): void => void files.set(to, { from, to });
    for (const from of this.singleModules()) take(from, from.slice(from.lastIndexOf('/') + 1));
    for (const name of this.found.packages) {
      const folder = packageFolder(name, this.found.packageDir);
      const target = name.split('.').join('/');
      const data = [...(fromSdist.get(name) ?? []), ...this.namedData(name, folder)];
      for (const path of [...this.modulesOf(folder), ...this.withoutExcluded(name, folder, data)]) {
        take(path, joined(target, path.slice(folder === '' ? 0 : folder.length + 1)));
      }
    }
    this.endIfSpent();
    return [...files.values()].sort((left, right) => compareInWalk(left.to, right.to));
  }

  /** Files for folders of the environment: `.data/data`. */
  environmentFiles(): readonly InstalledFile[] {
    return [...this.settings.dataFiles].flatMap(([folder, patterns]) =>
      this.matching(patterns.map(normal)).map((from) => ({
        from,
        to: joined(normal(folder), from.slice(from.lastIndexOf('/') + 1)),
      })),
    );
  }

  /** The files of the project that the sdist has. */
  sources(): ReadonlySet<string> {
    const { files, licenseFiles, stem } = this.input;
    const taken = new Set<string>();
    const take = (path: string | undefined): void => {
      if (path !== undefined && files.has(path)) taken.add(path);
    };
    take(READMES.find((name) => files.has(name)));
    for (const path of [PYPROJECT, 'setup.cfg', 'MANIFEST.in']) take(path);
    for (const path of this.matching(['tests/test*.py', 'test/test*.py'])) take(path);
    for (const path of this.singleModules()) take(path);
    for (const name of this.found.packages) {
      const folder = packageFolder(name, this.found.packageDir);
      for (const path of this.modulesOf(folder)) take(path);
      for (const path of this.withoutExcluded(name, folder, this.namedData(name, folder))) take(path);
    }
    for (const { from } of this.environmentFiles()) take(from);
    const template = files.get('MANIFEST.in');
    const text = template && textOf(template);
    const applied = text === undefined ? undefined : applyTemplate(text, taken, files, this.effort);
    const all = new Set(applied?.files ?? taken);
    for (const { line, says } of applied?.problems ?? []) {
      const message = `Line ${line} of MANIFEST.in isn’t understood, and left out: ${says}.`;
      this.problems.push(buildWarning('manifest-line', message));
    }
    for (const path of [...licenseFiles, ...this.referenced()]) if (files.has(path)) all.add(path);
    const isKept = (path: string): boolean =>
      !NEVER_IN_SDIST.test(path) && !path.startsWith('build/') && !path.startsWith(`${stem}/`);
    return new Set([...all].filter((path) => isKept(path) && !path.startsWith(`${this.eggInfo}/`)));
  }

  /** Whether a README is where setuptools looks for one. */
  get hasReadme(): boolean {
    return READMES.some((name) => this.input.files.has(name));
  }

  /** Files that pyproject.toml names: the readme, the licence of the old table, what a dynamic field is read from. */
  private referenced(): readonly string[] {
    const { project } = this.input;
    const readme = project.readme?.kind === 'file' ? [project.readme.file] : [];
    const license = project.license?.kind === 'file' ? [project.license.file] : [];
    return [...readme, ...license, ...referencedByDynamic(this.input)].map(normal);
  }

  private modulesOf(folder: string): readonly string[] {
    const inside = folder === '' ? '' : `${folder}/`;
    return this.paths.filter((path) => {
      const name = path.startsWith(inside) ? path.slice(inside.length) : '/';
      return name.endsWith('.py') && !name.includes('/') && !name.startsWith('.');
    });
  }

  private singleModules(): readonly string[] {
    return this.found.modules.flatMap((name) => {
      const path = `${packageFolder(name, this.found.packageDir)}.py`;
      return this.input.files.has(path) ? [path] : [];
    });
  }

  /** Data that package-data names, and what type checkers read. */
  private namedData(name: string, folder: string): readonly string[] {
    const { packageData } = this.settings;
    const patterns = [...IMPLICIT_DATA, ...(packageData.get('') ?? []), ...(packageData.get(name) ?? [])];
    return this.matching(patterns.map((pattern) => joined(folder, normal(pattern))));
  }

  private withoutExcluded(name: string, folder: string, paths: readonly string[]): readonly string[] {
    const { excludePackageData } = this.settings;
    const patterns = [...(excludePackageData.get('') ?? []), ...(excludePackageData.get(name) ?? [])];
    if (patterns.length === 0) return paths;
    const whole = patterns.map((pattern) => joined(folder, pattern));
    return paths.filter((path) => !matchesAny(whole, path, this.effort));
  }

  /** By package, files of the sdist that lie in its folder or below it in no other package’s, and are no modules of it. */
  private dataFromSdist(sources: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
    const byFolder = new Map(this.found.packages.map((name) => [packageFolder(name, this.found.packageDir), name]));
    const data = new Map<string, string[]>();
    for (const path of sources) {
      const parts = path.split('/');
      const own = parts.slice(0, -1).join('/');
      let depth = parts.length - 1;
      while (depth > 0 && !byFolder.has(parts.slice(0, depth).join('/'))) depth--;
      const folder = parts.slice(0, depth).join('/');
      const name = byFolder.get(folder);
      const isModule = folder === own && path.endsWith('.py') && isIdentifier((parts.at(-1) ?? '').slice(0, -3));
      if (name === undefined || depth === 0 || isModule) continue;
      data.set(name, [...(data.get(name) ?? []), path]);
    }
    return data;
  }

  private matching(patterns: readonly string[]): readonly string[] {
    const split = patterns.map((pattern) => pattern.split('/'));
    return this.paths.filter((path) => {
      const parts = path.split('/');
      return split.some((pattern) => matchesParts(pattern, parts, SETUPTOOLS_GLOB, this.effort));
    });
  }

  /** Packages that are named and have no folder. */
  private missingFolders(): readonly BuildProblem[] {
    const { files, document } = this.input;
    const at = placeOfKeys(document, ['tool', 'setuptools', 'packages']);
    return this.found.packages.flatMap((name) => {
      const folder = packageFolder(name, this.found.packageDir);
      const isThere = folder === '' || this.paths.some((path) => path.startsWith(`${folder}/`));
      if (isThere) return [];
      const message = files.has(folder)
        ? `${folder} is a file, and ought to be the folder of the package ${name}.`
        : `The package ${name} is named, and the project has no folder ${folder}: create it, or name another.`;
      return [
        buildError('package-folder', message, { at, toolSays: `error: package directory '${folder}' does not exist` }),
      ];
    });
  }

  private endIfSpent(): void {
    if (this.effort.isSpent)
      this.problems.push(buildError('too-much', 'The patterns of this project take too long here.'));
  }
}
