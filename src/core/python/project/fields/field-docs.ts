// All fields that are documented, in the order in which an editor offers them, and the one that belongs to a place.
import { BUILD_SYSTEM_DOCS } from './docs/build-system';
import { DEPENDENCY_GROUP_DOCS } from './docs/dependency-groups';
import { HATCH_DOCS } from './docs/hatch';
import { TOOL_DOCS } from './docs/other-tools';
import { LATER_PROJECT_DOCS, PROJECT_DOCS } from './docs/project';
import { SETUPTOOLS_DOCS } from './docs/setuptools';
import { UV_BUILD_DOCS } from './docs/uv-build';
import type { FieldDoc } from './field-doc';

/**
 * The documentation of every key of `[build-system]`, `[project]` and `[dependency-groups]`, and of those tables of backends
 * that the builder models (pyproject.toml specification, "Declaring project metadata").
 *
 * @example fieldDocs().some((doc) => doc.path.join('.') === 'project.requires-python') // → true
 */
export function fieldDocs(): readonly FieldDoc[] {
  return [
    ...BUILD_SYSTEM_DOCS,
    ...PROJECT_DOCS,
    ...LATER_PROJECT_DOCS,
    ...DEPENDENCY_GROUP_DOCS,
    ...HATCH_DOCS,
    ...SETUPTOOLS_DOCS,
    ...UV_BUILD_DOCS,
    ...TOOL_DOCS,
  ];
}

/** Whether a path is the one of a documented field, whose “*” is any name. */
function isPathOf(doc: FieldDoc, path: readonly string[]): boolean {
  return doc.path.length === path.length && doc.path.every((step, index) => step === '*' || step === path[index]);
}

/**
 * The documentation of the field at a path, or of the nearest field or table around it that has some. `undefined` where the
 * document’s tables are no standard’s and no known tool’s (pyproject.toml specification, "Declaring project metadata").
 *
 * @example docOfField(['project', 'authors', 'email']).path // → ['project', 'authors']
 */
export function docOfField(path: readonly string[]): FieldDoc | undefined {
  const docs = fieldDocs();
  for (let length = path.length; length > 0; length--) {
    const found = docs.find((doc) => isPathOf(doc, path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return undefined;
}
