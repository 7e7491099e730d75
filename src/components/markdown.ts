/**
 * Short texts of the course's data (questions, explanations, definitions) from Markdown to HTML, at build time, by the processor
 * that sets the lectures: same smart punctuation, same code blocks, same links under the base path. No raw HTML, headings or
 * pictures: a text that needs them belongs into a lecture.
 */
import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import { codeFrame } from '../markdown/code-frame.mjs';
import { pageLinks } from '../markdown/page-links.mjs';
import { phoneTables } from '../markdown/phone-tables.mjs';

/** Addresses that a short text may link to: the site's own pages from the root, a place on the page, the web. */
const allowedLink = /^(?:\/(?!\/)|#|https?:\/\/)/;

const refuse = (what: string): never => {
  throw new Error(`${what} Short texts take plain Markdown: paragraphs, lists, tables, code, emphasis and links.`);
};

const checkLink = (url: string): void => {
  if (!allowedLink.test(url)) refuse(`"${url}" is no address that a reader can follow.`);
};

const processor = createSatteriMarkdownProcessor({
  mdastPlugins: [
    {
      name: 'short-text',
      html: (node) => refuse(`"${node.value}" is raw HTML.`),
      heading: (node, ctx) => refuse(`"${ctx.textContent(node)}" is a heading.`),
      image: (node) => refuse(`"${node.url}" is a picture.`),
      link: (node) => checkLink(node.url),
      definition: (node) => checkLink(node.url),
    },
  ],
  hastPlugins: [pageLinks(import.meta.env.BASE_URL), phoneTables()],
  shikiConfig: { theme: 'css-variables', transformers: codeFrame() },
});

/**
 * Blocks of Markdown → HTML. Throws on raw HTML, headings, pictures and foreign link schemes, naming them.
 *
 * @example await blockMarkdown('It "works".') // '<p>It “works”.</p>'
 */
export async function blockMarkdown(text: string): Promise<string> {
  const { code } = await (await processor).render(text);
  return code.trim();
}

/**
 * One paragraph of Markdown → HTML without the paragraph around it, to stand inside a label or a sentence. Throws when the text
 * is more than one paragraph, besides what blockMarkdown refuses.
 *
 * @example await inlineMarkdown('`pip` *is* a project.') // '<code>pip</code> <em>is</em> a project.'
 */
export async function inlineMarkdown(text: string): Promise<string> {
  const html = await blockMarkdown(text);
  const inner = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
  if (inner === undefined || inner.includes('<p>')) {
    throw new Error(`This text must be one paragraph, to stand inside a line: "${text.trim()}".`);
  }
  return inner;
}
