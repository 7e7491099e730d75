/**
 * Edits of the whole project by a tap: another layout or backend with what must be mended for it, a field more, and small changes that
 * show something. Each gives the very same files where it changes nothing.
 */
import { insertField, listFields } from '@/core/python';
import { type Files, MANIFEST, moveFiles, withFile } from './files';
import { mapStrings, scriptsOf, stringValue, withoutField, withValue } from './manifest-text';

export const LAYOUTS = ['src', 'flat'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const BACKENDS = ['hatchling', 'setuptools', 'uv_build'] as const;
export type Backend = (typeof BACKENDS)[number];

/** Small changes, each by a tap. */
export const TRIES = ['bump', 'py-typed', 'data-file', 'delete-init', 'rename-script', 'wrong-target'] as const;
export type Try = (typeof TRIES)[number];

export type ProjectEdit =
  | { readonly do: 'layout'; readonly layout: Layout }
  | { readonly do: 'backend'; readonly backend: Backend }
  | { readonly do: 'insert'; readonly path: readonly string[] }
  | { readonly do: 'try'; readonly change: Try };

/** The two lines by which a project says who builds it. uv_build is bounded as `uv init` writes it; a test holds it to its release. */
export const BACKEND_LINES: Readonly<Record<Backend, { readonly requires: string; readonly module: string }>> = {
  hatchling: { requires: '["hatchling"]', module: '"hatchling.build"' },
  setuptools: { requires: '["setuptools"]', module: '"setuptools.build_meta"' },
  uv_build: { requires: '["uv_build>=0.13.9,<0.14"]', module: '"uv_build"' },
};

const MODULE_ROOT = 'tool.uv.build-backend.module-root';

export function editProject(files: Files, edit: ProjectEdit): Files {
  switch (edit.do) {
    case 'layout':
      return withLayout(files, edit.layout);
    case 'backend':
      return withBackend(files, edit.backend);
    case 'insert': {
      const inserted = insertField(files.get(MANIFEST) ?? '', edit.path);
      return inserted === undefined ? files : withFile(files, MANIFEST, inserted.text);
    }
    case 'try':
      return tried(files, edit.change) ?? files;
  }
}

/** The backend that the manifest names, where it is one of ours; without a table none is named. */
export function backendOf(files: Files): Backend | undefined {
  const named = stringValue(files.get(MANIFEST) ?? '', 'build-system.build-backend')?.split(/[.:]/)[0];
  return BACKENDS.find((one) => one === named);
}

/** Where the code lies: in `src`, or beside the manifest. */
export function layoutOf(files: Files): Layout | undefined {
  const paths = [...files.keys()];
  if (paths.some((path) => path.startsWith('src/') && path.endsWith('.py'))) return 'src';
  return paths.some((path) => importedName(path) !== undefined) ? 'flat' : undefined;
}

const ASIDE = ['tests', 'test', 'docs', 'examples', 'src'];

/** The name by which a file beside the manifest is imported. */
function importedName(path: string): string | undefined {
  const [first = '', ...rest] = path.split('/');
  if (ASIDE.includes(first)) return undefined;
  if (rest.length === 0) {
    const isModule = /^[A-Za-z_]\w*\.py$/.test(first) && !['setup.py', 'conftest.py', 'noxfile.py'].includes(first);
    return isModule ? first : undefined;
  }
  return path.endsWith('.py') && /^[A-Za-z_]\w*$/.test(first) ? first : undefined;
}

function withLayout(files: Files, layout: Layout): Files {
  if (layoutOf(files) === layout) return files;
  const tops = new Set([...files.keys()].map(importedName).filter((name) => name !== undefined));
  const isMoved = (path: string) => tops.has(path.split('/')[0] ?? '');
  const moved =
    layout === 'flat'
      ? moveFiles(files, (path) => path.replace(/^src\//, ''))
      : moveFiles(files, (path) => (isMoved(path) ? `src/${path}` : path));
  if (moved === files) return files;
  const map =
    layout === 'flat'
      ? (value: string) => (value === 'src' ? '.' : value.replace(/^src\//, ''))
      : (value: string) => (isMoved(value) ? `src/${value}` : value);
  const text = files.get(MANIFEST);
  if (text === undefined) return moved;
  return withFile(moved, MANIFEST, withModuleRoot(mapStrings(text, isPaths, map), layout, backendOf(files)));
}

/** Fields of tools whose values are paths; setuptools’ `packages` are names of import packages. */
function isPaths(path: string): boolean {
  return (
    (path.startsWith('tool.hatch.') || /^tool\.setuptools\.(?:dynamic|package-dir|packages\.find)/.test(path)) &&
    !path.endsWith('.attr')
  );
}

/** uv_build looks in `src` unless it is told otherwise. */
function withModuleRoot(text: string, layout: Layout | undefined, backend: Backend | undefined): string {
  if (backend === 'uv_build' && layout === 'flat') return withValue(text, MODULE_ROOT, '""');
  return withoutField(text, MODULE_ROOT);
}

function withBackend(files: Files, backend: Backend): Files {
  const text = files.get(MANIFEST);
  if (text === undefined || backendOf(files) === backend) return files;
  const { requires, module } = BACKEND_LINES[backend];
  const named = withValue(withValue(text, 'build-system.build-backend', module), 'build-system.requires', requires);
  return withFile(files, MANIFEST, withModuleRoot(named, layoutOf(files), backend));
}

/** The files after a small change; undefined where the project has nothing to change so. */
export function tried(files: Files, change: Try): Files | undefined {
  const text = files.get(MANIFEST) ?? '';
  const folder = packageFolder(files);
  const [script] = scriptsOf(text);
  const after = (() => {
    switch (change) {
      case 'bump':
        return bumped(files, text);
      case 'py-typed':
        return folder === undefined ? files : withFile(files, `${folder}/py.typed`, '');
      case 'data-file':
        return folder === undefined ? files : withFile(files, `${folder}/words.json`, '{ "hello": "Hello" }\n');
      case 'delete-init':
        return folder === undefined ? files : withFile(files, `${folder}/__init__.py`, undefined);
      case 'rename-script':
        return script === undefined ? files : renamedScript(files, text, script.name);
      case 'wrong-target': {
        const at = script?.target.indexOf(':') ?? -1;
        if (script === undefined || at === -1) return files;
        const target = `"${script.target.slice(0, at)}:start"`;
        return withFile(files, MANIFEST, withValue(text, `project.scripts.${script.name}`, target));
      }
    }
  })();
  return after === files ? undefined : after;
}

/** The first folder of code: `src/greeting`. */
function packageFolder(files: Files): string | undefined {
  const inits = [...files.keys()].filter((path) => /^(?:src\/)?[^/]+\/__init__\.py$/.test(path));
  const init = inits.find((path) => path.startsWith('src/') || importedName(path) !== undefined);
  return init?.slice(0, init.lastIndexOf('/'));
}

/** The middle number one higher: `0.1.0` → `0.2.0`. */
function bumped(files: Files, text: string): Files {
  const parts = /^(\d+)\.(\d+)\.\d+$/.exec(stringValue(text, 'project.version') ?? '');
  if (parts === null) return files;
  return withFile(files, MANIFEST, withValue(text, 'project.version', `"${parts[1]}.${Number(parts[2]) + 1}.0"`));
}

function renamedScript(files: Files, text: string, name: string): Files {
  const field = listFields(text).find(({ path }) => path.join('.') === `project.scripts.${name}`);
  if (field === undefined) return files;
  const { start, end } = field.keyAt;
  const after = name === 'hello' ? 'greet' : 'hello';
  return withFile(files, MANIFEST, text.slice(0, start) + after + text.slice(end));
}
