/** Links in lectures are written from the site's root (`/glossary/`); this puts the site's base path before them. */

/**
 * @param {string} base the path that the site lives under, `/` or `/course/`
 * @returns {import('satteri').HastPluginDefinition}
 */
export function pageLinks(base) {
  const prefix = base.replace(/\/$/, '');
  return {
    name: 'page-links',
    element: {
      filter: ['a', 'img'],
      visit(node, ctx) {
        const key = node.tagName === 'a' ? 'href' : 'src';
        const value = node.properties?.[key];
        if (typeof value !== 'string') return;
        if (/^https?:/.test(value)) {
          ctx.setProperty(node, 'rel', 'external');
        } else if (prefix && value.startsWith('/') && !value.startsWith('//') && !value.startsWith(`${prefix}/`)) {
          ctx.setProperty(node, key, prefix + value);
        }
      },
    },
  };
}
