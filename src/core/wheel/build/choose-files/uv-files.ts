// Which files uv_build 0.13 takes ("The uv build backend", “Modules”, “File inclusion and exclusion”). The module’s folder, whatever is in it;
// into the sdist also pyproject.toml, the readme, licence files and what source-include names. Excludes take away from both.
import type { NamedInput } from '../backend-rules';
import { type BuildProblem, buildError } from '../build-problem';
import { Effort, GITIGNORE_GLOB, matchesParts } from '../glob';
import { PYPROJECT, placeOfKeys } from '../project-document';
import { isInFolder } from '../project-files';
import { type DataKind, readUvSettings, type UvSettings } from './uv-settings';

/** A file of the project and where it goes in an archive. */
export interface TakenFile {
  readonly from: string;
  readonly to: string;
}

/** The uncompromising glob of uv’s settings is .gitignore’s but for a few characters. */
const STYLE = GITIGNORE_GLOB;

/** One choosing. */
export class UvFiles {
  readonly settings: UvSettings;
  readonly problems: BuildProblem[] = [];
  private readonly effort = new Effort();
  private readonly modules: readonly string[];

  constructor(private readonly input: NamedInput) {
    this.settings = readUvSettings(input);
    this.modules = this.findModules();
    const { sourceInclude, wheelExclude } = this.settings;
    for (const pattern of sourceInclude) this.checkPattern(pattern, 'source-include');
    for (const pattern of wheelExclude) this.checkPattern(pattern, '*-exclude');
  }

  /** The wheel’s modules. */
  wheel(): readonly TakenFile[] {
    const { moduleRoot, wheelExclude } = this.settings;
    const start = moduleRoot === '' ? 0 : moduleRoot.length + 1;
    const files = this.modules.flatMap((folder) => this.inside(folder));
    const taken = [...new Set(files)].filter((path) => this.excluding(path, wheelExclude, 'wheel') === undefined);
    this.endIfSpent();
    return taken.map((from) => ({ from, to: from.slice(start) }));
  }

  /** What goes into folders of the environment. */
  data(): readonly (TakenFile & { readonly kind: DataKind })[] {
    return [...this.settings.data].flatMap(([kind, folder]) => {
      const inside = this.inside(folder);
      if (inside.length === 0) {
        const message = `The folder ${folder} isn’t there: create it, or take it out.`;
        const at = placeOfKeys(this.input.document, ['tool', 'uv', 'build-backend', 'data', kind]);
        const toolSays = `cause: IO error for operation on ${this.input.folder}/${folder}: No such file or directory (os error 2)`;
        this.problems.push(buildError('data-folder', message, { at, toolSays }));
      }
      return inside.map((from) => ({ kind, from, to: from.slice(folder === '' ? 0 : folder.length + 1) }));
    });
  }

  /** The paths of the sdist’s files. */
  sdist(): readonly string[] {
    const { project, licenseFiles } = this.input;
    const { sourceInclude, sourceExclude, data } = this.settings;
    const named = new Set([PYPROJECT, ...licenseFiles]);
    if (project.readme?.kind === 'file') named.add(plainPath(project.readme.file));
    if (project.license?.kind === 'file') named.add(plainPath(project.license.file));
    const folders = [...this.modules, ...data.values()];
    const includes = sourceInclude.map(partsOf);
    const isIncluded = (path: string): boolean =>
      named.has(path) ||
      folders.some((folder) => isInFolder(path, folder)) ||
      includes.some((parts) => matchesParts(parts, path.split('/'), STYLE, this.effort));
    const taken = [...this.input.files.keys()].filter(
      (path) => isIncluded(path) && this.excluding(path, sourceExclude, 'sdist') === undefined,
    );
    if (!taken.includes(PYPROJECT)) {
      const message = 'source-exclude takes pyproject.toml out of the sdist, which can’t be built without it.';
      const at = placeOfKeys(this.input.document, ['tool', 'uv', 'build-backend', 'source-exclude']);
      const toolSays = 'error: `pyproject.toml` must not be excluded from source distribution build';
      this.problems.push(buildError('pyproject-excluded', message, { at, toolSays }));
    }
    this.endIfSpent();
    return taken.filter((path) => path !== 'pyproject.toml.orig');
  }

  /** The folder that an editable wheel puts on the search path. */
  get pathFolder(): string {
    return this.settings.moduleRoot;
  }

