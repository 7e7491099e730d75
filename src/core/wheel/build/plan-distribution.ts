// From a project’s files to the files of a distribution: the build system interface (PEP 517, “build_wheel” and “build_sdist”; PEP 660,
// “build_editable”). Who starts the build reads `[build-system]`; the backend that it names does the rest, by rules of its own.
import {
  formatMetadata,
  formatVersion,
  type Metadata,
  metadataOfProject,
  type Project,
  type Version,
} from '@/core/python';
import type { BackendRules, BuildInput, Found } from './backend-rules';
import { type BuildProblem, buildError, buildWarning } from './build-problem';
import { HATCHLING } from './choose-files/hatchling';
import { SETUPTOOLS } from './choose-files/setuptools';
import { UV_BUILD } from './choose-files/uv-build';
import type { DistributionKind, DistributionPlan, ModelledBackend, PlannedDistribution } from './distribution-plan';
import type { Frontend } from './frontends/frontend-rules';
import { FRONTENDS } from './frontends/frontends';
import { planSdist } from './plan-sdist';
import { planWheel } from './plan-wheel';
import { type ProjectDocument, placeIn, placeOfKeys, readDocument, valueAt } from './project-document';
import { readTree, textOf } from './project-files';
import type { SourceTree } from './source-tree';

/** Where the project’s folder lies on the simulated machine, if nothing else is said. */
export const PROJECT_FOLDER = '/home/you/greeting';

/**
 * Plans a wheel, an sdist or an editable wheel of a project: the files it gets, byte for byte, or every problem that keeps it from being
 * built. `folder` is where the project lies: editable wheels write it down. `frontend` is what starts the build.
 *
 * Problems: of the stage *parse*, those of TOML, of `[build-system]` and of what else the frontend reads itself, which come first; of the
 * stage *build*, the backend’s, those of `[project]` among them; `not-modelled` where another backend, or code of the project, would decide.
 *
 * @example planDistribution([{ path: 'pyproject.toml', content: '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "kit"\nversion = "1.0"\nrequires-python = ">=3.10"' }, { path: 'kit.py', content: '' }], 'wheel').plan.files.map(({ path }) => path) // → ['kit.py', 'kit-1.0.dist-info/METADATA', 'kit-1.0.dist-info/WHEEL', 'kit-1.0.dist-info/RECORD']
 */
export function planDistribution(
  tree: SourceTree,
  kind: DistributionKind,
  folder: string = PROJECT_FOLDER,
  frontend: Frontend = 'uv',
): PlannedDistribution {
  const starts = FRONTENDS[frontend];
  const found = new Problems();
  const { files, problems } = readTree(tree);
  found.add(problems);
  if (found.hasError()) return found.failed();
  const read = readDocument(files, starts, folder);
  if (read.kind === 'failed') return found.add(read.problems).failed();
  const { document } = read;
  found.add(document.refused);
  found.relays = (line) => starts.relays(line, document.root);
  const rules = rulesFor(document);
  if (!('backend' in rules)) return found.add([rules]).failed();
  const input: BuildInput = { kind, files, document, folder };
  found.add(judged(rules, input));
  const project = found.take(rules.readProject(input));
  if (project === undefined) return found.failed();
  found.add(adviceFor(project, document));
  const version = project.version ?? found.take(versionOf(rules, input, project));
  const licenseFiles = found.take(rules.findLicenseFiles(input, project));
  const metadata = version && licenseFiles && found.take(metadataOf(rules, input, project, version, licenseFiles));
  if (found.hasError() || version === undefined || licenseFiles === undefined || metadata === undefined) {
    return found.failed();
  }
  const written = formatMetadata(metadata);
  for (const { code, field, message } of written.problems) {
    found.add([buildError(code, message, { at: placeOfKeys(document, ['project', field]) })]);
  }
  if (written.text === undefined) return found.failed();
  const stem = `${project.normalizedName.replaceAll('-', '_')}-${formatVersion(version)}`;
  const named = { ...input, project, version, stem, licenseFiles, metadataText: written.text };
  const choice = rules.chooseFiles(named);
  found.add(choice.problems);
  if (found.hasError()) return found.failed();
  const made = kind === 'sdist' ? planSdist(named, choice) : planWheel(named, choice, rules);
  found.add(made.problems);
  if (found.hasError()) return found.failed();
  const plan: DistributionPlan = {
    kind,
    filename: made.filename,
    backend: rules.backend,
    files: made.files,
    leftOut: made.leftOut,
    metadata,
    entryPoints: project.entryPoints,
    tag: made.tag,
    pathFolders: choice.pathFolders,
  };
  return { kind: 'planned', plan, warnings: found.all };
}

/** Problems as they are found. */
class Problems {
  readonly all: BuildProblem[] = [];
  /** What comes out of the frontend where the backend says a line. */
  relays = (line: string): string => line;

  add(problems: readonly BuildProblem[]): this {
    for (const problem of problems) {
      const { saidBy, toolSays } = problem;
      const isRelayed = saidBy === 'backend' && toolSays !== undefined;
      this.all.push(isRelayed ? { ...problem, toolSays: this.relays(toolSays) } : problem);
    }
    return this;
  }

  take<T>({ value, problems }: Found<T>): T | undefined {
    this.add(problems);
    return value;
  }

  hasError(): boolean {
    return this.all.some(({ weight }) => weight === 'error');
  }

  failed(): PlannedDistribution {
    return { kind: 'failed', problems: this.all };
  }
}

