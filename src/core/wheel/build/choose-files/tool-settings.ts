// A table of `[tool]` as the backend that it belongs to reads it: values of the kinds that the backend takes, and a problem where one is
// of another kind.
import type { TomlValue } from '@/core/python';
import type { BuildInput } from '../backend-rules';
import { type BuildProblem, buildError, type SourcePlace } from '../build-problem';
import { type ProjectDocument, placeIn, placeOfKeys, valueAt } from '../project-document';

/** The kinds of values that settings have, and how a reader is told of them. */
const KINDS = {
  strings: 'an array of strings',
  text: 'a string',
  flag: 'true or false',
  table: 'a table',
} as const;

export type SettingKind = keyof typeof KINDS;

/** What the backend says where a setting is of another kind; `path` begins with `tool`. */
export type SaysWrongKind = (path: string, kind: SettingKind) => string | undefined;

export class ToolSettings {
  readonly problems: BuildProblem[] = [];
  private readonly document: ProjectDocument;

  constructor(
    { document }: BuildInput,
    private readonly path: readonly string[],
    private readonly says: SaysWrongKind,
  ) {
    this.document = document;
  }

  /** The keys that the table has, in its order. */
  get keys(): readonly string[] {
    return this.keysOf();
  }

  has(...keys: readonly string[]): boolean {
    return this.valueOf(keys) !== undefined;
  }

  keysOf(...keys: readonly string[]): readonly string[] {
    const value = this.valueOf(keys);
    if (value === undefined) return [];
    if (value.kind === 'table') return [...value.entries.values()].map(({ key }) => key);
    this.wrong(value, keys, 'table');
    return [];
  }

  strings(...keys: readonly string[]): readonly string[] | undefined {
    const value = this.valueOf(keys);
    if (value === undefined) return undefined;
    if (value.kind !== 'array') {
      this.wrong(value, keys, 'strings');
      return undefined;
    }
    return value.items.flatMap((item) => {
      if (item.kind === 'string') return [item.value];
      this.wrong(item, keys, 'strings');
      return [];
    });
  }

  text(...keys: readonly string[]): string | undefined {
    const value = this.valueOf(keys);
    if (value === undefined || value.kind === 'string') return value?.value;
    this.wrong(value, keys, 'text');
    return undefined;
  }

  /** A string, or several of them. */
  oneOrMore(...keys: readonly string[]): readonly string[] | undefined {
    const value = this.valueOf(keys);
    return value?.kind === 'string' ? [value.value] : this.strings(...keys);
  }

  flag(...keys: readonly string[]): boolean | undefined {
    const value = this.valueOf(keys);
    if (value === undefined || value.kind === 'boolean') return value?.value;
    this.wrong(value, keys, 'flag');
    return undefined;
  }

  isTable(...keys: readonly string[]): boolean {
    return this.valueOf(keys)?.kind === 'table';
  }

  placeOf(...keys: readonly string[]): SourcePlace | undefined {
    return placeOfKeys(this.document, [...this.path, ...keys]);
  }

  private valueOf(keys: readonly string[]): TomlValue | undefined {
    return valueAt(this.document.root, [...this.path, ...keys]);
  }

  private wrong(value: TomlValue, keys: readonly string[], kind: SettingKind): void {
    const path = [...this.path, ...keys].join('.');
    const message = `“${keys.at(-1) ?? path}” is ${KINDS[kind]} here.`;
    const at = placeIn(this.document.text, value.at);
    this.problems.push(buildError('tool-setting', message, { at, toolSays: this.says(path, kind) }));
  }
}