  /** Why a file isn’t in. */
  reason(path: string): string {
    const { sourceExclude, wheelExclude } = this.settings;
    const isSdist = this.input.kind === 'sdist';
    if (path === PYPROJECT) return 'What it says of the project is in METADATA; a wheel needs no building.';
    const pattern = isSdist
      ? this.excluding(path, sourceExclude, 'sdist')
      : this.excluding(path, wheelExclude, 'wheel');
    if (pattern !== undefined && this.modules.some((folder) => isInFolder(path, folder))) {
      return `“${pattern}” excludes it.`;
    }
    const folders = this.modules.join(', ');
    return isSdist
      ? `It lies outside of ${folders}, and source-include doesn’t name it.`
      : `It lies outside of ${folders}, which is what goes into the wheel.`;
  }

  /** The pattern that takes a file away. One with “/” in front begins at the project’s folder, another anywhere. */
  private excluding(path: string, patterns: readonly string[], of: 'wheel' | 'sdist'): string | undefined {
    const parts = path.split('/');
    return patterns.find((pattern) => {
      const isAnchored = pattern.startsWith('/');
      const wanted = isAnchored ? partsOf(pattern) : ['**', ...partsOf(pattern)];
      // For a wheel, uv 0.13 walks from a folder named “.”: a pattern from the project’s folder finds files there and no folders.
      const least = isAnchored && of === 'wheel' ? parts.length : 1;
      for (let length = parts.length; length >= least; length--) {
        if (matchesParts(wanted, parts.slice(0, length), STYLE, this.effort)) return true;
      }
      return false;
    });
  }

  private inside(folder: string): readonly string[] {
    return [...this.input.files.keys()].filter((path) => isInFolder(path, folder)).sort(byPart);
  }

  /** The folders of the modules. One that isn’t there, or has no `__init__.py`, ends the build. */
  private findModules(): readonly string[] {
    const { moduleRoot, moduleNames, isNamespace } = this.settings;
    const { project, files, document } = this.input;
    const settings = ['tool', 'uv', 'build-backend'];
    const at = placeOfKeys(document, moduleNames === undefined ? ['project', 'name'] : [...settings, 'module-name']);
    const names = moduleNames ?? [project.normalizedName.replace(/-(?!stubs$)/g, '_')];
    return names.map((name) => {
      const strange = /[^\p{ID_Continue}.]/u.exec(name.replace(/-stubs(?=\.|$)/, ''));
      const folder = [moduleRoot, ...name.split('.')].filter((part) => part !== '').join('/');
      const init = `${folder}/__init__.py${/^[^.]*-stubs(?:\.|$)/.test(name) ? 'i' : ''}`;
      if (strange !== null || name === '') {
        const message = `“${name}” is no module: its name has letters, digits and “_”, and dots between its parts.`;
        this.problems.push(buildError('module-name', message, { at, toolSays: `error: Invalid module name: ${name}` }));
      } else if (!isNamespace && !files.has(init)) {
        const message =
          moduleNames === undefined
            ? `uv_build takes one module, named as the project is, and finds no ${init}: create it, or say where the module is: module-name and module-root in [tool.uv.build-backend].`
            : `The module ${name} is named, and the project has no ${init}: create it, or name another.`;
        const toolSays = `error: Expected a Python module at: ${init}`;
        this.problems.push(buildError('no-package', message, { at, toolSays }));
      } else if (isNamespace && this.inside(folder).length === 0) {
        const message = `The module ${name} is named, and the project has no folder ${folder}: create it, or name another.`;
        this.problems.push(buildError('no-package', message, { at }));
      }
      return folder;
    });
  }

  /** The portable patterns of PEP 639, and no others. */
  private checkPattern(pattern: string, setting: string): void {
    const where = `error: Unsupported glob expression in: tool.uv.build-backend.${setting}`;
    const key = setting === '*-exclude' ? [] : [setting];
    const at = placeOfKeys(this.input.document, ['tool', 'uv', 'build-backend', ...key]);
    const strange = /[^\p{L}\p{N}_.\-/*?[\]!^\\ ]/u.exec(pattern);
    if (partsOf(pattern).includes('..')) {
      const message = `“${pattern}” leads out of the project.`;
      this.problems.push(buildError('pattern', message, { at, toolSays: where }));
    } else if (strange !== null) {
      const message = `“${pattern}” has a character that patterns don’t: ${strange[0]}`;
      this.problems.push(buildError('pattern', message, { at, toolSays: where }));
    }
  }

  private endIfSpent(): void {
    if (this.effort.isSpent)
      this.problems.push(buildError('too-much', 'The patterns of this project take too long here.'));
  }
}

function partsOf(pattern: string): readonly string[] {
  return pattern.split('/').filter((part) => part !== '' && part !== '.');
}

/** A path as it is in the tree: without “./” in front. */
function plainPath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}

/** Names in order, folders among files. */
function byPart(left: string, right: string): number {
  const [one, other] = [left.replaceAll('/', '\0'), right.replaceAll('/', '\0')];
  return one < other ? -1 : one > other ? 1 : 0;
}
