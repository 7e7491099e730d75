// `urls`: the pyproject.toml specification, "urls", and for the labels the core metadata specification, "Project-URL".
import type { ProjectUrl } from '../metadata';
import { adviseMisplaced } from './misplaced-key';
import type { PyprojectFields } from './pyproject-fields';

/** How long a label may be ("Project-URL"). */
const MAX_LABEL = 32;

export function readUrls(fields: PyprojectFields): readonly ProjectUrl[] {
  const table = fields.table('urls');
  const urls: ProjectUrl[] = [];
  for (const { key: label, keyAt, value } of table?.keys.table.entries.values() ?? []) {
    if (table === undefined) break;
    const path = table.keys.pathOf(label);
    if (value.kind !== 'string') {
      const misplaced = adviseMisplaced(table, label);
      if (misplaced !== undefined) fields.keys.problem('wrong-type', path, keyAt, misplaced);
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
      const misplaced = adviseMisplaced(table, label);
      const place = misplaced === undefined ? value.at : keyAt;
      fields.warn('url', path, place, misplaced ?? 'A URL begins with its scheme: write https:// in front.');
    }
    urls.push({ label, url: value.value });
  }
  return urls;
}
