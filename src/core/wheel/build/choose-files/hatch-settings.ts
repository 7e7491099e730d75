// `[tool.hatch.build]` and `[tool.hatch.build.targets.<target>]` as hatchling 1.33 reads them: what the target’s table has counts, and
// what it hasn’t is looked for in the first. A value of another kind ends the build.
import type { TomlTable, TomlValue } from '@/core/python';
import type { BuildInput } from '../backend-rules';
import { type BuildProblem, buildError } from '../build-problem';
import { type ProjectDocument, placeIn, valueAt } from '../project-document';

/** Reads settings, and keeps what is wrong with them. */
export class HatchSettings {
  readonly problems: BuildProblem[] = [];
  private readonly document: ProjectDocument;
  private readonly target: string;

  constructor({ document, kind }: BuildInput) {
    this.document = document;
    this.target = kind === 'sdist' ? 'sdist' : 'wheel';
  }

  /** Whether either table has the key. */
  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  strings(key: string): readonly string[] {
    const found = this.find(key);
    if (found === undefined) return [];
    const { value, location } = found;
    if (value.kind !== 'array') {
      this.wrong(value, `Field \`${location}\` must be an array of strings`, `“${key}” is an array of strings.`);
      return [];
    }
    return value.items.flatMap((item, index) => {
      if (item.kind === 'string' && item.value !== '') return [item.value];
      const word = NOUNS.get(key) ?? 'Path';
      const is = item.kind === 'string' ? 'cannot be an empty string' : 'must be a string';
      this.wrong(
        item,
        `${word} #${index + 1} in field \`${location}\` ${is}`,
        `“${key}” holds strings, none of them empty.`,
      );
      return [];
    });
  }

  /** From each key of a table to the string that it has. */
  mapping(key: string): ReadonlyMap<string, string> {
    const found = this.find(key);
    const map = new Map<string, string>();
    if (found === undefined) return map;
    const { value, location } = found;
    if (value.kind !== 'table') {
      this.wrong(value, `Field \`${location}\` must be a mapping`, `“${key}” is a table: "from" = "to".`);
      return map;
    }
    for (const { key: source, value: path } of value.entries.values()) {
      if (path.kind === 'string' && path.value !== '' && source !== '') map.set(source, path.value);
      else {
        const is = path.kind === 'string' ? 'cannot be an empty string' : 'must be a string';
        this.wrong(
          path,
          `Path for source \`${source}\` in field \`${location}\` ${is}`,
          `“${key}” leads from one path to another: "from" = "to".`,
        );
      }
    }
    return map;
  }

  flag(key: string): boolean {
    const found = this.find(key);
    if (found === undefined) return false;
    if (found.value.kind === 'boolean') return found.value.value;
    this.wrong(found.value, `Field \`${found.location}\` must be a boolean`, `“${key}” is true or false.`);
    return false;
  }

  /** Whether the value is a table: `sources` may be one, or an array. */
  isTable(key: string): boolean {
    return this.find(key)?.value.kind === 'table';
  }

  placeOf(key: string) {
    const found = this.find(key);
    return found && placeIn(this.document.text, found.value.at);
  }

  /** Code of the project, or of others, that takes part in the build. */
  hooks(): BuildProblem | undefined {
    const tables = [
      ['build', 'hooks'],
      ['build', 'targets', this.target, 'hooks'],
      ['metadata', 'hooks'],
    ];
    for (const keys of tables) {
      const value = valueAt(this.document.root, ['tool', 'hatch', ...keys]);
      if (value?.kind !== 'table' || value.entries.size === 0) continue;
      const message = 'A hook is code that takes part in the build: it would have to be run.';
      return buildError('not-modelled', message, { at: placeIn(this.document.text, value.at) });
    }
    return undefined;
  }

  private find(key: string): { readonly value: TomlValue; readonly location: string } | undefined {
    const own = ['build', 'targets', this.target];
    for (const keys of [own, ['build']]) {
      const path = ['tool', 'hatch', ...keys, key];
      const value = valueAt(this.document.root, path);
      if (value !== undefined) return { value, location: path.join('.') };
    }
    return undefined;
  }

  private wrong(value: TomlValue, says: string, message: string): void {
    const kind = says.includes('cannot be') ? 'ValueError' : 'TypeError';
    this.problems.push(
      buildError('hatch-setting', message, { at: placeIn(this.document.text, value.at), toolSays: `${kind}: ${says}` }),
    );
  }
}

/** How hatchling calls one item of an array. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['include', 'Pattern'],
  ['exclude', 'Pattern'],
  ['artifacts', 'Pattern'],
  ['packages', 'Package'],
  ['sources', 'Source'],
  ['dev-mode-dirs', 'Directory'],
]);

/** A table of `[tool.hatch]`. */
export function hatchTable({ root }: ProjectDocument, ...keys: readonly string[]): TomlTable | undefined {
  const value = valueAt(root, ['tool', 'hatch', ...keys]);
  return value?.kind === 'table' ? value : undefined;
}
