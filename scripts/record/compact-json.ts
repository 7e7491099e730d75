// JSON whose differences can be read: an object over several lines, but each element of its long lists on one line.

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(inline).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    if (entries.length === 0) return '{}';
    return `{ ${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
};

/**
 * Formats an object with one line for each property, and one line for each element of the lists named.
 *
 * `compactJson({ project: 'idna', files: [{ size: 1 }] }, ['files'])` is
 * `{\n  "project": "idna",\n  "files": [\n    { "size": 1 }\n  ]\n}\n`.
 */
export function compactJson(value: object, lists: readonly string[]): string {
  const lines = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => {
      const isLong = lists.includes(key) && Array.isArray(inner) && inner.length > 0;
      const text = isLong ? `[\n${inner.map((item) => `    ${inline(item)}`).join(',\n')}\n  ]` : inline(inner);
      return `  ${JSON.stringify(key)}: ${text}`;
    });
  return `{\n${lines.join(',\n')}\n}\n`;
}
