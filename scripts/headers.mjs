/** public/_headers, as hosts read it: patterns at the start of a line, headers indented below them. */

/** @typedef {{ pattern: string, headers: Readonly<Record<string, string>> }} Rule */

/** @param {string} text @returns {Rule[]} */
export function headerRules(text) {
  /** @type {{ pattern: string, headers: Record<string, string> }[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ pattern: line.trim(), headers: {} });
    const last = rules.at(-1);
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (last && name && value) last.headers[name] = value;
  }
  return rules;
}

/** The rules that hold for an address. @param {readonly Rule[]} rules @param {string} path @returns {Rule[]} */
export const rulesFor = (rules, path) =>
  rules.filter(({ pattern }) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern));
