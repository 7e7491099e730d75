// Where a scenario's requirements stand in its text: the root's, and each release's. So that a figure can change one and leave the
// rest of the text, comments included, as it is.
import { normalizeName, parseToml, type TomlString, type TomlTable, type TomlValue } from '@/core/python';

/** The strings of one `requires`, in their order. */
export type RequirementStrings = readonly TomlString[];

export interface RequirementPlaces {
  readonly root: RequirementStrings;
  /** By the project's name in normal form, then by the version as it is written. */
  readonly releases: ReadonlyMap<string, ReadonlyMap<string, RequirementStrings>>;
}

/** Finds the requirements of a scenario's text. Of a text that is no TOML there are none. */
export function requirementPlaces(text: string): RequirementPlaces {
  const file = parseToml(text).value;
  const releases = new Map<string, ReadonlyMap<string, RequirementStrings>>();
  for (const { key, value } of tableIn(file, 'packages')?.entries.values() ?? []) {
    const versions = new Map<string, RequirementStrings>();
    for (const release of tableIn(value, 'versions')?.entries.values() ?? []) {
      versions.set(release.key, stringsIn(release.value, 'requires'));
    }
    releases.set(normalizeName(key), versions);
  }
  return { root: stringsIn(tableIn(file, 'root'), 'requires'), releases };
}

function entryOf(value: TomlValue | undefined, key: string): TomlValue | undefined {
  return value?.kind === 'table' ? value.entries.get(key)?.value : undefined;
}

function tableIn(value: TomlValue | undefined, key: string): TomlTable | undefined {
  const inner = entryOf(value, key);
  return inner?.kind === 'table' ? inner : undefined;
}

function stringsIn(value: TomlValue | undefined, key: string): RequirementStrings {
  const array = entryOf(value, key);
  if (array?.kind !== 'array') return [];
  return array.items.filter((item): item is TomlString => item.kind === 'string');
}
