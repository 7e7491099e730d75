/**
 * Code blocks with a title, marked lines and a copy button, from the fence's own words:
 * ```toml title="pyproject.toml" {2-3}. Marked lines follow Shiki's meta-highlight notation.
 */
import { transformerMetaHighlight } from '@shikijs/transformers';

/** @type {import('shiki').ShikiTransformer} */
const frame = {
  name: 'shipshape-code-frame',
  pre(node) {
    // a block that scrolls must be reachable by keyboard
    node.properties['tabindex'] = '0';
    delete node.properties['style'];
  },
  root(root) {
    const meta = this.options.meta?.__raw ?? '';
    const title = /title="([^"]*)"/.exec(meta)?.[1];
    const pre = root.children[0];
    if (pre?.type !== 'element') return;
    pre.properties['aria-label'] = title ? `Code: ${title}` : `Code, ${this.options.lang}`;
    pre.properties['role'] = 'group';
    if (title) pre.properties['data-title'] = title;
    pre.properties['data-code'] = this.options.lang;
  },
};

/** @returns {import('shiki').ShikiTransformer[]} */
export const codeFrame = () => [transformerMetaHighlight({ className: 'marked' }), frame];
