import { describe, expect, it } from 'vitest';
import { blockMarkdown, inlineMarkdown } from './markdown';

describe('a line of Markdown', () => {
  it.each([
    ['`pip` *is* a project.', '<code>pip</code> <em>is</em> a project.'],
    ['It "works" -- so it\'s done...', 'It “works” – so it’s done…'],
    ['`"x" -- y`', '<code>"x" -- y</code>'],
    ['a < b {1 + 1}', 'a &lt; b {1 + 1}'],
    ['[the glossary](/glossary/#wheel)', '<a href="/glossary/#wheel">the glossary</a>'],
  ])('sets %j', async (text, html) => {
    expect(await inlineMarkdown(text)).toBe(html);
  });

  it.each(['one\n\ntwo', '- a list', '```sh\nls\n```'])('refuses %j, which is more than a paragraph', async (text) => {
    await expect(inlineMarkdown(text)).rejects.toThrow('This text must be one paragraph, to stand inside a line');
  });
});

describe('blocks of Markdown', () => {
  it('keeps paragraphs and lists', async () => {
    expect(await blockMarkdown('one\n\n- two\n- three\n')).toBe(
      '<p>one</p>\n<ul>\n<li>two</li>\n<li>three</li>\n</ul>',
    );
  });

  it('sets code blocks as the lectures do', async () => {
    const html = await blockMarkdown('```sh title="here"\nls\n```');
    expect(html).toMatch(/^<pre class="astro-code css-variables"/);
    expect(html).toContain('data-title="here"');
  });

  it.each([
    ['raw HTML in a block', '<script>alert(1)</script>', '"<script>alert(1)</script>" is raw HTML.'],
    ['raw HTML in a line', 'so <b>bold</b>', '"<b>" is raw HTML.'],
    ['a heading', '# Hello', '"Hello" is a heading.'],
    ['a picture', '![x](/y.png)', '"/y.png" is a picture.'],
    ['a script as a link', '[x](javascript:alert(1))', '"javascript:alert(1)" is no address that a reader can follow.'],
    ['a script as a named link', '[x][1]\n\n[1]: javascript:alert(1)', '"javascript:alert(1)" is no address'],
    ['another host by two slashes', '[x](//host/)', '"//host/" is no address that a reader can follow.'],
  ])('refuses %s', async (_, text, message) => {
    await expect(blockMarkdown(text)).rejects.toThrow(message);
  });
});
