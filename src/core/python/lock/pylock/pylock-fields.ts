// Keys whose strings have a form of their own: versions, markers, specifiers and normalised names (pylock.toml
// specification, "File Format"). A problem inside a string is shown inside the string.
import { parseMarker } from '../../marker-parse';
import { isNormalizedName } from '../../name';
import type { Parsed } from '../../problem';
import { parseSpecifierSet } from '../../specifier-parse';
import { type FieldItem, placeInString, type TomlFields, type TomlString } from '../../toml';
import { parseVersion } from '../../version-parse';

/** The keys of a lock file's table whose strings have a form of their own: versions, markers, specifiers, names. */
export class PylockFields {
  constructor(
    readonly keys: TomlFields,
    readonly document: string,
  ) {}

  inner(keys: TomlFields): PylockFields {
    return new PylockFields(keys, this.document);
  }

  version(key: string) {
    return this.parsed(key, 'bad-version', parseVersion);
  }

  specifier(key: string) {
    return this.parsed(key, 'bad-specifier', parseSpecifierSet);
  }

  marker(key: string) {
    return this.parsed(key, 'bad-marker', parseMarker);
  }

  name(key: string) {
    const string = this.keys.string(key);
    return string && this.nameOf({ value: string, path: this.keys.pathOf(key) });
  }

  nameOf({ value, path }: FieldItem<TomlString>) {
    if (isNormalizedName(value.value)) return value.value;
    const message = 'Names in a lock file are in normal form: lower case, with single “-” between letters and digits.';
    this.keys.problem('name-not-normalized', path, value.at, message);
    return undefined;
  }

  private parsed<T>(key: string, kind: string, parse: (text: string) => Parsed<T>): T | undefined {
    const string = this.keys.string(key);
    return string && this.parsedItem({ value: string, path: this.keys.pathOf(key) }, kind, parse);
  }

  parsedItem<T>({ value, path }: FieldItem<TomlString>, kind: string, parse: (text: string) => Parsed<T>) {
    const parsed = parse(value.value);
    for (const { at, message } of parsed.problems) {
      const start = placeInString(this.document, value, at.start);
      this.keys.problem(kind, path, { start, end: placeInString(this.document, value, at.end) }, message);
    }
    return parsed.value;
  }
}
