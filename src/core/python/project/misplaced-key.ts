// Keys of [project] that were added below [project.scripts] or another of its tables: a header holds until the next one (TOML
// 1.0.0, "Table"), so they stand in the wrong table.
import { isProjectKey } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

/** What to say of a key that is one of [project] itself and stands in a table inside it; nothing of other keys. */
export function adviseMisplaced(fields: PyprojectFields, key: string): string | undefined {
  if (!isProjectKey(key) && key !== 'dynamic') return undefined;
  return `“${key}” stands in [${fields.keys.path}] here: move it above that header.`;
}
