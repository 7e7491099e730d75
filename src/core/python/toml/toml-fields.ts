// Reading a document's keys by the kinds of values that its specification asks for. What has another kind, or is missing,
// is a problem with its place and with the key's path, such as `packages[0].wheels[1].hashes`.
import type { Numeral } from '../numeral';
import type { Problem, Span } from '../problem';
import { describeTomlKind, type TomlEntry, type TomlString, type TomlTable, type TomlValue } from './toml-value';

/** A problem of a document's key. `path` is the key's, or `undefined` if the problem is the whole document's. */
export interface FieldProblem extends Problem {
  readonly path: string | undefined;
}

/** Where the readers of one document put what they find. `area` is the first half of every code. */
export interface FieldReport {
  readonly area: string;
  readonly problems: FieldProblem[];
}

/** A value of an array, with its path for problems. */
export interface FieldItem<T extends TomlValue = TomlValue> {
  readonly value: T;
  readonly path: string;
}

/** A table whose keys are read one by one. Every reader gives `undefined` for what is missing or of another kind. */
export class TomlFields {
  constructor(
    readonly table: TomlTable,
    readonly path: string,
    readonly report: FieldReport,
  ) {}

  has(key: string): boolean {
    return this.table.entries.has(key);
  }

  entry(key: string): TomlEntry | undefined {
    return this.table.entries.get(key);
  }

  /** The path of a key of this table. */
  pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  /** Where a problem of this table as a whole is shown: its header or braces, or the beginning of the document. */
  get at(): Span {
    return this.path === '' ? { start: 0, end: 0 } : this.table.at;
  }

  /** Where a key's value stands, or the table if the key is missing. */
  placeOf(key: string): Span {
    return this.entry(key)?.value.at ?? this.at;
  }

  problem(kind: string, path: string | undefined, at: Span, message: string): void {
    this.report.problems.push({ code: `${this.report.area}/${kind}`, at, message, path });
  }

  /** The problem of a key's value, at the value. */
  wrong(kind: string, key: string, message: string): void {
    this.problem(kind, this.pathOf(key), this.placeOf(key), message);
  }

  missing(key: string, example: string): void {
    const message = `“${key}” is missing here: add a line such as ${example}.`;
    this.problem('missing-key', this.pathOf(key), this.at, message);
  }

  string(key: string): TomlString | undefined {
    return this.ofKind(key, 'string');
  }

  /** The text of a string. */
  text(key: string): string | undefined {
    return this.string(key)?.value;
  }

  integer(key: string): Numeral | undefined {
    return this.ofKind(key, 'integer')?.value;
  }

  boolean(key: string): boolean | undefined {
    return this.ofKind(key, 'boolean')?.value;
  }

  /** A date and time as it is written, with or without an offset. */
  dateTime(key: string): string | undefined {
    const value = this.entry(key)?.value;
    if (value === undefined) return undefined;
    if (value.kind === 'offset-date-time' || value.kind === 'local-date-time') return value.text;
    this.wrongKind(value, this.pathOf(key), 'a date and time, such as 2026-11-21T07:32:00Z');
    return undefined;
  }

  subtable(key: string): TomlFields | undefined {
    const value = this.ofKind(key, 'table');
    return value && new TomlFields(value, this.pathOf(key), this.report);
  }

  /** The items of an array, of which each must be of one kind; items of another kind are problems and left out. */
  items<Kind extends TomlValue['kind']>(
    key: string,
    kind: Kind,
  ): readonly FieldItem<Extract<TomlValue, { kind: Kind }>>[] | undefined {
    const array = this.ofKind(key, 'array');
    if (array === undefined) return undefined;
    const found: FieldItem<Extract<TomlValue, { kind: Kind }>>[] = [];
    for (const [index, value] of array.items.entries()) {
      const path = `${this.pathOf(key)}[${index}]`;
      if (isKind(value, kind)) found.push({ value, path });
      else this.wrongKind(value, path, describeTomlKind(kind));
    }
    return found;
  }

  strings(key: string): readonly FieldItem<TomlString>[] | undefined {
    return this.items(key, 'string');
  }

  tables(key: string): readonly TomlFields[] | undefined {
    return this.items(key, 'table')?.map(({ value, path }) => new TomlFields(value, path, this.report));
  }

  private ofKind<Kind extends TomlValue['kind']>(
    key: string,
    kind: Kind,
  ): Extract<TomlValue, { kind: Kind }> | undefined {
    const value = this.entry(key)?.value;
    if (value === undefined) return undefined;
    if (isKind(value, kind)) return value;
    const example = kind === 'array' && value.kind === 'string' ? exampleOfArray(value.value) : '';
    this.wrongKind(value, this.pathOf(key), `${describeTomlKind(kind)}${example}`);
    return undefined;
  }

  /** The problem of a value that is of another kind than the one asked for. */
  wrongKind(value: TomlValue, path: string, wanted: string): void {
    const message = `Here stands ${describeTomlKind(value.kind)}: write ${wanted}.`;
    this.problem('wrong-type', path, value.at, message);
  }
}

/** A text in the brackets that it lacks. */
function exampleOfArray(text: string): string {
  return /^[^"\\\r\n]{1,40}$/.test(text) ? `, ["${text}"]` : '';
}

function isKind<Kind extends TomlValue['kind']>(
  value: TomlValue,
  kind: Kind,
): value is Extract<TomlValue, { kind: Kind }> {
  return value.kind === kind;
}
