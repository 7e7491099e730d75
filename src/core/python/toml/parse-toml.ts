// Reading TOML 1.0.0 over toml-eslint-parser, held to what Python's own reader takes: documents that the library lets
// through and Python refuses are problems here too.
import { ParseError, parseTOML } from 'toml-eslint-parser';
import { type Parsed, type Problem, problemAt } from '../problem';
import { nestingProblem } from './nesting';
import { wordTomlProblem } from './toml-problem';
import { buildTomlTree, longNumberProblem } from './toml-tree';
import type { TomlTable } from './toml-value';

/** The longest document that is read, in UTF-16 units. Protects the page from a stranger's file of any size. */
export const MAX_TOML_LENGTH = 20_000_000;

/**
 * Reads a TOML document into its values, each with its place (TOML 1.0.0, "Spec"). Reading stops at the first problem.
 *
 * Problems: `toml/…`, such as `toml/string-open`, `toml/duplicate-key`, `toml/comma-missing`, `toml/too-deep`.
 *
 * @example parseToml('a = [1, 2').problems.map((problem) => problem.code) // → ['toml/array-open']
 */
export function parseToml(text: string): Parsed<TomlTable, never> {
  const early = earlyProblem(text);
  if (early !== undefined) return { value: undefined, parts: [], problems: [early] };
  const tree = readTree(text);
  if (tree.kind === 'table') return { value: tree, parts: [], problems: [] };
  return { value: undefined, parts: [], problems: [tree.problem] };
}

/** What must be known before the library reads the text, and what it would let through. */
function earlyProblem(text: string): Problem | undefined {
  if (text.length > MAX_TOML_LENGTH) {
    return problemAt('toml/too-long', MAX_TOML_LENGTH, text.length, 'The document is too long to be read here.');
  }
  const bare = /\r(?!\n)/.exec(text);
  if (bare !== null) {
    const message = 'A carriage return stands alone here: lines end with a line feed, or with both.';
    return problemAt('toml/line-end', bare.index, bare.index + 1, message);
  }
  return nestingProblem(text) ?? longNumberProblem(text);
}

function readTree(text: string): TomlTable | { readonly kind: 'problem'; readonly problem: Problem } {
  try {
    const tree = buildTomlTree(parseTOML(text, { tomlVersion: '1.0' }));
    return 'kind' in tree ? tree : { kind: 'problem', problem: tree };
  } catch (error) {
    const start = error instanceof ParseError ? Math.min(error.index, text.length) : 0;
    const { code, message } = wordTomlProblem(error instanceof ParseError ? error.message : '');
    return { kind: 'problem', problem: problemAt(code, start, Math.min(start + 1, text.length), message) };
  }
}
