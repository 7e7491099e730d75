// `Import-Name` and `Import-Namespace`: what `import` finds in a distribution (PEP 794). Follows the core metadata
// specification, "Import-Name (multiple use)".
import { type Problem, problemAt } from '../problem';
import { skipWhiteSpace, skipWhiteSpaceBack } from '../text';
import type { ImportName } from './metadata';

/** Words that Python keeps for itself, so that no module can be imported by them. */
const KEYWORDS: readonly string[] =
  /* @__PURE__ */ 'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  );

/** Python's identifiers. */
const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Whether the text is an identifier of Python; keywords are identifiers too. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/**
 * Whether a statement can import a module by this name: an identifier that Python doesn’t keep for itself (Core metadata,
 * "Import-Name (multiple use)").
 *
 * @example ['kit', 'my-kit', 'class'].map(isImportable) // → [true, false, false]
 */
export function isImportable(word: string): boolean {
  return isIdentifier(word) && !KEYWORDS.includes(word);
}

export type ImportNameReading =
  | { readonly importName: ImportName; readonly problem?: never }
  | { readonly problem: Problem };

/** Reads a header's value: dotted identifiers, and `; private` if others should not import them. */
export function readImportName(value: string): ImportNameReading {
  const semicolon = value.indexOf(';');
  const end = skipWhiteSpaceBack(value, semicolon === -1 ? value.length : semicolon, 0);
  const name = value.slice(0, end);
  let at = 0;
  for (const identifier of name.split('.')) {
    if (!isIdentifier(identifier)) {
      const message = 'Import names are Python identifiers joined by dots, such as kit.tools.';
      return { problem: problemAt('metadata/import-name', at, at + identifier.length, message) };
    }
    if (KEYWORDS.includes(identifier)) {
      const message = `“${identifier}” is a keyword of Python: nothing can be imported by that name.`;
      return { problem: problemAt('metadata/import-name', at, at + identifier.length, message) };
    }
    at += identifier.length + 1;
  }
  if (semicolon === -1) return { importName: { name, isPrivate: false, written: value } };
  const option = skipWhiteSpace(value, semicolon + 1);
  if (value.slice(option) === 'private') return { importName: { name, isPrivate: true, written: value } };
  const message = 'After the semicolon stands “private”, and nothing else.';
  return { problem: problemAt('metadata/import-name', semicolon, value.length, message) };
}
