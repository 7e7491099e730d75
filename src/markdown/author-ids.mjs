/** Headings carry the id that their author chose (`## Title {#id}`): a link to a section survives a change of its words. */

/** @returns {import('satteri').HastPluginDefinition} */
export function authorIds() {
  return {
    name: 'author-ids',
    element: {
      filter: ['h2', 'h3'],
      visit(node, ctx) {
        if (typeof node.properties?.['id'] !== 'string') {
          throw new Error(
            `The heading "${ctx.textContent(node)}" has no id: write "## ${ctx.textContent(node)} {#a-chosen-id}".`,
          );
        }
      },
    },
  };
}
