// Where a scenario's requirements stand in its text: the root's, and each release's. So that a figure can change one and leave the
// rest of the text, comments included, as it is.
import { normalizeName, type TomlArray, type TomlString, type TomlTable, type TomlValue } from '@/core/python';

/** The strings of one `requires`, in their order. */
export type RequirementStrings = readonly TomlString[];

export interface RequirementPlaces {
  readonly root: RequirementStrings;
  /** The brackets that the root's stand in. */
  readonly rootArray: TomlArray | undefined;
  /** By the project's name in normal form, then by the version as it is written. */
  readonly releases: ReadonlyMap<string, ReadonlyMap<string, RequirementStrings>>;
}

/** Finds the requirements of a scenario's document. Of a text that is no TOML there are none. */
export function requirementPlaces(file: TomlTable | undefined): RequirementPlaces {
  const releases = new Map<string, ReadonlyMap<string, RequirementStrings>>();
  for (const { key, value } of tableIn(file, 'packages')?.entries.values() ?? []) {
    const versions = new Map<string, RequirementStrings>();
    for (const release of tableIn(value, 'versions')?.entries.values() ?? []) {
      versions.set(release.key, stringsOf(arrayIn(release.value, 'requires')));
    }
    releases.set(normalizeName(key), versions);
  }
  const rootArray = arrayIn(tableIn(file, 'root'), 'requires');
  return { root: stringsOf(rootArray), rootArray, releases };
}

function entryOf(value: TomlValue | undefined, key: string): TomlValue | undefined {
  return value?.kind === 'table' ? value.entries.get(key)?.value : undefined;
}

function tableIn(value: TomlValue | undefined, key: string): TomlTable | undefined {
  const inner = entryOf(value, key);
  return inner?.kind === 'table' ? inner : undefined;
}

function arrayIn(value: TomlValue | undefined, key: string): TomlArray | undefined {
  const array = entryOf(value, key);
  return array?.kind === 'array' ? array : undefined;
}

function stringsOf(array: TomlArray | undefined): RequirementStrings {
  return array?.items.filter((item): item is TomlString => item.kind === 'string') ?? [];
}
