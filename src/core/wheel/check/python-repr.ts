// How Python writes a text in a message: `repr` of a `str`, and of a list of them. Follows the language reference, “String literals”.

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** @example pythonRepr("it's") // → "\"it's\"" */
export function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text.replace(/[\\'\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (character) => {
    if (character === "'") return quote === "'" ? "\\'" : "'";
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return (
      ESCAPES[character] ??
      (code < 0x100
        ? `\\x${hex.padStart(2, '0')}`
        : code < 0x10000
          ? `\\u${hex.padStart(4, '0')}`
          : `\\U${hex.padStart(8, '0')}`)
    );
  });
  return `${quote}${inner}${quote}`;
}

/** @example pythonReprOfList(['a', '']) // → "['a', '']" */
export function pythonReprOfList(texts: readonly string[]): string {
  return `[${texts.map(pythonRepr).join(', ')}]`;
}
