/**
 * A line of Markdown as it is said: without the marks for code, emphasis and links.
 *
 * @example plainMarkdown('Switch on **`-P`**, see [the glossary](/glossary/).') // 'Switch on -P, see the glossary.'
 */
export const plainMarkdown = (text: string): string =>
  text
    .trim()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|`)/g, '')
    .replace(/(^|\s)\*(\S(?:[^*]*\S)?)\*/g, '$1$2');
