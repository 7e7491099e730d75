// The keys of a scenario's tables whose strings have a form of their own: requirements, specifiers, versions, markers,
// names, dates. A problem inside a string is shown inside the string.
import {
  type FieldItem,
  type FieldReport,
  type NormalizedName,
  type Parsed,
  parseMarker,
  parseName,
  parseRequirement,
  parseSpecifierSet,
  parseVersion,
  placeInString,
  type Requirement,
  type Span,
  type SpecifierSet,
  type TomlEntry,
  TomlFields,
  type TomlString,
  type TomlTable,
  type Version,
} from '@/core/python';
import { readInstant } from './instant';
import { SCENARIO_KEYS, type ScenarioTable } from './scenario-keys';

/** A requirement, and where its string stands. */
export interface PlacedRequirement {
  readonly requirement: Requirement;
  readonly at: Span;
}

export class ScenarioFields {
  readonly keys: TomlFields;

  constructor(
    table: TomlTable,
    path: string,
    readonly document: string,
    readonly report: FieldReport,
  ) {
    this.keys = new TomlFields(table, path, report);
  }

  /** A table below this one, its keys held to what such a table may have. */
  inner(key: string, kind: ScenarioTable): ScenarioFields | undefined {
    const keys = this.keys.subtable(key);
    return keys && new ScenarioFields(keys.table, keys.path, this.document, this.report).only(kind);
  }

  /** Tells every key that a table of this kind doesn't have. */
  only(kind: ScenarioTable): this {
    const known: readonly string[] = SCENARIO_KEYS[kind];
    for (const { key, keyAt } of this.keys.table.entries.values()) {
      if (known.includes(key)) continue;
      const message = `“${key}” is no key of this table: it may have ${known.join(', ')}.`;
      this.keys.problem('unknown-key', this.keys.pathOf(key), keyAt, message);
    }
    return this;
  }

  /** The entries of a table whose keys the author chooses: projects, versions, extras. */
  entries(key: string): readonly TomlEntry[] {
    const inner = this.keys.subtable(key);
    return inner === undefined ? [] : [...inner.table.entries.values()];
  }

  /** Requirements on releases of an index; a direct reference is told as what this resolver doesn't model. */
  requirements(key: string): readonly PlacedRequirement[] {
    return (this.keys.strings(key) ?? []).flatMap((item) => this.requirement(item) ?? []);
  }

  requirement(item: FieldItem<TomlString>): PlacedRequirement | undefined {
    const requirement = this.parsed(item, 'bad-requirement', parseRequirement);
    if (requirement === undefined) return undefined;
    const { at } = item.value;
    if (requirement.url === undefined) return { requirement, at };
    const message = `A direct reference is not modelled here: write versions of ${requirement.name} in place of the URL, such as ${requirement.name}>=1.`;
    this.keys.problem('direct-url', item.path, at, message);
    return undefined;
  }

  /** A specifier set; `fallback` where the key is missing, none where it is empty. */
  specifier(key: string, fallback: SpecifierSet): SpecifierSet | undefined {
    if (!this.keys.has(key)) return fallback;
    const item = this.item(key);
    if (item === undefined || item.value.value.trim() === '') return undefined;
    return this.parsed(item, 'bad-specifier', parseSpecifierSet);
  }

  version(item: FieldItem<TomlString> | undefined): Version | undefined {
    return item && this.parsed(item, 'bad-version', parseVersion);
  }

  /** The texts of markers that can be read. */
  markers(key: string): readonly string[] {
    return (this.keys.strings(key) ?? []).flatMap((item) => this.marker(item) ?? []);
  }

  marker(item: FieldItem<TomlString> | undefined): string | undefined {
    return item && this.parsed(item, 'bad-marker', parseMarker) && item.value.value;
  }

  names(key: string): ReadonlySet<NormalizedName> {
    return new Set((this.keys.strings(key) ?? []).flatMap((item) => this.parsed(item, 'bad-name', parseName) ?? []));
  }

  /** The name that a key is. */
  keyName({ key, keyAt }: TomlEntry, path: string): NormalizedName | undefined {
    const { value, problems } = parseName(key);
    for (const { message } of problems) this.keys.problem('bad-name', path, keyAt, message);
    return value;
  }

  /** The version that a key is. */
  keyVersion({ key, keyAt }: TomlEntry, path: string): Version | undefined {
    const { value, problems } = parseVersion(key);
    for (const { message } of problems) this.keys.problem('bad-version', path, keyAt, message);
    return value;
  }

  /** A date, or a date and time, as a string or as TOML's own kind; see `readInstant`. */
  instant(entry: TomlEntry, path: string, day: 'from' | 'through'): string | undefined {
    const { value } = entry;
    const text = value.kind === 'string' ? value.value : 'text' in value ? value.text : undefined;
    const instant = text === undefined ? undefined : readInstant(text, day);
    if (instant !== undefined) return instant;
    const message = 'A date is written as 2026-11-21, or with the time as 2026-11-21T07:32:00Z.';
    this.keys.problem('bad-date', path, value.at, message);
    return undefined;
  }

  /** One of the words that a key may have; `fallback` where it has none. */
  word<Word extends string>(key: string, words: readonly Word[], fallback: Word): Word {
    const text = this.keys.text(key);
    if (text === undefined) return fallback;
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    this.keys.wrong('unknown-word', key, `“${text}” is not known here: write ${listOf(words)}.`);
    return fallback;
  }

  /** A key's string with its path. */
  item(key: string): FieldItem<TomlString> | undefined {
    const value = this.keys.string(key);
    return value && { value, path: this.keys.pathOf(key) };
  }

  private parsed<T>({ value, path }: FieldItem<TomlString>, kind: string, parse: (text: string) => Parsed<T>) {
    const parsed = parse(value.value);
    for (const { at, message } of parsed.problems) {
      const start = placeInString(this.document, value, at.start);
      this.keys.problem(kind, path, { start, end: placeInString(this.document, value, at.end) }, message);
    }
    return parsed.value;
  }
}

/** `a`, `a or b`, `a, b or c`. */
function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
