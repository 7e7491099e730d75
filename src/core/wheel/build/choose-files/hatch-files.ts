// Which files hatchling 1.33 takes: its builder documentation, “File selection”, and for a wheel “Default file selection”. First what is
// named (packages, only-include, or the whole folder), less what is excluded (bytecode, dist/, .gitignore, `exclude`), then what is forced.
import type { Choice, ChosenFile, NamedInput } from '../backend-rules';
import { type BuildProblem, buildError, buildWarning } from '../build-problem';
import type { LeftOutFile } from '../distribution-plan';
import { Effort } from '../glob';
import { PYPROJECT } from '../project-document';
import { isInFolder, type ProjectFiles, textOf } from '../project-files';
import { distributionPath, normalPath, type Sources, sortedPlaces } from './hatch-paths';
import { rewriteScript } from './hatch-scripts';
import { type Selection, selectedBySettings, selectForWheel } from './hatch-selection';
import { HatchSettings } from './hatch-settings';
import { type PathPattern, PathPatterns } from './path-patterns';

/** Folders of tools, wherever they lie. */
const TOOL_FOLDERS: readonly string[] = [
  '__pycache__',
  '.venv',
  '.git',
  '.hg',
  '.hatch',
  '.tox',
  '.nox',
  '.ruff_cache',
  '.pytest_cache',
  '.mypy_cache',
  '.pixi',
];
const TOOL_FILES: readonly string[] = ['.DS_Store', '.git'];

/** What is excluded without being named. */
const ALWAYS_EXCLUDED: readonly PathPattern[] = ['*.py[cdo]', '/dist'].map((written) => ({
  written,
  from: 'hatchling’s own list',
}));

/** Chooses the files. */
export function chooseHatchFiles(input: NamedInput): Choice {
  const settings = new HatchSettings(input);
  const effort = new Effort();
  const selection = input.kind === 'sdist' ? selectedBySettings(settings) : selectForWheel(input, settings);
  if (settings.problems.length > 0) return failed(settings.problems);
  if ('stage' in selection) return failed([selection]);
  const choosing = new Choosing(input, settings, selection, effort);
  const selected = choosing.selected();
  const files = input.kind === 'editable' ? [] : [...selected];
  files.push(...choosing.forced());
  if (input.kind !== 'sdist') files.push(...choosing.shared());
  const lines = input.kind === 'editable' ? choosing.pathLines(selected) : [];
  if (input.kind === 'editable') files.unshift(pathFile(input, lines));
  const problems = [...settings.problems, ...choosing.problems];
  if (effort.isSpent) problems.push(buildError('too-much', 'The patterns of this project take too long here.'));
  return { files, distInfo: [], pathFolders: [...new Set(lines)], leftOut: choosing.leftOut(selected), problems };
}

function failed(problems: readonly BuildProblem[]): Choice {
  return { files: [], distInfo: [], pathFolders: [], leftOut: [], problems };
}

/** One choosing: what is searched, by which rules, and what was found. */
class Choosing {
  readonly problems: BuildProblem[] = [];
  private readonly files: ProjectFiles;
  private readonly sources: Sources;
  private readonly include: PathPatterns;
  private readonly exclude: PathPatterns;
  private readonly artifacts: PathPatterns;
  private readonly onlyPackages: boolean;
  private readonly force: readonly (readonly [from: string, to: string])[];
  private readonly reserved: ReadonlySet<string>;

  constructor(
    private readonly input: NamedInput,
    private readonly settings: HatchSettings,
    private readonly selection: Selection,
    effort: Effort,
  ) {
    this.files = input.files;
    this.sources = readSources(settings, selection.packages);
    const patterns = (written: readonly string[], from: string) =>
      written.map((pattern) => ({ written: pattern, from }));
    const packages = selection.packages.map((path) => `/${path}/`);
    this.include = new PathPatterns(patterns([...selection.include, ...packages], 'include'), effort);
    const excluded = [...ALWAYS_EXCLUDED, ...this.ignored(), ...patterns(settings.strings('exclude'), '“exclude”')];
    this.exclude = new PathPatterns(excluded, effort);
    this.artifacts = new PathPatterns(patterns(settings.strings('artifacts'), 'artifacts'), effort);
    this.onlyPackages = settings.flag('only-packages');
    this.force = sortedPlaces(new Map([...settings.mapping('force-include'), ...forcedByKind(input)]));
    this.reserved = new Set(this.force.map(([from]) => distributionPath(from, this.sources)));
  }