const MODELLED: ReadonlyMap<string, BackendRules> = new Map([
  ['hatchling.build', HATCHLING],
  ['setuptools.build_meta', SETUPTOOLS],
  ['uv_build', UV_BUILD],
]);

/** Projects that bring a backend along, by their own requirements as the index has them on 30 November 2026. */
const BROUGHT_BY: Readonly<Partial<Record<ModelledBackend, readonly string[]>>> = {
  hatchling: ['hatch', 'hatch-vcs', 'hatch-fancy-pypi-readme', 'hatch-requirements-txt'],
  setuptools: ['setuptools-scm', 'setuptools-rust', 'hatch-vcs'],
};

/** The rules of the backend that the file names, or that nobody here knows them. */
function rulesFor(document: ProjectDocument): BackendRules | BuildProblem {
  const { backend, backendPath, requires } = document.buildSystem;
  const at = placeOfKeys(document, ['build-system', 'build-backend']);
  if (backendPath.length > 0) {
    const message = 'The backend is the project’s own code here (backend-path): it would have to be run.';
    return buildError('not-modelled', message, { at: placeOfKeys(document, ['build-system', 'backend-path']) });
  }
  const rules = MODELLED.get(backend.module);
  if (rules === undefined) {
    const shown = backend.module.length > 40 ? `${backend.module.slice(0, 40)}…` : backend.module;
    const message = `What ${shown} takes into a distribution isn’t modelled here: hatchling, setuptools and uv_build are.`;
    return buildError('not-modelled', message, { at });
  }
  const project = rules.backend.replaceAll('_', '-');
  const bringing = [project, ...(BROUGHT_BY[rules.backend] ?? [])];
  if (requires.every(({ normalizedName }) => !bringing.includes(normalizedName))) {
    const isNamed = valueAt(document.root, ['build-system', 'build-backend']) !== undefined;
    const message = isNamed
      ? `${backend.module} comes from ${project}, which “requires” doesn’t list: add "${project}".`
      : `No build-backend is named, so setuptools’ old one is meant, and “requires” doesn’t list setuptools: require a backend and name it, as in build-backend = "hatchling.build".`;
    const toolSays = `ModuleNotFoundError: No module named '${backend.module.split('.')[0]}'`;
    const where = placeOfKeys(document, ['build-system', 'requires']);
    return buildError('backend-missing', message, { at: where, saidBy: 'frontend', toolSays });
  }
  return rules;
}

/** What the backend makes of the standard’s problems with the file, and what nobody minds but readers should know. */
function judged(rules: BackendRules, input: BuildInput): readonly BuildProblem[] {
  const { text, problems, warnings } = input.document;
  const errors = problems.flatMap((problem) => {
    const { weight, toolSays } = rules.judge(problem, input);
    const details = { at: placeIn(text, problem.at), toolSays };
    if (weight === 'ignored') return [];
    return [(weight === 'error' ? buildError : buildWarning)(problem.code, problem.message, details)];
  });
  return [
    ...errors,
    ...warnings.map((problem) => {
      const { weight, toolSays } = rules.judge(problem, input);
      // What the backend would say of an error it doesn’t say of a warning of ours.
      const details = { at: placeIn(text, problem.at), toolSays: weight === 'warning' ? toolSays : undefined };
      return buildWarning(problem.code, problem.message, details);
    }),
  ];
}

/** What is allowed to be missing and shouldn’t be. */
function adviceFor(project: Project, document: ProjectDocument): readonly BuildProblem[] {
  if (project.requiresPython !== undefined) return [];
  if (project.dynamic.includes('requires-python')) return [];
  const message =
    'requires-python is missing: an installer takes the project on any Python, also on one it can’t run on. Add requires-python = ">=3.10", or whichever is the oldest you test on.';
  return [buildWarning('no-requires-python', message, { at: placeOfKeys(document, ['project']) })];
}

function versionOf(rules: BackendRules, input: BuildInput, project: Project): Found<Version> {
  if (project.dynamic.includes('version')) return rules.findVersion(input, project);
  // It is there and no version, or it isn’t there: the problem stands among the file’s already.
  return { value: undefined, problems: [] };
}

function metadataOf(
  rules: BackendRules,
  { files, document, folder }: BuildInput,
  project: Project,
  version: Version,
  licenseFiles: readonly string[],
): Found<Metadata> {
  const problems: BuildProblem[] = [];
  const textAt = (key: 'readme' | 'license', path: string): string | undefined => {
    const at = placeOfKeys(document, ['project', key]);
    const normal = path.replace(/^(?:\.\/)+/, '');
    const file = files.get(normal);
    const text = file && textOf(file);
    const is = key === 'readme' ? 'the readme' : 'the licence’s file';
    if (file === undefined) {
      problems.push(
        buildError(`${key}-missing`, `${path} is to be ${is}, and the project has no such file.`, {
          at,
          toolSays: rules.saysMissing(key, path, folder),
        }),
      );
    } else if (text === undefined) {
      problems.push(buildError('not-utf-8', `${path} isn’t UTF-8: save it as UTF-8.`, { at }));
    }
    return text;
  };
  const readme = project.readme?.kind === 'file' ? textAt('readme', project.readme.file) : undefined;
  const license = project.license?.kind === 'file' ? textAt('license', project.license.file) : undefined;
  const { metadataVersion } = rules;
  const metadata = metadataOfProject(project, {
    version,
    licenseFiles,
    metadataVersion,
    ...(readme === undefined ? {} : { readme }),
    ...(license === undefined ? {} : { license }),
  });
  if (metadata === undefined || problems.length > 0) return { value: undefined, problems };
  return { value: rules.amendMetadata(metadata, project), problems };
}
