// The keys of `pyproject.toml` whose strings have a form of their own. A problem inside a string is shown inside it, and
// what is doubtful but no problem is a warning.
import { parseName } from '../name-parse';
import type { Parsed, Problem, Span } from '../problem';
import { parseRequirement, type Requirement } from '../requirement';
import { parseSpecifierSet } from '../specifier-parse';
import { type FieldItem, type FieldProblem, placeInString, type TomlFields, type TomlString } from '../toml';
import { nearName } from './near-name';
import { adviseSpecifier } from './specifier-advice';

/** What all readers of one document share. */
export interface PyprojectReport {
  readonly document: string;
  readonly problems: FieldProblem[];
  readonly warnings: FieldProblem[];
  /** For how many misspelt names a near one was sought. */
  sought: number;
}

/** For how many a near one is sought. Protects from a stranger’s file of nothing but misspelt keys. */
const MAX_SOUGHT = 40;

/** A table of the document. */
export class PyprojectFields {
  constructor(
    readonly keys: TomlFields,
    readonly report: PyprojectReport,
  ) {}

  inner(keys: TomlFields): PyprojectFields {
    return new PyprojectFields(keys, this.report);
  }

  table(key: string): PyprojectFields | undefined {
    const keys = this.keys.subtable(key);
    return keys && this.inner(keys);
  }

  /** The place in the document of a place in a string. */
  within(string: TomlString, at: Span): Span {
    const { document } = this.report;
    return { start: placeInString(document, string, at.start), end: placeInString(document, string, at.end) };
  }

  warn(kind: string, path: string | undefined, at: Span, message: string): void {
    this.report.warnings.push({ code: `pyproject/${kind}`, path, at, message });
  }

  /** Problems that a reader of strings found. `advice` says it better where the mistake is known. */
  refuse(kind: string, { value, path }: FieldItem<TomlString>, problems: readonly Problem[], advice?: string): void {
    for (const { at, message } of advice === undefined ? problems : problems.slice(0, 1)) {
      this.keys.problem(kind, path, this.within(value, at), advice ?? message);
    }
  }

  parsed<T>(kind: string, item: FieldItem<TomlString>, parsed: Parsed<T>, advice?: string): T | undefined {
    this.refuse(kind, item, parsed.problems, advice);
    return parsed.value;
  }

  requirement(item: FieldItem<TomlString>): Requirement | undefined {
    const text = item.value.value;
    return this.parsed('requirement', item, parseRequirement(text), adviseSpecifier(text.split(';', 1)[0] ?? text));
  }

  requirements(key: string): readonly Requirement[] | undefined {
    return this.keys.strings(key)?.flatMap((item) => this.requirement(item) ?? []);
  }

  specifier(key: string) {
    const item = this.item(key);
    if (item === undefined) return undefined;
    const text = item.value.value;
    const advice = /^\d+(?:\.\d+){0,2}$/.test(text)
      ? `A version alone is no range: write ">=${text}" for it and all later ones.`
      : adviseSpecifier(text);
    return this.parsed('specifier', item, parseSpecifierSet(text), advice);
  }

  name(key: string) {
    const item = this.item(key);
    if (item === undefined) return undefined;
    const joined = item.value.value.trim().replace(/\s+/g, '-');
    const isSpaced = joined !== item.value.value && parseName(joined).value !== undefined;
    const advice = isSpaced ? `A name has no spaces in it: write name = "${joined}".` : undefined;
    return this.parsed('name', item, parseName(item.value.value), advice);
  }

  item(key: string): FieldItem<TomlString> | undefined {
    const value = this.keys.string(key);
    return value && { value, path: this.keys.pathOf(key) };
  }

  /** The known name that was probably meant. */
  near(written: string, known: readonly string[]): string | undefined {
    return ++this.report.sought > MAX_SOUGHT ? undefined : nearName(written, known);
  }

  /** Keys that the specification doesn't have. `advise` ends the sentence where a mistake is known. */
  refuseUnknown(known: readonly string[], where: string, advise: (key: string) => string | undefined): void {
    for (const { key, keyAt } of this.keys.table.entries.values()) {
      if (known.includes(key)) continue;
      const shown = key.length > 40 ? `${key.slice(0, 40)}…` : key;
      const remedy = advise(key) ?? `take it out; the keys are ${known.join(', ')}.`;
      this.keys.problem('unknown-key', this.keys.pathOf(key), keyAt, `${where} has no key “${shown}”: ${remedy}`);
    }
  }
}
