// `[build-system]`: the pyproject.toml specification, "Declaring build system dependencies", and for the backend the build
// system interface (PEP 517), "Source trees".
import { parseRequirement, type Requirement } from '../requirement';
import { type BuildBackend, type BuildSystem, isProjectKey } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

const KEYS: readonly string[] = ['requires', 'build-backend', 'backend-path'];

/** What builds where `build-backend` is missing (PEP 517, "Source trees"). */
const LEGACY_BACKEND: BuildBackend = { module: 'setuptools.build_meta', object: '__legacy__' };

/** Backends by their module, with the project that brings them. */
const PROJECTS_OF_BACKENDS: Readonly<Record<string, string>> = {
  'flit_core.buildapi': 'flit-core',
  'hatchling.build': 'hatchling',
  maturin: 'maturin',
  mesonpy: 'meson-python',
  'pdm.backend': 'pdm-backend',
  'poetry.core.masonry.api': 'poetry-core',
  'scikit_build_core.build': 'scikit-build-core',
  'setuptools.build_meta': 'setuptools',
  uv_build: 'uv-build',
};

/** Projects and frontends that are written where a backend’s module belongs. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['build', 'hatchling.build'],
  ['hatch', 'hatchling.build'],
  ['uv', 'uv_build'],
  ['poetry', 'poetry.core.masonry.api'],
  ['flit', 'flit_core.buildapi'],
]);

/** The table, or what holds without it; `undefined` if it doesn’t say what is required, or which backend. */
export function readBuildSystem(fields: PyprojectFields | undefined): BuildSystem | undefined {
  if (fields === undefined) {
    const requires = parseRequirement('setuptools').value;
    return { isDeclared: false, requires: requires ? [requires] : [], backend: LEGACY_BACKEND, backendPath: [] };
  }
  const { keys } = fields;
  fields.refuseUnknown(KEYS, '[build-system]', (key) => {
    if (isProjectKey(key) || key === 'dynamic') return 'it belongs into [project].';
    const near = fields.near(key, KEYS);
    return near && `it is spelt “${near}”.`;
  });
  const before = keys.report.problems.length;
  const requires = fields.requirements('requires');
  if (!keys.has('requires')) keys.missing('requires', 'requires = ["hatchling"]');
  const backend = readBackend(fields);
  const isReadable = keys.report.problems.length === before;
  const backendPath = readBackendPath(fields);
  if (requires === undefined || !isReadable) return undefined;
  if (backendPath.length === 0) warnOfRequires(fields, requires, backend);
  return { isDeclared: true, requires, backend: backend ?? LEGACY_BACKEND, backendPath };
}

function readBackend(fields: PyprojectFields): BuildBackend | undefined {
  const text = fields.keys.text('build-backend');
  if (text === undefined) return undefined;
  const [module = '', ...objects] = text.split(':');
  const isDotted = (name: string) => name.split('.').every((part) => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(part));
  if (objects.length > 1 || ![module, ...objects].every(isDotted)) {
    const near = fields.near(module, Object.keys(PROJECTS_OF_BACKENDS)) ?? 'hatchling.build';
    const message = `A backend is a module, and perhaps “:” and an object in it, such as ${near}: names joined by dots.`;
    fields.keys.wrong('backend', 'build-backend', message);
    return undefined;
  }
  return { module, object: objects[0] };
}

/** Folders, relative to the project, that don't leave it. */
function readBackendPath(fields: PyprojectFields): readonly string[] {
  const folders = fields.keys.strings('backend-path') ?? [];
  for (const { value, path } of folders) {
    const folder = value.value;
    if (!/^(?:[/\\]|[A-Za-z]:)/.test(folder) && !leaves(folder)) continue;
    const message =
      'The backend’s folder is inside the project: write a path that begins there, such as "." or "tools/build".';
    fields.keys.problem('backend-path', path, value.at, message);
  }
  return folders.map(({ value }) => value.value);
}

/** Whether a relative path goes out of the folder that it begins in. */
function leaves(path: string): boolean {
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** Valid tables that don't build what they say. */
function warnOfRequires(
  fields: PyprojectFields,
  requires: readonly Requirement[],
  backend: BuildBackend | undefined,
): void {
  const names = requires.map(({ normalizedName }) => String(normalizedName));
  const at = fields.keys.placeOf('requires');
  const path = fields.keys.pathOf('requires');
  const module = backend?.module ?? '';
  const project = Object.hasOwn(PROJECTS_OF_BACKENDS, module) ? PROJECTS_OF_BACKENDS[module] : undefined;
  if (names.includes('build') && (backend === undefined || (project !== undefined && !names.includes(project)))) {
    const wanted = project ?? 'hatchling';
    const message = `“build” starts a build, and isn’t what builds: write requires = ["${wanted}"] and build-backend = "${backend === undefined ? 'hatchling.build' : module}".`;
    fields.warn('build-frontend', path, at, message);
    return;
  }
  if (project !== undefined && !names.includes(project)) {
    fields.warn(
      'backend-not-required',
      path,
      at,
      `${module} comes from ${project}, which isn’t required here: add "${project}".`,
    );
  }
  const modules = Object.keys(PROJECTS_OF_BACKENDS);
  const meant =
    MEANT.get(module) ?? modules.find((known) => known.startsWith(`${module}.`)) ?? fields.near(module, modules);
  if (module !== '' && project === undefined && meant !== undefined) {
    fields.warn(
      'backend',
      fields.keys.pathOf('build-backend'),
      fields.keys.placeOf('build-backend'),
      `${module} has no hooks to build: write build-backend = "${meant}".`,
    );
  }
}
