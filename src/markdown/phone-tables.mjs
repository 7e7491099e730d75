/**
 * Tables that survive a phone: each cell carries its column's heading (`data-label`), so that the style sheet can lay a row out
 * as a card; the ARIA roles keep it a table for a screen reader when `display` changes.
 */

/** @param {any} node @param {string} tag @returns {any[]} */
const below = (node, tag) =>
  (node.children ?? []).flatMap((/** @type {any} */ child) =>
    child.type === 'element' && child.tagName === tag ? [child] : below(child, tag),
  );

/** @returns {import('satteri').HastPluginDefinition} */
export function phoneTables() {
  return {
    name: 'phone-tables',
    element: {
      filter: ['table'],
      visit(node, ctx) {
        const labels = below(node, 'th').map((th) => ctx.textContent(th).trim());
        ctx.setProperty(node, 'role', 'table');
        for (const part of [...below(node, 'thead'), ...below(node, 'tbody')])
          ctx.setProperty(part, 'role', 'rowgroup');
        for (const row of below(node, 'tr')) {
          ctx.setProperty(row, 'role', 'row');
          for (const th of below(row, 'th')) ctx.setProperty(th, 'role', 'columnheader');
          below(row, 'td').forEach((td, i) => {
            ctx.setProperty(td, 'role', 'cell');
            ctx.setProperty(td, 'dataLabel', labels[i] ?? '');
          });
        }
      },
    },
  };
}
