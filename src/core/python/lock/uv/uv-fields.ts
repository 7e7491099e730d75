// Keys of `uv.lock` whose strings have a form of their own. A problem inside a string is shown inside it.
import type { Marker } from '../../marker';
import { parseMarker } from '../../marker-parse';
import type { NormalizedName } from '../../name';
import { parseName } from '../../name-parse';
import type { Parsed } from '../../problem';
import { parseSpecifierSet } from '../../specifier-parse';
import { type FieldItem, placeInString, type TomlFields, type TomlString } from '../../toml';
import { parseVersion } from '../../version-parse';

export class UvFields {
  constructor(
    readonly keys: TomlFields,
    readonly document: string,
  ) {}

  table(key: string): UvFields | undefined {
    const keys = this.keys.subtable(key);
    return keys && new UvFields(keys, this.document);
  }

  tables(key: string): readonly UvFields[] {
    return (this.keys.tables(key) ?? []).map((keys) => new UvFields(keys, this.document));
  }

  version(key: string) {
    return this.parsed(key, 'version', parseVersion);
  }

  specifier(key: string) {
    return this.parsed(key, 'specifier', parseSpecifierSet);
  }

  marker(key: string) {
    return this.parsed(key, 'marker', parseMarker);
  }

  markers(key: string): readonly Marker[] {
    return (this.keys.strings(key) ?? []).flatMap((item) => this.parsedItem(item, 'marker', parseMarker) ?? []);
  }

  name(key: string) {
    return this.parsed(key, 'name', parseName);
  }

  /** A name that must be there. */
  requiredName(key: string): NormalizedName | undefined {
    if (!this.keys.has(key)) this.keys.missing(key, `${key} = "requests"`);
    return this.name(key);
  }

  names(key: string): readonly NormalizedName[] {
    return (this.keys.strings(key) ?? []).flatMap((item) => this.parsedItem(item, 'name', parseName) ?? []);
  }

  /** A table whose keys are names of extras or groups and whose values are arrays of tables. */
  named<T>(key: string, read: (item: UvFields) => T | undefined): ReadonlyMap<NormalizedName, readonly T[]> {
    const found = new Map<NormalizedName, readonly T[]>();
    const table = this.table(key);
    for (const entry of table?.keys.table.entries.values() ?? []) {
      const { value, problems } = parseName(entry.key);
      if (value === undefined) {
        const path = table?.keys.pathOf(entry.key);
        this.keys.problem('name', path, entry.keyAt, problems[0]?.message ?? 'This is no name.');
      }
      const items = (table?.tables(entry.key) ?? []).flatMap((item) => read(item) ?? []);
      if (value !== undefined) found.set(value, items);
    }
    return found;
  }

  private parsed<T>(key: string, kind: string, parse: (text: string) => Parsed<T>): T | undefined {
    const value = this.keys.string(key);
    return value && this.parsedItem({ value, path: this.keys.pathOf(key) }, kind, parse);
  }

  private parsedItem<T>({ value, path }: FieldItem<TomlString>, kind: string, parse: (text: string) => Parsed<T>) {
    const parsed = parse(value.value);
    for (const { at, message } of parsed.problems) {
      const start = placeInString(this.document, value, at.start);
      this.keys.problem(kind, path, { start, end: placeInString(this.document, value, at.end) }, message);
    }
    return parsed.value;
  }
}
