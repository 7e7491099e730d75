// `urls`: the pyproject.toml specification, "urls", and for the labels the core metadata specification, "Project-URL".
import type { ProjectUrl } from '../metadata';
import { isProjectKey } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

/** How long a label may be ("Project-URL"). */
const MAX_LABEL = 32;

export function readUrls(fields: PyprojectFields): readonly ProjectUrl[] {
  const table = fields.table('urls')?.keys;
  const urls: ProjectUrl[] = [];
  for (const { key: label, keyAt, value } of table?.table.entries.values() ?? []) {
    const path = table?.pathOf(label) ?? label;
    if (value.kind !== 'string') {
      // A table’s header holds until the next one: what comes after [project.urls] is in it.
      const isMisplaced = isProjectKey(label) || label === 'dynamic';
      if (isMisplaced)
        fields.keys.problem(
          'wrong-type',
          path,
          keyAt,
          `“${label}” stands in [project.urls] here: move it above that header.`,
        );
      else fields.keys.wrongKind(value, path, 'a string with a URL');
      continue;
    }
    if ([...label].length > MAX_LABEL) {
      fields.keys.problem('url-label', path, keyAt, `A label has ${MAX_LABEL} characters at most: shorten it.`);
    } else if (label.includes(',') || label.trim() === '') {
      fields.warn(
        'url-label',
        path,
        keyAt,
        'In the metadata a comma ends the label: write one without, such as Homepage.',
      );
    }
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value.value)) {
      fields.warn('url', path, value.at, 'A URL begins with its scheme: write https:// in front.');
    }
    urls.push({ label, url: value.value });
  }
  return urls;
}
