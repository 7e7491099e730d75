// What every suite works with: a case as it stands in its file, and our answer beside the expected one. The files and their
// meaning: ../shared/fidelity/standards/README.md. Answers are plain JSON, numbers beyond 2^53 as text.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A case as it stands in its file. */
export type Case = Readonly<Record<string, Json>>;

export interface Comparison {
  readonly expected: Json;
  readonly got: Json;
}

/** A field of a case that is text. */
export function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`expected text in a case, found ${JSON.stringify(value)}`);
  return value;
}

/** A field of a case that is a list of texts. */
export function texts(value: Json | undefined): readonly string[] {
  if (!Array.isArray(value)) throw new TypeError(`expected a list in a case, found ${JSON.stringify(value)}`);
  return value.map(text);
}

/** The answers of a case: what it holds besides its inputs. */
export function answers(given: Case, ...inputs: readonly string[]): Json {
  return Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'quirk' && !inputs.includes(key)));
}
