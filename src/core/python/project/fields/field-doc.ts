// What an editor tells of a field of pyproject.toml: our own words on the pyproject.toml specification and on the tables of the
// backends. The fields themselves are in docs/, a file per table.

export interface FieldDoc {
  /** From the document’s root on; “*” stands for a name of the reader’s own. */
  readonly path: readonly string[];
  /** What it says, in one or two sentences. */
  readonly what: string;
  /** What stands there: “a string”, “a list of requirements”. */
  readonly form: string;
  /** Lines that can be added as they are: a key and its value, or a table of its own with its header. */
  readonly example: string;
  /** What holds without it. */
  readonly without: string;
  /** The fields of the core metadata into which the value goes, by their names there. */
  readonly metadata: readonly string[];
  /** Where it is laid down. */
  readonly section: { readonly title: string; readonly address: string };
  /** A key beside which it may not stand. */
  readonly notBeside?: readonly string[];
}

/** A field before it is joined with the table that it stands in: its path relative to that table, and the address’s end. */
export type FieldEntry = Omit<FieldDoc, 'path' | 'section' | 'metadata'> & {
  readonly key: string;
  readonly section: readonly [title: string, address: string];
  readonly metadata?: readonly string[];
};

/** The fields of one table. `base` comes before every address. */
export function docsOfTable(
  table: readonly string[],
  base: string,
  entries: readonly FieldEntry[],
): readonly FieldDoc[] {
  return entries.map(({ key, section: [title, address], metadata = [], ...entry }) => ({
    ...entry,
    path: key === '' ? table : [...table, ...key.split('.')],
    metadata,
    section: { title, address: base + address },
  }));
}

/**
 * The example with the header of the table that it stands in (TOML 1.0.0, "Table").
 *
 * @example wholeExample(docOfField(['project', 'name'])) // → '[project]\nname = "greeting"'
 */
export function wholeExample({ path, example }: FieldDoc): string {
  return example.startsWith('[') ? example : `[${path.slice(0, -1).join('.')}]\n${example}`;
}