  /** What the selection has, in the order of the archive. */
  selected(): readonly ChosenFile[] {
    const { onlyInclude, packages } = this.selection;
    const places = onlyInclude.length > 0 ? onlyInclude : packages;
    if (places.length === 0) return [...this.files.keys()].flatMap((path) => this.walked(path, path, false));
    return sortedPlaces(new Map(places.map((path) => [path, path]))).flatMap(([place]) => {
      const named = this.files.has(place);
      if (named) return this.chosen(place, place);
      const inside = [...this.files.keys()].filter((path) => isInFolder(path, place === '.' ? '' : place));
      if (inside.length === 0) this.warnOfNothing(place);
      return inside.flatMap((path) => this.walked(path, path, true));
    });
  }

  /** What goes in whatever the selection says: in an sdist also pyproject.toml, the readme, the licences. */
  forced(): readonly ChosenFile[] {
    return this.force.flatMap(([from, to]) => {
      if (this.files.has(from)) return [{ kind: 'source', from, to: distributionPath(to, this.sources) }];
      const inside = [...this.files.keys()].filter(
        (path) => isInFolder(path, from === '.' ? '' : from) && !isToolsOwn(path),
      );
      if (inside.length === 0) {
        const message = `${from} is forced in, and the project has nothing there.`;
        const toolSays = `FileNotFoundError: Forced include not found: ${this.input.folder}/${from}`;
        this.problems.push(
          buildError('force-include', message, { at: this.settings.placeOf('force-include'), toolSays }),
        );
      }
      return inside.flatMap((path) => this.chosen(path, to + path.slice(from.length)));
    });
  }

  /** Files for the environment’s own folders: `.data/data` and `.data/scripts`. */
  shared(): readonly ChosenFile[] {
    const folder = `${this.input.stem}.data`;
    return [
      ...this.explicit('shared-data').map((file): ChosenFile => ({ ...file, to: `${folder}/data/${file.to}` })),
      ...this.explicit('shared-scripts').map((file): ChosenFile => {
        const to = `${folder}/scripts/${file.to}`;
        const bytes = this.files.get(file.from)?.bytes;
        const rewritten = bytes && rewriteScript(bytes);
        return rewritten === undefined ? { ...file, to } : { kind: 'changed', from: file.from, to, bytes: rewritten };
      }),
    ];
  }

  /**
   * The folders in which Python finds what is selected, as the lines of the `.pth` name them: of a package in src/, src. Two packages in
   * one folder name it twice.
   */
  pathLines(selected: readonly ChosenFile[]): readonly string[] {
    const explicit = this.settings
      .strings('dev-mode-dirs')
      .map(normalPath)
      .map((path) => (path === '.' ? '' : path));
    if (explicit.length > 0) return explicit.sort();
    const exposed = new Map<string, string>();
    for (const file of selected) {
      if (file.kind !== 'source' || !file.from.endsWith('.py')) continue;
      const { from, to } = file;
      const [name = ''] = (from.includes('/') ? to : from).split('/');
      if (from === to || !from.includes('/')) exposed.set(name, '');
      else if (from.endsWith(`/${to}`)) exposed.set(name, from.slice(0, -to.length - 1));
      else {
        const message =
          'An editable wheel can take a folder off a path, and can’t put another in its place: “sources” does.';
        const toolSays =
          'ValueError: Dev mode installations are unsupported when any path rewrite in the `sources` option changes a prefix rather than removes it, see: https://github.com/pfmoore/editables/issues/20';
        this.problems.push(buildError('editable-sources', message, { at: this.settings.placeOf('sources'), toolSays }));
        return [];
      }
    }
    return [...exposed.values()];
  }

  /** A reason for each file that no rule takes. */
  leftOut(selected: readonly ChosenFile[]): readonly LeftOutFile[] {
    const isExposed = new Set(selected.flatMap((file) => (file.kind === 'source' ? [file.from] : [])));
    return [...this.files.keys()].map((path) => ({ path, because: this.reason(path, isExposed.has(path)) }));
  }

