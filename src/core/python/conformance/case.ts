// Cases of the reference files as plain JSON, and what is read from their fields. The files and their meaning: the shared
// README of the standards' reference answers, in short docs/conformance.md.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A case as it stands in its file. */
export type Case = Readonly<Record<string, Json>>;

/** The answer that is expected and ours, both plain JSON, numbers beyond 2^53 as text. */
export interface Comparison {
  readonly expected: Json;
  readonly got: Json;
}

/** Compares our answer to a case with the expected one. */
export type Compare = (given: Case) => Comparison;

/** A case that isn't of its suite's schema: what its field lacks. Told apart from a core that throws. */
class UnreadableCase extends TypeError {}

/** Was a case at fault, and not the core? */
export function isUnreadableCase(error: unknown): boolean {
  return error instanceof UnreadableCase;
}

/** The case can't be read, for a reason. */
export function unreadable(reason: string): never {
  throw new UnreadableCase(reason);
}

/** A field that holds text. */
export function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : unreadable(`A case should hold text where it has ${shown(value)}.`);
}

/** A field that holds a list of texts. */
export function texts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(text) : unreadable(`A case should hold a list where it has ${shown(value)}.`);
}

const shown = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 80);

/** The answers of a case: what it holds besides its inputs. */
export function answers(given: Case, ...inputs: readonly string[]): Json {
  const apart = ['quirk', 'versionDependent', ...inputs];
  return Object.fromEntries(Object.entries(given).filter(([key]) => !apart.includes(key)));
}