  private reason(path: string, isSelected: boolean): string {
    if (isToolsOwn(path)) return 'hatchling never takes what tools keep for themselves, such as .venv and __pycache__.';
    const excluded = this.exclude.taking(path);
    if (excluded !== undefined) return `The pattern ${excluded.written.trim()} leaves it out: ${excluded.from}.`;
    const { project, kind } = this.input;
    if (kind === 'editable' && isSelected) {
      return 'An editable wheel holds no code: Python reads it where it lies.';
    }
    if (path === PYPROJECT) return 'What it says of the project is in METADATA; a wheel needs no building.';
    if (project.readme?.kind === 'file' && normalPath(project.readme.file) === path) return 'Its text is in METADATA.';
    const places = [...this.selection.onlyInclude, ...this.selection.packages];
    if (places.length > 0) return `It lies outside of ${places.join(', ')}, which is what goes into the wheel.`;
    return 'No pattern of “include” takes it.';
  }

  private warnOfNothing(place: string): void {
    const key = this.settings.has('only-include') ? 'only-include' : 'packages';
    const message = `${place} isn’t there, and hatchling doesn’t mind: the ${this.input.kind === 'sdist' ? 'sdist' : 'wheel'} is built without it.`;
    this.problems.push(buildWarning('nothing-there', message, { at: this.settings.placeOf(key) }));
  }

  /** A file that a walk comes by, if the patterns take it. */
  private walked(path: string, place: string, isExplicit: boolean): readonly SourceChoice[] {
    if (isToolsOwn(path) || this.selection.isEmpty) return [];
    if (this.artifacts.matches(path)) return this.chosen(path, place);
    if (this.onlyPackages && !this.files.has(path.replace(/[^/]*$/, '__init__.py'))) return [];
    if (this.exclude.matches(path)) return [];
    if (!isExplicit && !this.include.isEmpty && !this.include.matches(path)) return [];
    return this.chosen(path, place);
  }

  private chosen(from: string, place: string): readonly SourceChoice[] {
    const to = distributionPath(place, this.sources);
    return this.reserved.has(to) ? [] : [{ kind: 'source', from, to }];
  }

  private explicit(key: string): readonly SourceChoice[] {
    return sortedPlaces(this.settings.mapping(key)).flatMap(([from, to]) => {
      if (this.files.has(from)) return this.chosen(from, to);
      const inside = [...this.files.keys()].filter((path) => isInFolder(path, from === '.' ? '' : from));
      return inside.flatMap((path) => this.walked(path, to + path.slice(from === '.' ? -1 : from.length), true));
    });
  }

  private ignored(): readonly PathPattern[] {
    const file = this.settings.flag('ignore-vcs') ? undefined : this.files.get('.gitignore');
    const text = file && textOf(file);
    return text?.split('\n').map((written) => ({ written, from: '.gitignore, which hatchling heeds' })) ?? [];
  }
}

type SourceChoice = Extract<ChosenFile, { kind: 'source' }>;

function isToolsOwn(path: string): boolean {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  return TOOL_FILES.includes(name) || parts.some((part) => TOOL_FOLDERS.includes(part));
}

/** `sources`, and for each package the folder that it lies in. */
function readSources(settings: HatchSettings, packages: readonly string[]): Sources {
  const sources = new Map<string, string>();
  if (settings.isTable('sources')) {
    for (const [from, to] of settings.mapping('sources')) {
      const path = normalPath(to);
      sources.set(from === '' ? '' : `${normalPath(from)}/`, path === '.' ? '' : `${path}/`);
    }
  } else for (const from of settings.strings('sources')) sources.set(`${normalPath(from)}/`, '');
  for (const path of packages) {
    const folder = path.split('/').slice(0, -1).join('/');
    if (folder !== '' && !sources.has(`${path}/`)) sources.set(`${folder}/`, '');
  }
  return [...sources].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

/** What every sdist has: how it is built, what git leaves out, the readme and the licences. */
function forcedByKind({ kind, files, project, licenseFiles }: NamedInput): readonly (readonly [string, string])[] {
  if (kind !== 'sdist') return [];
  const always = [PYPROJECT, 'hatch.toml', 'hatch_build.py', '.gitignore', '.hgignore'].filter((path) =>
    files.has(path),
  );
  const readme = project.readme?.kind === 'file' ? [normalPath(project.readme.file)] : [];
  return [...always, ...readme, ...licenseFiles].map((path) => [path, path]);
}

/** The file that puts folders of the project on Python’s search path. */
function pathFile({ project, folder }: NamedInput, folders: readonly string[]): ChosenFile {
  const lines = folders.map((path) => (path === '' ? folder : `${folder}/${path}`));
  return {
    kind: 'written',
    to: `_editable_impl_${project.normalizedName.replaceAll('-', '_')}.pth`,
    text: lines.join('\n'),
  };
}
